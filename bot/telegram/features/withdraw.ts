import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/withdraw`: takes a submission back. */
export const withdrawFeature = (): Composer<HandbookContext> => commandFeature("withdraw");
