import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/survey`: the quarterly survey. Groups are pointed to the private chat by the exchange. */
export const surveyFeature = (): Composer<HandbookContext> => commandFeature("survey");
