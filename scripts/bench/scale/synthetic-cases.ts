import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CASE_HEADINGS } from "../../../core/content/case.ts";
import { loadKnowledge } from "../../knowledge.ts";

/** Characters of a synthetic page, like those measured elsewhere. */
const LENGTH = 1800;

/** Sentences of the real guides and cases, so that words and bigrams are as frequent as in real text. */
function sentences(): string[] {
	return ["content/guides", "content/cases"].flatMap((folder) =>
		readdirSync(folder).flatMap((file) => {
			const body = readFileSync(join(folder, file), "utf8").split("\n---\n")[1] ?? "";
			return body
				.split("\n")
				.filter((line) => /^\p{Script=Han}/u.test(line) && !/[[\]|<{]/.test(line))
				.flatMap((line) => line.match(/[^。！？]+[。！？]/gu) ?? []);
		}),
	);
}

/**
 * Writes `count` cases into `folder` (`…/content/cases`), the same for the same count: titles are numbered,
 * facets spread over all values, texts drawn from the sentences of the site.
 */
export function writeSyntheticCases(folder: string, count: number): void {
	const pool = sentences();
	const { cases, guides } = loadKnowledge();
	let state = 20_260_918;
	const below = (limit: number): number => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
		return state % limit;
	};
	const pick = <Value>(values: readonly Value[]): Value => {
		const value = values[below(values.length)];
		if (value === undefined) throw new Error("nothing to pick from");
		return value;
	};
	const text = (length: number): string => {
		let result = "";
		while (result.length < length) result += pick(pool);
		return result;
	};
	mkdirSync(folder, { recursive: true });
	for (let number = 1; number <= count; number++) {
		const model = pick(cases);
		const body = CASE_HEADINGS.map(
			(heading) => `## ${heading}\n\n${text(LENGTH / CASE_HEADINGS.length)}`,
		).join("\n\n");
		writeFileSync(
			join(folder, `synthetic-${String(number).padStart(5, "0")}.mdx`),
			`---
title: 合成案例${number}号
summary: ${text(20).slice(0, 60).replaceAll(/[:#"]/g, "，")}
mode: ${model.mode}
form: ${model.form}
kind: ${model.kind}
industry: ${model.industry}
star: ${model.star}
year: ${model.year}
guides: [${pick(guides).id}]
facts:
  - { label: 覆盖单位, value: "1家" }
  - { label: 党员情况, value: "正式党员${3 + below(40)}名" }
example: true
asOf: "2026-11-24"
changes:
  - { date: "2026-11-24", note: 首次发布。 }
---

${body}
`,
		);
	}
}
