import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/ask 问题`: a question, or an invitation to ask one. */
export const askFeature = (): Composer<HandbookContext> => commandFeature("ask");
