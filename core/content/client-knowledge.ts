import type { Citation } from "./common.ts";
import type { CaseEntry, CourseEntry, DocumentEntry, GuideEntry, Knowledge, Passage } from "./knowledge.ts";

/**
 * What the assistant in the browser needs of `Knowledge` at once: rules, one-line
 * answers, wording. Everything it never reads is emptied. Still a complete `Knowledge`,
 * so that the same assistant decides with it; what reading words takes (signs, ways of
 * asking, passages), cases and courses follow by `withDetails`, after which its answers
 * are those of every other channel.
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
		sources: knowledge.sources.map(
			({ remark: _remark, issuer: _issuer, publishedOn: _published, ...source }) => ({
				...source,
				articles: source.articles.map((article) => ({ ...article, about: "" })),
			}),
		),
		district: { ...knowledge.district, deadlines: [] },
		topics: [],
		glossary: { ...knowledge.glossary, terms: [] },
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

/** Parts of a guide that follow later. */
type GuideDetails = Pick<GuideEntry, "aliases" | "related" | "cases" | "steps" | "materials">;

/** What the browser loads when somebody first asks in words. */
export interface ClientDetails {
	/** Version of the knowledge they belong to. */
	readonly version: string;
	readonly passages: readonly Passage[];
	readonly cases: readonly CaseEntry[];
	readonly courses: readonly CourseEntry[];
	/** Signs by which topics are recognised. */
	readonly topics: Knowledge["topics"];
	readonly glossary: Knowledge["glossary"];
	/** Guide id → what only answers to words need: ways of asking, related pages, steps and papers in full. */
	readonly guides: Readonly<Record<string, GuideDetails>>;
}

/** The details that `clientKnowledge` leaves out. */
export function clientDetails(knowledge: Knowledge): ClientDetails {
	return {
		version: knowledge.version,
		passages: knowledge.passages,
		cases: knowledge.cases.map(leanCase),
		courses: knowledge.courses.map(leanCourse),
		topics: knowledge.topics,
		glossary: leanGlossary(knowledge.glossary),
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
		passages: details.passages,
		cases: details.cases,
		courses: details.courses,
		topics: details.topics,
		glossary: details.glossary,
		guides: knowledge.guides.map((guide) => ({ ...guide, ...details.guides[guide.id] })),
	};
}

function emptied<T extends object>(texts: T): T {
	return Object.fromEntries(Object.keys(texts).map((key) => [key, ""])) as T;
}

/** Citations without the remarks that only pages print. */
function leanCitations(citations: readonly Citation[]): Citation[] {
	return citations.map(({ source, article }) => (article === undefined ? { source } : { source, article }));
}

/** One-line answer and sources; the guides of the outcomes keep what a conclusion prints. */
function leanGuide(guide: GuideEntry): GuideEntry {
	const isOutcome = guide.outcome !== undefined;
	return {
		...guide,
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

function leanGlossary(glossary: Knowledge["glossary"]): Knowledge["glossary"] {
	return { ...glossary, terms: glossary.terms.map((term) => ({ ...term, meaning: "" })) };
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
