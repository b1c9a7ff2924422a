import type { ModelCase } from "./case.ts";
import type { Course } from "./course.ts";
import type { Document } from "./document.ts";
import type { Guide } from "./guide.ts";
import type { District, Glossary, Source } from "./office.ts";
import type { FormationFile, Outcome, Rating } from "./rules.ts";
import type { Topic } from "./topics.ts";

/** A guide as the assistant and the lists see it: front matter and id, no body. */
export interface GuideEntry extends Guide {
	readonly id: string;
}

/** A case without its body. */
export interface CaseEntry extends ModelCase {
	readonly slug: string;
}

/** A course without its body. */
export interface CourseEntry extends Course {
	readonly slug: string;
}

/** A document without its body. */
export interface DocumentEntry extends Document {
	readonly slug: string;
}

/** A paragraph-sized piece of a body text, the unit of retrieval. */
export interface Passage {
	/** Page it is on, e.g. `/guides/re-election/`. */
	readonly page: string;
	/** Anchor within the page, without `#`. */
	readonly anchor: string;
	/** Topic id when the page is a guide. */
	readonly topic: string | null;
	readonly title: string;
	readonly heading: string;
	readonly text: string;
}

/**
 * Everything staff wrote, checked and cross-checked: the one value that
 * bot, assistant page and scripts load. Plain JSON.
 */
export interface Knowledge {
	/** Changes whenever content changes; hash of the value. */
	readonly version: string;
	readonly formation: FormationFile;
	readonly outcomes: readonly Outcome[];
	readonly guides: readonly GuideEntry[];
	readonly cases: readonly CaseEntry[];
	readonly courses: readonly CourseEntry[];
	readonly documents: readonly DocumentEntry[];
	readonly sources: readonly Source[];
	readonly district: District;
	readonly glossary: Glossary;
	readonly rating: Rating;
	/** Wording of the assistant: questions, refusals, notices (`content/office/assistant.yaml`). */
	readonly wording: import("./wording.ts").AssistantWording;
	/** Wording and choices of the survey (`content/office/survey.yaml`). */
	readonly survey: import("./survey-wording.ts").SurveyWording;
	/** What Telegram, terminal and HTTP say by themselves (`content/office/bot.yaml`). */
	readonly bot: import("./bot-wording.ts").BotWording;
	/** Words by which the search knows a topic (`content/office/topics.yaml`). */
	readonly topics: readonly Topic[];
	/** Weights learnt from aliases, `content/office/asked.yaml` and `refused.yaml`: what a text is about. */
	readonly subjectWeights: import("../assistant/retrieve/subject-model.ts").SubjectWeights;
	/** Body passages; loaded on demand in the browser, so possibly empty. */
	readonly passages: readonly Passage[];
}
