import type { Citation } from "./common.ts";
import type { CaseEntry, DocumentEntry, GuideEntry, Knowledge } from "./knowledge.ts";

/**
 * What the assistant in the browser needs of `Knowledge` at once: rules, one-line
 * answers, wording. Everything it never reads is emptied. Still a complete `Knowledge`,
 * so that the same assistant decides with it; what reading words takes follows by
 * `withReading`, cases and steps of the topic by `withDetails`, after which the answer is that of
 * every other channel. Passages are for language models and courses for a command: never sent.
 */
export function clientKnowledge(knowledge: Knowledge): Knowledge {
	const { district, outcomes } = knowledge;
	const guides = knowledge.guides.map(leanGuide);
	return {
		...knowledge,
		// How the rules are grouped on their page.
		formation: { ...knowledge.formation, groups: [] },
		outcomes: outcomes.map((outcome) => ({
			...outcome,
			steps: outcome.steps.map(({ by: _by, basis: _basis, ...step }) => step),
		})),
		guides,
		cases: [],
		courses: [],
		documents: documentsNamed(
			knowledge,
			outcomes.flatMap(({ documents }) => documents),
			guides,
		),
		sources: knowledge.sources.map(({ remark: _remark, publishedOn: _place, ...source }) => ({
			...source,
			issuer: "",
			short: "",
			articles: source.articles.map((article) => ({ ...article, about: "" })),
		})),
		district: { ...district, deadlines: [], departments: [] },
		topics: [],
		subjectWeights: UNREAD,
		glossary: { ...knowledge.glossary, terms: [] },
		rating: UNREAD,
		survey: UNREAD,
		bot: UNREAD,
		passages: [],
	};
}

/** What reading words takes: learnt weights, terms without their meanings. */
export type ClientReading = Pick<Knowledge, "version" | "subjectWeights"> & {
	readonly terms: Terms;
	/** Guide id → ways of asking for it that would be read otherwise. */
	readonly aliases: Readonly<Record<string, readonly string[]>>;
};

/**
 * What the browser loads beside the code that reads, when somebody first asks in words.
 * @param aliases those that are read right only because they are listed
 */
export function clientReading(knowledge: Knowledge, aliases: ClientReading["aliases"]): ClientReading {
	const { version, subjectWeights, glossary } = knowledge;
	return {
		version,
		subjectWeights,
		terms: glossary.terms
			.filter((term) => term.guide !== undefined)
			.map((term) => ({ ...term, meaning: "" })),
		aliases,
	};
}

/** Enables the knowledge of the browser to read. Other versions are left aside. */
export function withReading(knowledge: Knowledge, reading: ClientReading): Knowledge {
	if (reading.version !== knowledge.version) return knowledge;
	const { terms, version: _version, aliases, ...learnt } = reading;
	return {
		...knowledge,
		...learnt,
		glossary: { ...knowledge.glossary, terms: explained(terms, knowledge.glossary.terms) },
		guides: knowledge.guides.map((guide) => ({
			...guide,
			aliases: [...guide.aliases, ...(aliases[guide.id] ?? [])],
		})),
	};
}

/** Parts of a guide that follow later. */
type GuideDetails = Pick<GuideEntry, "aliases" | "related" | "cases" | "steps" | "materials">;

/** What completes an answer on one topic, loaded after it was first shown. */
export interface ClientDetails {
	/** Version of the knowledge they belong to. */
	readonly version: string;
	/** Cases the answer may list. */
	readonly cases: readonly CaseEntry[];
	/** Documents the topic's materials name. */
	readonly documents: readonly DocumentEntry[];
	/** Terms the topic explains, with their meanings. */
	readonly terms: Terms;
	/** The topic's guide in full, and ways of asking for those related to it. */
	readonly guides: Readonly<Record<string, Partial<GuideDetails>>>;
}

/** Cases an answer lists at most. */
const MOST_CASES = 4;

/** The details that `clientKnowledge` leaves out, for answers on one topic; `null` when no guide has this id. */
export function clientDetails(knowledge: Knowledge, topic: string): ClientDetails | null {
	const { version, glossary, guides, topics } = knowledge;
	const guide = guides.find(({ id }) => id === topic);
	if (guide === undefined) return null;
	const { aliases, related, cases, steps, materials } = guide;
	const listsCases = [guide, ...topics].some(({ id, intent }) => id === topic && intent === "cases");
	const named = knowledge.cases.filter((one) => cases.includes(one.slug) || one.guides.includes(topic));
	const newest = [...knowledge.cases].sort((a, b) => b.year - a.year).slice(0, MOST_CASES);
	return {
		version,
		cases: (named.length === 0 && listsCases ? newest : named).map(leanCase),
		documents: documentsNamed(knowledge, [], [guide]),
		terms: glossary.terms.filter((term) => term.guide === topic),
		guides: {
			...Object.fromEntries(
				related.flatMap((id) =>
					guides.filter((other) => other.id === id).map((other) => [id, { aliases: other.aliases }]),
				),
			),
			[topic]: { aliases, related, cases, steps, materials },
		},
	};
}

/** Completes the knowledge of the browser for a topic once its details have arrived. Other versions are left aside. */
export function withDetails(knowledge: Knowledge, details: ClientDetails): Knowledge {
	if (details.version !== knowledge.version) return knowledge;
	const slugs = new Set(details.cases.map(({ slug }) => slug));
	const { terms } = knowledge.glossary;
	return {
		...knowledge,
		cases: [...knowledge.cases.filter(({ slug }) => !slugs.has(slug)), ...details.cases],
		documents: [
			...knowledge.documents.filter(({ slug }) => !details.documents.some((one) => one.slug === slug)),
			...details.documents,
		],
		glossary: {
			...knowledge.glossary,
			terms: [
				...explained(terms, details.terms),
				...details.terms.filter(({ id }) => !terms.some((one) => one.id === id)),
			],
		},
		guides: knowledge.guides.map((guide) => ({ ...guide, ...details.guides[guide.id] })),
	};
}

/** Documents with these slugs and those that the materials of the guides name. */
function documentsNamed(
	{ documents }: Knowledge,
	slugs: readonly string[],
	guides: readonly GuideEntry[],
): DocumentEntry[] {
	const named = new Set([
		...slugs,
		...guides.flatMap(({ materials }) => materials.map((one) => one.document)),
	]);
	return documents.filter(({ slug }) => named.has(slug)).map(leanDocument);
}

type Terms = Knowledge["glossary"]["terms"];

/** Terms, those with a known meaning in its words: the two parts that carry terms arrive in any order. */
function explained(terms: Terms, known: Terms): Terms {
	const meanings = new Map(known.map((term) => [term.id, term]));
	return terms.map((term) => meanings.get(term.id) ?? term);
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
		owner: "",
		group: "establish",
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

function leanDocument(document: DocumentEntry): DocumentEntry {
	return { ...document, summary: "", sources: [], guides: [], changes: [] };
}
