import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { modelCase } from "../core/content/case.ts";
import { course } from "../core/content/course.ts";
import { document } from "../core/content/document.ts";
import { guide } from "../core/content/guide.ts";
import type { Knowledge, Passage } from "../core/content/knowledge.ts";
import { districtFile, glossaryFile, sourcesFile } from "../core/content/office.ts";
import { type ContentProblem, printProblem } from "../core/content/problem.ts";
import { formationFile, outcomesFile, ratingFile } from "../core/content/rules.ts";
import { surveyFile } from "../core/content/survey-wording.ts";
import { assistantFile } from "../core/content/wording.ts";
import { splitPassages } from "./content/passages.ts";
import { type ContentFile, readContentFile } from "./content/read.ts";

/** Content that cannot be published: carries every problem found, not only the first. */
export class ContentError extends Error {
	readonly problems: readonly ContentProblem[];
	constructor(problems: readonly ContentProblem[]) {
		super(problems.map(printProblem).join("\n\n"));
		this.name = "ContentError";
		this.problems = problems;
	}
}

/**
 * Reads and checks everything below `root` (default `content`).
 * @throws ContentError listing each problem with file, line, what is wrong and how to mend it.
 */
export function loadKnowledge(root = "content"): Knowledge {
	const problems: ContentProblem[] = [];
	const read = (file: string): ContentFile => {
		if (!existsSync(file)) {
			problems.push({
				file,
				line: null,
				what: "缺少这个文件",
				mend: "从版本库恢复它，或参照 content/README.md 新建",
			});
			return { file, data: null, body: "", bodyLine: 1, lineOf: () => null, problems: [] };
		}
		const result = readContentFile(file);
		problems.push(...result.problems);
		return result;
	};
	const check = <T>(schema: z.ZodType<T>, file: ContentFile): T | null => {
		if (file.data === null || file.problems.length > 0) return null;
		const result = schema.safeParse(file.data);
		if (result.success) return result.data;
		for (const issue of result.error.issues) {
			problems.push({
				file: file.file,
				line: file.lineOf(issue.path),
				what: `${issue.path.join(".") || "文件"}：${issue.message}`,
				mend: "按 content/README.md 中这一项的说明改正",
			});
		}
		return null;
	};
	const yaml = <T>(schema: z.ZodType<T>, name: string) => check(schema, read(join(root, name)));
	const passages: Passage[] = [];
	const folder = <T>(
		schema: z.ZodType<T>,
		name: string,
		each: (id: string, data: T, file: ContentFile) => void,
	) => {
		const path = join(root, name);
		const files = existsSync(path)
			? readdirSync(path)
					.filter((file) => file.endsWith(".mdx"))
					.sort()
			: [];
		for (const entry of files) {
			const file = read(join(path, entry));
			const data = check(schema, file);
			if (data !== null) each(basename(entry, ".mdx"), data, file);
		}
	};

	const guides: Knowledge["guides"][number][] = [];
	folder(guide, "guides", (id, data, file) => {
		guides.push({ id, ...data });
		passages.push(...splitPassages(file.body, { page: `/guides/${id}/`, topic: id, title: data.title }));
	});
	const cases: Knowledge["cases"][number][] = [];
	folder(modelCase, "cases", (id, data, file) => {
		cases.push({ slug: id, ...data });
		passages.push(...splitPassages(file.body, { page: `/cases/${id}/`, topic: null, title: data.title }));
	});
	const courses: Knowledge["courses"][number][] = [];
	folder(course, "training", (id, data, file) => {
		courses.push({ slug: id, ...data });
		passages.push(...splitPassages(file.body, { page: `/training/${id}/`, topic: null, title: data.title }));
	});
	const documents: Knowledge["documents"][number][] = [];
	folder(document, "documents", (id, data) => {
		documents.push({ slug: id, ...data });
	});
	const formation = yaml(formationFile, "rules/formation.yaml");
	const outcomes = yaml(outcomesFile, "rules/outcomes.yaml");
	const rating = yaml(ratingFile, "rules/rating.yaml");
	const sources = yaml(sourcesFile, "office/sources.yaml");
	const district = yaml(districtFile, "office/district.yaml");
	const glossary = yaml(glossaryFile, "office/glossary.yaml");
	const wording = yaml(assistantFile, "office/assistant.yaml");
	const survey = yaml(surveyFile, "office/survey.yaml");
	if (
		problems.length > 0 ||
		!formation ||
		!outcomes ||
		!rating ||
		!sources ||
		!district ||
		!glossary ||
		!wording ||
		!survey
	) {
		throw new ContentError(problems);
	}
	guides.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
	const value = {
		formation,
		outcomes: outcomes.outcomes,
		guides,
		cases,
		courses,
		documents,
		sources: sources.sources,
		district,
		glossary,
		rating,
		wording,
		survey,
		passages,
	};
	const version = createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
	return { version, ...value };
}
