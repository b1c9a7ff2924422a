import { createAssistant } from "../../core/assistant/assistant.ts";
import { makeReply } from "../../core/assistant/make-reply.ts";
import { understand } from "../../core/assistant/understand/understand.ts";

/**
 * The assistant of the handbook as it runs in the browser. The survey has a form of its own on the
 * site, so its dialogue is not loaded: the answer leads there.
 */
export const reply = createAssistant({
	understand,
	surveyTurn: (_message, conversation, knowledge) => ({
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
	}),
});
