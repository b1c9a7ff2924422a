import { createAssistant, type Readers, type ReplyFunction } from "../../core/assistant/assistant.ts";
import { makeReply } from "../../core/assistant/make-reply.ts";

/**
 * The survey has a form of its own on the site, so its dialogue is not loaded: the answer leads there.
 */
const surveyTurn: Readers["surveyTurn"] = (_message, conversation, knowledge) => ({
	replies: [
		makeReply(knowledge, {
			intent: "survey",
			profile: conversation.profile,
			headline: "五清排查在本站的表单里填写，只填人数，不填姓名。",
			sections: [
				{ kind: "links", title: "填报入口", links: [{ label: "打开五清排查表单", url: "/survey/" }] },
			],
			url: "/survey/",
		}),
	],
	conversation,
	effects: [],
});

/** Answers buttons and changed facts. Words need `readingReply`, whose code is loaded when somebody first asks. */
export const reply: ReplyFunction = createAssistant({
	surveyTurn,
	understand: () => {
		throw new Error("words need readingReply");
	},
});

/** The assistant of the handbook as it runs in the browser, words included. */
export async function readingReply(): Promise<ReplyFunction> {
	const { readInConversation } = await import("./reading.ts");
	return createAssistant({ surveyTurn, understand: readInConversation });
}
