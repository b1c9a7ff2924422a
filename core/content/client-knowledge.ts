import type { Citation, Step } from "./common.ts";
import type { CaseEntry, CourseEntry, DocumentEntry, GuideEntry, Knowledge, Passage } from "./knowledge.ts";

/**
 * What the assistant in the browser needs of `Knowledge` at once: rules, one-line
 * answers, ways of asking, wording. Everything it never reads is emptied. Still a
 * complete `Knowledge`, so that the same assistant runs with it and reaches the same
 * conclusions; passages, cases, courses and the details of guides' steps follow by
 * `withDetails`, after which its answers are those of every other channel.
 */
export function clientKnowledge(knowledge: Knowledge): Knowledge {
	const { bot, survey, rating } = knowledge;
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
		district: { ...knowledge.district, deadlines: [] },
		glossary: {
			...knowledge.glossary,
			terms: knowledge.glossary.terms.map((term) => ({ ...term, meaning: "" })),
		},
		rating: { ...rating, dimensions: [], bonus: [], vetoes: [], notes: [], basis: [] },
		survey: { ...survey, notice: [], fields: {}, messages: {}, sentences: {} },
		bot: {
			...bot,
			commands: emptied(bot.commands),
			problems: emptied(bot.problems),
			sentences: emptied(bot.sentences),
			http: emptied(bot.http),
		},
		passages: [],
	};
}

/** What the browser loads when it is first needed. */
export interface ClientDetails {
	/** Version of the knowledge they belong to. */
	readonly version: string;
	readonly passages: readonly Passage[];
	readonly cases: readonly CaseEntry[];
	readonly courses: readonly CourseEntry[];
	/** Guide id → its steps in full. */
	readonly steps: Readonly<Record<string, readonly Step[]>>;
}

/** The details that `clientKnowledge` leaves out. */
export function clientDetails(knowledge: Knowledge): ClientDetails {
	return {
		version: knowledge.version,
		passages: knowledge.passages,
		cases: knowledge.cases.map(leanCase),
		courses: knowledge.courses.map(leanCourse),
		steps: Object.fromEntries(
			knowledge.guides.flatMap((guide) => (guide.steps.length > 0 ? [[guide.id, guide.steps] as const] : [])),
		),
	};
}

/** Completes the knowledge of the browser once the details have arrived. Other versions are left aside. */
export function withDetails(knowledge: Knowledge, details: ClientDetails): Knowledge {
	if (details.version !== knowledge.version) return knowledge;
	return {
		...knowledge,
		passages: details.passages,
		cases: details.cases,
		courses: details.courses,
		guides: knowledge.guides.map((guide) => ({
			...guide,
			steps: [...(details.steps[guide.id] ?? guide.steps)],
		})),
	};
}

function emptied<T extends object>(texts: T): T {
	return Object.fromEntries(Object.keys(texts).map((key) => [key, ""])) as T;
}

/** Citations without the remarks that only pages print. */
function leanCitations(citations: readonly Citation[]): Citation[] {
	return citations.map(({ source, article }) => (article === undefined ? { source } : { source, article }));
}

function leanGuide(guide: GuideEntry): GuideEntry {
	return {
		...guide,
		audience: [],
		checklist: [],
		mistakes: [],
		changes: [],
		steps: guide.steps.map(({ title, limit }) => (limit === undefined ? { title } : { title, limit })),
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
