import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/help`: what the bot can do. */
export const helpFeature = (): Composer<HandbookContext> => commandFeature("help");
