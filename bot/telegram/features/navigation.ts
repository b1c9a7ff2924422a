import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/cancel` and `/back` within a dialogue. */
export const navigationFeature = (): Composer<HandbookContext> => commandFeature("cancel", "back");
