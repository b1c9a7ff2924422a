import { createHash } from "node:crypto";
import { botFile } from "../core/content/bot-wording.ts";
import { modelCase } from "../core/content/case.ts";
import { course } from "../core/content/course.ts";
import { document } from "../core/content/document.ts";
import { guide } from "../core/content/guide.ts";
import type { Knowledge } from "../core/content/knowledge.ts";
import { districtFile, glossaryFile, sourcesFile } from "../core/content/office.ts";
import { refusedFile } from "../core/content/refused.ts";
import { formationFile, outcomesFile, ratingFile } from "../core/content/rules.ts";
import { surveyFile } from "../core/content/survey-wording.ts";
import { askedFile, topicsFile } from "../core/content/topics.ts";
import { assistantFile } from "../core/content/wording.ts";
import { checkAsked } from "./content/asked.ts";
import { ContentError } from "./content/content-error.ts";
import { subjectExamples, subjectWeights } from "./content/learnt-weights.ts";
import { splitPassages } from "./content/passages.ts";
import { ContentReader } from "./content/reader.ts";
import { checkReferences } from "./content/references.ts";
import { checkTable } from "./content/table.ts";

/**
 * Reads and checks everything below `root` (default `content`).
 * @throws ContentError listing each problem with file, line, what is wrong and how to mend it.
 */
export function loadKnowledge(root = "content"): Knowledge {
	const reader = new ContentReader(root);
	const guides = reader.folder(guide, "guides");
	const cases = reader.folder(modelCase, "cases");
	const courses = reader.folder(course, "training");
	const documents = reader.folder(document, "documents");
	const formation = reader.yaml(formationFile, "rules/formation.yaml");
	const outcomes = reader.yaml(outcomesFile, "rules/outcomes.yaml");
	const rating = reader.yaml(ratingFile, "rules/rating.yaml");
	const sources = reader.yaml(sourcesFile, "office/sources.yaml");
	const district = reader.yaml(districtFile, "office/district.yaml");
	const glossary = reader.yaml(glossaryFile, "office/glossary.yaml");
	const wording = reader.yaml(assistantFile, "office/assistant.yaml");
	const survey = reader.yaml(surveyFile, "office/survey.yaml");
	const topics = reader.yaml(topicsFile, "office/topics.yaml");
	const asked = reader.yaml(askedFile, "office/asked.yaml");
	const refused = reader.yaml(refusedFile, "office/refused.yaml");
	const bot = reader.yaml(botFile, "office/bot.yaml");
	if (
		!formation ||
		!outcomes ||
		!rating ||
		!sources ||
		!district ||
		!glossary ||
		!wording ||
		!survey ||
		!topics ||
		!asked ||
		!refused ||
		!bot
	) {
		throw new ContentError(reader.problems);
	}
	// References are checked only between valid files: a page that could not be read would look missing to all others.
	const problems =
		reader.problems.length > 0
			? reader.problems
			: [
					...checkReferences({ guides, cases, courses, documents, sources, district, formation, outcomes }),
					...checkTable(formation, wording),
					...checkAsked(asked, guides),
				];
	if (problems.length > 0) throw new ContentError(problems);

	const entries = guides.map(({ id, data }) => ({ id, ...data }));
	const value = {
		formation: formation.data,
		outcomes: outcomes.data.outcomes,
		guides: entries.toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id)),
		cases: cases.map(({ id, data }) => ({ slug: id, ...data })),
		courses: courses.map(({ id, data }) => ({ slug: id, ...data })),
		documents: documents.map(({ id, data }) => ({ slug: id, ...data })),
		sources: sources.data.sources,
		district: district.data,
		glossary: glossary.data,
		rating: rating.data,
		wording: wording.data,
		survey: survey.data,
		topics: topics.data.topics,
		subjectWeights: subjectWeights(subjectExamples(entries, asked.data.asked, refused.data.refused)),
		bot: bot.data,
		passages: [
			...guides.flatMap(({ id, data, file }) =>
				splitPassages(file.body, { page: `/guides/${id}/`, topic: id, title: data.title }),
			),
			...cases.flatMap(({ id, data, file }) =>
				splitPassages(file.body, { page: `/cases/${id}/`, topic: null, title: data.title }),
			),
			...courses.flatMap(({ id, data, file }) =>
				splitPassages(file.body, { page: `/training/${id}/`, topic: null, title: data.title }),
			),
		],
	};
	const version = createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
	return { version, ...value };
}
