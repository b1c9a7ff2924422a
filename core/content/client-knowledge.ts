import type { Citation } from "./common.ts";
import type { CaseEntry, CourseEntry, DocumentEntry, GuideEntry, Knowledge } from "./knowledge.ts";

/**
 * What the assistant in the browser needs of `Knowledge` at once: rules, one-line
 * answers, wording. Everything it never reads is emptied. Still a complete `Knowledge`,
 * so that the same assistant decides with it; what reading words takes follows by
 * `withReading`, cases and steps by `withDetails`, after which its answers are those of
 * every other channel. Passages are for language models and never sent.
 */
export function clientKnowledge(knowledge: Knowledge): Knowledge {
	const { district } = knowledge;
	return {
		...knowledge,
		outcomes: knowledge.outcomes.map((outcome) => ({
			...outcome,
			steps: outcome.steps.map(({ by: _by, basis: _basis, ...step }) => step),
		})),
		guides: knowledge.guides.map(leanGuide),
		cases: [],
		courses: [],
		documents: knowledge.documents.map(leanDocument),
		sources: knowledge.sources.map(({ remark: _remark, issuer: _issuer, ...source }) => ({
			...source,
			articles: source.articles.map((article) => ({ ...article, about: "" })),
		})),
		district: { ...district, deadlines: [], departments: [] },
		topics: [],
		topicWeights: { ids: [], pieces: "", weights: "", step: 0 },
		refusalWords: UNREAD,
		refusalWeights: "",
		glossary: { ...knowledge.glossary, terms: [] },
		rating: UNREAD,
		survey: UNREAD,
		bot: UNREAD,
		passages: [],
	};
}

/** What reading words takes: signs, learnt weights, words of refusals, terms without their meanings. */
export type ClientReading = Pick<
	Knowledge,
	"version" | "topics" | "topicWeights" | "refusalWords" | "refusalWeights"
> & {
	readonly terms: Knowledge["glossary"]["terms"];
};

/** What the browser loads beside the code that reads, when somebody first asks in words. */
export function clientReading(knowledge: Knowledge): ClientReading {
	const { version, topics, topicWeights, refusalWords, refusalWeights, glossary } = knowledge;
	return {
		version,
		topics: topics.map((topic) => ({ ...topic, title: "" })),
		topicWeights,
		refusalWords,
		refusalWeights,
		terms: glossary.terms
			.filter((term) => term.guide !== undefined)
			.map((term) => ({ ...term, meaning: "" })),
	};
}

/** Enables the knowledge of the browser to read. Other versions are left aside. */
export function withReading(knowledge: Knowledge, reading: ClientReading): Knowledge {
	if (reading.version !== knowledge.version) return knowledge;
	const { terms, version: _version, ...learnt } = reading;
	return { ...knowledge, ...learnt, glossary: { ...knowledge.glossary, terms } };
}

/** Parts of a guide that follow later. */
type GuideDetails = Pick<GuideEntry, "aliases" | "related" | "cases" | "steps" | "materials">;

/** What the browser loads after the first answer, which is then completed. */
export interface ClientDetails {
	/** Version of the knowledge they belong to. */
	readonly version: string;
	readonly cases: readonly CaseEntry[];
	readonly courses: readonly CourseEntry[];
	/** The glossary with its meanings. */
	readonly glossary: Knowledge["glossary"];
	/** Guide id → ways of asking, related pages, steps and papers in full. */
	readonly guides: Readonly<Record<string, GuideDetails>>;
}

/** The details that `clientKnowledge` leaves out. */
export function clientDetails(knowledge: Knowledge): ClientDetails {
	return {
		version: knowledge.version,
		cases: knowledge.cases.map(leanCase),
		courses: knowledge.courses.map(leanCourse),
		glossary: knowledge.glossary,
		guides: Object.fromEntries(
			knowledge.guides.map(({ id, aliases, related, cases, steps, materials }) => [
				id,
				{ aliases, related, cases, steps, materials },
			]),
		),
	};
}

/** Completes the knowledge of the browser once the details have arrived. Other versions are left aside. */
export function withDetails(knowledge: Knowledge, details: ClientDetails): Knowledge {
	if (details.version !== knowledge.version) return knowledge;
	return {
		...knowledge,
		cases: details.cases,
		courses: details.courses,
		glossary: details.glossary,
		guides: knowledge.guides.map((guide) => ({ ...guide, ...details.guides[guide.id] })),
	};
}

/** In place of a part that the assistant in the browser never reads, or not before `withReading`. */
const UNREAD = {} as never;

/** Citations without the remarks that only pages print. */
function leanCitations(citations: readonly Citation[]): Citation[] {
	return citations.map(({ source, article }) => (article === undefined ? { source } : { source, article }));
}

/** One-line answer and sources; the guides of the outcomes keep what a conclusion prints. */
function leanGuide(guide: GuideEntry): GuideEntry {
	const isOutcome = guide.outcome !== undefined;
	return {
		...guide,
		order: 0,
		audience: [],
		aliases: [],
		related: [],
		cases: [],
		checklist: [],
		mistakes: [],
		changes: [],
		steps: [],
		materials: isOutcome ? guide.materials : [],
		sources: leanCitations(guide.sources),
	};
}

function leanCase(one: CaseEntry): CaseEntry {
	return { ...one, facts: [], changes: [] };
}

function leanCourse(course: CourseEntry): CourseEntry {
	return {
		...course,
		goal: "",
		outcomes: [],
		materials: [],
		changes: [],
		sessions: course.sessions.map((session) => ({ ...session, title: "" })),
	};
}

function leanDocument(document: DocumentEntry): DocumentEntry {
	return { ...document, summary: "", sources: [], guides: [], changes: [] };
}
