import { loadKnowledge } from "../../../../scripts/knowledge.ts";

/** The real content, read once for all tests of a file. */
export const knowledge = loadKnowledge("content");
