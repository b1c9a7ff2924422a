/** The reading of free text, a chunk of its own: it is needed once somebody asks in words. */
export { readInConversation } from "../../core/assistant/follow-up/read.ts";
