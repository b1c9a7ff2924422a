import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/cases`: model cases. */
export const casesFeature = (): Composer<HandbookContext> => commandFeature("cases");
