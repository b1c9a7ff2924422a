import type { Knowledge } from "../content/knowledge.ts";
import { chineseDate } from "./dates.ts";
import type { Fact, Section } from "./types.ts";
import { closed, sentence, title } from "./wording.ts";

/** The whole answer as plain text, complete without buttons, links shown as site paths. */
export function renderText(knowledge: Knowledge, headline: string, sections: readonly Section[]): string {
	const parts = sections.map((section) => renderSection(knowledge, section)).filter((part) => part !== "");
	return [headline, ...parts].join("\n\n");
}

function renderSection(knowledge: Knowledge, section: Section): string {
	const block = (key: string, lines: readonly string[]) =>
		lines.length === 0 ? "" : [`【${title(knowledge, key)}】`, ...lines].join("\n");
	switch (section.kind) {
		case "facts":
			return block("facts", [
				section.facts.map(renderFact).join("；"),
				...section.assumptions.map((line) => `${title(knowledge, "assumptions")}：${line}`),
			]);
		case "why": {
			const sources = section.sources.map((source) => `${source.label}（${source.dated}）`);
			return block("why", [
				...section.paragraphs,
				...(sources.length > 0 ? [`${title(knowledge, "sources")}：${sources.join("；")}`] : []),
				sentence(knowledge, "asOf", { date: chineseDate(section.asOf) }) +
					(section.row ? `，判断表${section.row}` : ""),
			]);
		}
		case "steps":
			return block("steps", [
				...section.steps.map(
					(step, at) =>
						`${at + 1}. ${step.title}${step.limit ? `（${step.limit}）` : ""}${step.detail ? `：${step.detail}` : ""}`,
				),
				...(section.more ? [`${section.more.label}：${section.more.url}`] : []),
			]);
		case "materials":
			return block("materials", [
				...section.materials.map(
					(one, at) => `${at + 1}. ${one.name}（${one.by}）${one.note ? `：${one.note}` : ""}`,
				),
				...section.documents.map((link) => `${link.label}：${link.url}`),
			]);
		case "changes":
			return block(
				"changes",
				section.changes.map((change) => `${change.when} → ${change.then}`),
			);
		case "cases":
			return block(
				"cases",
				section.cases.map((one) => `${one.title}（${one.tags.join("、")}）：${one.summary} ${one.url}`),
			);
		case "links":
			return [`【${section.title}】`, ...section.links.map((link) => `${link.label}：${link.url}`)].join(
				"\n",
			);
		case "text":
			return [...(section.title ? [`【${section.title}】`] : []), ...section.paragraphs].join("\n");
		case "contact":
			return block("contact", [
				closed(section.text),
				...section.links.map((link) => `${link.label}：${link.url}`),
			]);
	}
}

function renderFact(fact: Fact): string {
	return `${fact.label}：${fact.value}${fact.assumed ? "（假定）" : ""}`;
}
