import {
	ELEMENT_NODE,
	type ElementNode,
	parse,
	TEXT_NODE,
	type Node as UltraNode,
	walkSync,
} from "ultrahtml";
import { normalize } from "../../core/language/normalize.ts";
import { bigrams } from "../../core/language/tokenize.ts";

/** What the index needs to know of a built page beyond what Pagefind reads itself. */
export interface PageText {
	/** Text of the first `h1` inside the searchable body. */
	readonly title: string;
	/** Text of the searchable body, blocks separated by line breaks. */
	readonly body: string;
	/** Breadcrumbs between the home page and this page, e.g. 办事指南, 建立. */
	readonly trail: readonly string[];
}

const INLINE =
	/^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
// What Pagefind leaves out by itself: controls and navigation are no text of the page.
const SILENT = /^(script|style|template|svg|noscript|select|form|label|nav|footer|iframe)$/;

/**
 * Pagefind leaves out forms and labels. A form that is the text of its page says so by `data-search-text`:
 * to the index it and its labels are plain blocks.
 */
export function formsAsText(html: string): string {
	return html.replace(/<form\b[^>]*\bdata-search-text\b[\s\S]*?<\/form>/g, (form) =>
		form.replace(/<(\/?)(?:form|label)\b/g, "<$1div"),
	);
}

/** Reads the parts marked `data-pagefind-body`; `null` when the page has none and is therefore not searchable. */
export function readPageText(html: string): PageText | null {
	const bodies: ElementNode[] = [];
	const crumbs: string[] = [];
	walkSync(parse(formsAsText(html)), (node) => {
		if (!isElement(node)) return;
		if ("data-pagefind-body" in node.attributes) bodies.push(node);
		if (node.name === "nav" && node.attributes["class"]?.split(" ").includes("crumbs")) {
			walkSync(node, (link) => {
				if (isElement(link) && link.name === "a") crumbs.push(textOf(link).trim());
			});
		}
	});
	if (bodies.length === 0) return null;
	const body = bodies.map(textOf).join("\n");
	let title = "";
	for (const element of bodies) {
		walkSync(element, (node) => {
			if (title === "" && isElement(node) && node.name === "h1") title = textOf(node).trim();
		});
	}
	return { title, body, trail: crumbs.slice(1) };
}

function textOf(node: UltraNode): string {
	if (node.type === TEXT_NODE) return decodeEntities(node.value);
	if (!("children" in node)) return "";
	if (isElement(node) && (SILENT.test(node.name) || "data-pagefind-ignore" in node.attributes)) return "\n";
	const text = (node.children as UltraNode[]).map(textOf).join("");
	return isElement(node) && !INLINE.test(node.name) ? `\n${text}\n` : text;
}

function isElement(node: UltraNode): node is ElementNode {
	return node.type === ELEMENT_NODE;
}

/** Only what decides where a run of Han characters ends; other entities are no Han character. */
function decodeEntities(text: string): string {
	return text
		.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&[a-z]+;/gi, " ");
}

/** Distinct bigrams of every run of Han characters. */
export function hanBigrams(text: string): Set<string> {
	const found = new Set<string>();
	for (const run of hanRuns(text))
		if (Array.from(run).length > 1) for (const pair of bigrams(run)) found.add(pair);
	return found;
}

/**
 * Characters that end a run of Han characters and begin no bigram of the text:
 * the only ones a query of one character would miss, because Pagefind matches prefixes of bigrams.
 */
export function runFinalCharacters(text: string): string[] {
	const initial = new Set<string>();
	const final = new Set<string>();
	for (const run of hanRuns(text)) {
		const characters = Array.from(run);
		const last = characters.pop();
		for (const character of characters) initial.add(character);
		if (last !== undefined) final.add(last);
	}
	return [...final].filter((character) => !initial.has(character));
}

function hanRuns(text: string): string[] {
	return Array.from(normalize(text).matchAll(/\p{Script=Han}+/gu), ([run]) => run);
}
