import { CASE_HEADINGS, type ModelCase } from "../../core/content/case.ts";
import type { Citation } from "../../core/content/common.ts";
import type { Course } from "../../core/content/course.ts";
import type { Document } from "../../core/content/document.ts";
import type { Guide } from "../../core/content/guide.ts";
import type { District, Source } from "../../core/content/office.ts";
import type { ContentProblem } from "../../core/content/problem.ts";
import type { FormationFile, Outcome } from "../../core/content/rules.ts";
import { OUTCOME_CODES } from "../../core/content/vocabulary.ts";
import { pageLinks } from "./links.ts";
import type { ContentFile } from "./read.ts";
import type { Entry } from "./reader.ts";

/** Everything that may refer to something else. */
export interface CheckedContent {
	readonly guides: readonly Entry<Guide>[];
	readonly cases: readonly Entry<ModelCase>[];
	readonly courses: readonly Entry<Course>[];
	readonly documents: readonly Entry<Document>[];
	readonly sources: Entry<{ readonly sources: readonly Source[] }>;
	readonly district: Entry<District>;
	readonly formation: Entry<FormationFile>;
	readonly outcomes: Entry<{ readonly outcomes: readonly Outcome[] }>;
}

/** Finds references to pages, sources, articles or headings that do not exist. */
export function checkReferences(content: CheckedContent): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const report = (file: ContentFile, path: readonly PropertyKey[], what: string, mend: string) => {
		problems.push({ file: file.file, line: file.lineOf(path), what, mend });
	};
	const ids = {
		指南: new Set(content.guides.map((entry) => entry.id)),
		案例: new Set(content.cases.map((entry) => entry.id)),
		文书: new Set(content.documents.map((entry) => entry.id)),
		行业: new Set(content.district.data.industries.map((industry) => industry.id)),
		责任单位: new Set(content.district.data.departments.map((department) => department.id)),
	};
	const refer = (file: ContentFile, path: readonly PropertyKey[], kind: keyof typeof ids, id: string) => {
		if (ids[kind].has(id)) return;
		report(file, path, `没有名为“${id}”的${kind}`, `改成已有的${kind}：${nearest(id, [...ids[kind]])}`);
	};
	const cite = (file: ContentFile, path: readonly PropertyKey[], citation: Citation) => {
		const source = content.sources.data.sources.find((candidate) => candidate.id === citation.source);
		if (!source) {
			const known = content.sources.data.sources.map((candidate) => candidate.id);
			report(
				file,
				path,
				`没有登记过依据“${citation.source}”`,
				`改成已登记的依据：${nearest(citation.source, known)}；或先在 office/sources.yaml 登记`,
			);
		} else if (citation.article && !source.articles.some((one) => one.article === citation.article)) {
			const articles =
				source.articles.map((one) => one.article).join("、") || "（没有登记条号，只能引用整部文件）";
			report(
				file,
				path,
				`${source.short}没有登记“${citation.article}”，不能引用`,
				`可引用：${articles}；核对原文后可在 office/sources.yaml 登记`,
			);
		}
	};
	const each = <T>(values: readonly T[], visit: (value: T, index: number) => void) => values.forEach(visit);

	each(content.guides, ({ id, data, file }) => {
		each(data.related, (other, at) => refer(file, ["related", at], "指南", other));
		each(data.cases, (slug, at) => refer(file, ["cases", at], "案例", slug));
		each(data.sources, (citation, at) => cite(file, ["sources", at], citation));
		each(data.steps, (step, at) => step.basis && cite(file, ["steps", at, "basis"], step.basis));
		each(
			data.materials,
			(one, at) => one.document && refer(file, ["materials", at, "document"], "文书", one.document),
		);
		refer(file, ["owner"], "责任单位", data.owner);
		checkDates(file, data, report);
		if (data.outcome && data.steps.length > 0) {
			report(
				file,
				["steps"],
				"写了 outcome 的指南，步骤取自 rules/outcomes.yaml",
				"删去这里的 steps，到 rules/outcomes.yaml 修改",
			);
		}
		if (data.related.includes(id)) report(file, ["related"], "相关指南里写了自己", "删去这一项");
	});
	each(content.cases, ({ data, file }) => {
		each(data.guides, (id, at) => refer(file, ["guides", at], "指南", id));
		refer(file, ["industry"], "行业", data.industry);
		const headings = [...file.body.matchAll(/^## +(.+?)\s*$/gm)].map((match) => match[1]);
		if (headings.join() !== CASE_HEADINGS.join()) {
			problems.push({
				file: file.file,
				line: file.bodyLine,
				what: `案例的小标题是“${headings.join("、") || "无"}”`,
				mend: `依次写四个二级标题：${CASE_HEADINGS.join("、")}`,
			});
		}
	});
	each(content.courses, ({ data, file }) => {
		each(data.materials, (slug, at) => refer(file, ["materials", at], "文书", slug));
		each(data.guides, (id, at) => refer(file, ["guides", at], "指南", id));
		const sum = data.sessions.reduce((total, session) => total + session.hours, 0);
		if (sum !== data.hours)
			report(file, ["hours"], `总学时写${data.hours}，各节相加是${sum}`, "改正总学时或某一节的学时");
	});
	each(content.documents, ({ data, file }) => {
		each(data.guides, (id, at) => refer(file, ["guides", at], "指南", id));
		each(data.sources, (citation, at) => cite(file, ["sources", at], citation));
	});
	const { formation, outcomes } = content;
	each(formation.data.rows, (row, at) =>
		each(row.basis, (citation, which) => cite(formation.file, ["rows", at, "basis", which], citation)),
	);
	each(formation.data.notes, (note, at) =>
		each(note.basis, (citation, which) => cite(formation.file, ["notes", at, "basis", which], citation)),
	);
	each(outcomes.data.outcomes, (outcome, at) => {
		const path = ["outcomes", at] as const;
		refer(outcomes.file, [...path, "guide"], "指南", outcome.guide);
		each(outcome.documents, (slug, which) =>
			refer(outcomes.file, [...path, "documents", which], "文书", slug),
		);
		each(
			outcome.steps,
			(step, which) => step.basis && cite(outcomes.file, [...path, "steps", which, "basis"], step.basis),
		);
	});
	for (const code of OUTCOME_CODES) {
		if (outcomes.data.outcomes.some((outcome) => outcome.code === code)) continue;
		report(outcomes.file, ["outcomes"], `缺少结论“${code}”`, "在 outcomes 里补上这一项");
	}
	problems.push(...pageLinks(content));
	return problems;
}

/** A review is due at most a year after the check. */
function checkDates(
	file: ContentFile,
	data: { readonly asOf: string; readonly reviewDue: string },
	report: (file: ContentFile, path: readonly PropertyKey[], what: string, mend: string) => void,
): void {
	const days = (Date.parse(data.reviewDue) - Date.parse(data.asOf)) / 86_400_000;
	if (days <= 0 || days > 366) {
		report(file, ["reviewDue"], "下次复核应在核对日期之后、一年以内", `改成 ${data.asOf} 之后一年内的日期`);
	}
}

/** Up to five known names, those that share most letters first. */
function nearest(name: string, known: readonly string[]): string {
	const pairs = (text: string) => new Set([...text].map((letter, at) => letter + (text[at + 1] ?? "")));
	const wanted = pairs(name);
	const score = (other: string) => [...pairs(other)].filter((pair) => wanted.has(pair)).length;
	return (
		[...known]
			.sort((a, b) => score(b) - score(a))
			.slice(0, 5)
			.join("、") || "（还没有）"
	);
}
