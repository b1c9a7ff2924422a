import type { Composer } from "grammy";
import type { HandbookContext } from "../context.ts";
import { commandFeature } from "./command.ts";

/** `/training`: courses and their material. */
export const trainingFeature = (): Composer<HandbookContext> => commandFeature("training");
