import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/privacy`: what is kept of a conversation, and what never is. */
export const privacyFeature = (): Composer<HandbookContext> => commandFeature("privacy");
