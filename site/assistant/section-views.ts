import type { Section } from "../../core/assistant/types.ts";
import { element } from "../enhance/element.ts";
import { richText } from "../enhance/rich-text.ts";

/** One kind of section, e.g. `SectionOf<"steps">`. */
export type SectionOf<Kind extends Section["kind"]> = Extract<Section, { kind: Kind }>;

/** Why: the rule in plain words, its sources, the day it was checked. */
export function whyView({ paragraphs, sources, asOf, row }: SectionOf<"why">): Node[] {
	return [
		...paragraphs.map((text) => element("p", {}, ...richText(text))),
		element(
			"ul",
			{ class: "answer-rows answer-sources" },
			...sources.map((source) =>
				element(
					"li",
					{},
					element("span", {}, element("a", { href: source.url }, source.label), source.check && checkMark()),
					element("span", { class: "dated" }, source.dated),
				),
			),
		),
		element(
			"p",
			{ class: "answer-caption" },
			row === null ? null : element("a", { href: `/rules/#${row}` }, `规则${row}`),
			row === null ? "" : "，",
			"依据截至",
			element("span", { class: "date" }, chineseDate(asOf)),
		),
	];
}

function checkMark(): Node {
	return element("span", { class: "check-mark" }, "条款序号请核对");
}

/** Steps with their time limits. */
export function stepsView({ steps, more }: SectionOf<"steps">): Node[] {
	return [
		element(
			"ol",
			{ class: "steps answer-steps" },
			...steps.map(({ title, detail, limit }) =>
				element(
					"li",
					{},
					element(
						"div",
						{ class: "body" },
						element("h4", {}, ...richText(title)),
						detail !== null && element("p", { class: "how" }, ...richText(detail)),
					),
					element(
						"p",
						{ class: limit === null ? "limit none" : "limit" },
						...richText(limit ?? "无统一期限"),
					),
				),
			),
		),
		...(more === null
			? []
			: [element("p", { class: "answer-more" }, element("a", { href: more.url }, more.label))]),
	];
}

/** Papers to hand in, and templates for them. */
export function materialsView({ materials, documents }: SectionOf<"materials">): Node[] {
	return [
		element(
			"ul",
			{ class: "answer-rows answer-materials" },
			...materials.map(({ name, by, note }) =>
				element(
					"li",
					{},
					element("span", {}, ...richText(name), note !== null && element("small", {}, ...richText(note))),
					element("span", { class: "dated" }, by),
				),
			),
		),
		...(documents.length === 0
			? []
			: [
					element(
						"ul",
						{ class: "answer-links", "aria-label": "可以直接用的文书" },
						...documents.map(({ label, url }) => element("li", {}, element("a", { href: url }, label))),
					),
				]),
	];
}

/** What would change the conclusion, and into what. */
export function changesView({ changes }: SectionOf<"changes">): Node[] {
	return [
		element(
			"ul",
			{ class: "answer-rows answer-changes" },
			...changes.map(({ when, then, url }) =>
				element(
					"li",
					{},
					element("span", {}, ...richText(when)),
					element("span", { class: "arrow", "aria-hidden": "true" }, "→"),
					element("span", {}, url === null ? richText(then) : element("a", { href: url }, ...richText(then))),
				),
			),
		),
	];
}

/** Related cases as cards. Tags up to 示例 stand above the title, the others below. */
export function casesView({ cases }: SectionOf<"cases">): Node[] {
	return [
		element(
			"div",
			{ class: "cases" },
			...cases.map(({ title, summary, tags, url }) => {
				const example = tags.indexOf("示例");
				return element(
					"article",
					{ class: "case" },
					element(
						"p",
						{ class: "tags" },
						...tags.slice(0, Math.max(0, example)).map((tag) => element("span", { class: "tag" }, tag)),
						element("span", { class: "tag example" }, "示例"),
					),
					element("h4", {}, element("a", { href: url }, title)),
					element("p", {}, ...richText(summary)),
					element(
						"p",
						{ class: "case-facts" },
						...tags.slice(example + 1).map((tag) => element("span", {}, tag)),
					),
				);
			}),
		),
	];
}

/** Pages to read on. */
export function linksView({ links }: SectionOf<"links">): Node[] {
	return [
		element(
			"ul",
			{ class: "answer-rows" },
			...links.map(({ label, url }) => element("li", {}, element("a", { href: url }, label))),
		),
	];
}

export function textView({ paragraphs }: SectionOf<"text">): Node[] {
	return paragraphs.flatMap((paragraph) =>
		paragraph.split("\n").map((line) => element("p", {}, ...richText(line))),
	);
}

/** Who decides and where to ask. */
export function contactView({ text, links }: SectionOf<"contact">): Node[] {
	return [
		element(
			"div",
			{ class: "note answer-contact" },
			element("p", {}, ...richText(text)),
			links.length > 0 &&
				element(
					"p",
					{ class: "answer-links" },
					...links.map(({ label, url }) => element("a", { href: url }, label)),
				),
		),
	];
}

/** `2026-09-18` → 2026年9月18日; anything else stays as it is. */
export function chineseDate(date: string): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date;
}
