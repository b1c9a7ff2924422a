import type { Knowledge } from "../content/knowledge.ts";
import { INTENTS } from "../content/vocabulary.ts";
import { forgetFacts } from "./conversation.ts";
import { chineseDate } from "./dates.ts";
import { editMenu } from "./edit.ts";
import { type Answered, slotChoices } from "./formation-answer.ts";
import { lookup } from "./lookup.ts";
import { makeReply } from "./make-reply.ts";
import { casesSection } from "./parts.ts";
import { topicAnswer } from "./topic-answer.ts";
import type { CommandName, Conversation, Link, Reply, Surroundings } from "./types.ts";
import { sentence, title } from "./wording.ts";

/** Cases and courses listed by `/cases` and `/training`. */
const LISTED = 5;

/** Answers the commands that need no reading of text. `/survey` and `/withdraw` belong to the survey. */
export function command(
	knowledge: Knowledge,
	conversation: Conversation,
	surroundings: Surroundings,
	name: Exclude<CommandName, "survey" | "withdraw">,
	argument: string,
): Answered {
	const next = { ...conversation, turn: conversation.turn + 1 };
	const say = (content: Partial<Reply> & Pick<Reply, "headline">, after: Conversation = next): Answered => ({
		reply: makeReply(knowledge, { profile: after.profile, ...content }),
		conversation: after,
	});
	switch (name) {
		case "start": {
			// Deep links of guide pages: ?start=<topic-id>. Telegram allows no other characters.
			const guide = lookup(knowledge).guides.get(argument.trim());
			if (guide) {
				return topicAnswer(knowledge, conversation, surroundings, {
					topic: guide.id,
					intent: guide.intent,
					unsure: false,
				});
			}
			return say({ headline: sentence(knowledge, "greeting"), suggestions: suggestions(knowledge) });
		}
		case "help":
			return say({ ...text(knowledge, "help"), suggestions: suggestions(knowledge) });
		case "privacy":
			return say({ ...text(knowledge, "privacy"), url: "/privacy/" });
		case "cases": {
			const cases = casesSection(knowledge, knowledge.cases, LISTED);
			const link: Link = { label: sentence(knowledge, "allCases"), url: "/cases/" };
			return say({
				intent: "cases",
				headline: sentence(knowledge, cases.length > 0 ? "cases" : "noCases"),
				sections: [...cases, { kind: "links", title: title(knowledge, "links"), links: [link] }],
				url: "/cases/",
			});
		}
		case "training":
			return say(training(knowledge, surroundings));
		case "ask":
			// The number of members is what comes next, so a bare 3 is understood.
			return say(
				{
					intent: "formation",
					headline: sentence(knowledge, "askAgain"),
					choices: slotChoices("fullMembers", knowledge.wording.questions.fullMembers.choices, next.turn),
				},
				{ ...forgetFacts(next), pending: "fullMembers" },
			);
		case "cancel":
			return say({ headline: sentence(knowledge, "cancelled") }, forgetFacts(next));
		case "back":
			return Object.keys(conversation.profile).length > 0
				? editMenu(knowledge, conversation)
				: say({ headline: sentence(knowledge, "nothingToGoBack") });
	}
}

/** A sentence of several lines: the first is the headline, the others follow. */
function text(knowledge: Knowledge, key: string): Pick<Reply, "headline" | "sections"> {
	const [headline = "", ...paragraphs] = sentence(knowledge, key)
		.split("\n")
		.map((line) => line.trim());
	return { headline, sections: [{ kind: "text", title: null, paragraphs }] };
}

/** One way of asking for each of the main intents, from the guides' own aliases. */
function suggestions(knowledge: Knowledge): string[] {
	return INTENTS.flatMap((intent) => {
		const guide = knowledge.guides.find((one) => one.intent === intent && one.aliases.length > 0);
		return guide?.aliases[0] ?? [];
	}).slice(0, 4);
}

function training(
	knowledge: Knowledge,
	surroundings: Surroundings,
): Pick<Reply, "headline"> & Partial<Reply> {
	const today = surroundings.now.slice(0, 10);
	const courses = knowledge.courses
		.map((course) => ({ course, first: course.sessions.map((one) => one.date).sort()[0] ?? "" }))
		.sort((a, b) => a.first.localeCompare(b.first));
	const coming = courses.filter(({ course }) => course.sessions.some((one) => one.date >= today));
	const shown = (coming.length > 0 ? coming : [...courses].reverse()).slice(0, LISTED);
	const links: Link[] = shown.map(({ course, first }) => ({
		label: `${course.title}（${sentence(knowledge, "courseLine", {
			date: chineseDate(first),
			place: course.place,
			hours: course.hours,
		})}）`,
		url: `/training/${course.slug}/`,
	}));
	links.push({ label: sentence(knowledge, "allTraining"), url: "/training/" });
	return {
		intent: "training",
		headline: sentence(knowledge, coming.length > 0 ? "training" : "noTraining"),
		sections: [{ kind: "links", title: title(knowledge, "links"), links }],
		url: "/training/",
	};
}
