import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { ContentProblem } from "../../core/content/problem.ts";

/** A parsed YAML file or front matter that still knows on which line each value stands. */
export interface ContentFile {
	readonly file: string;
	readonly data: unknown;
	/** Markdown below the front matter; empty for YAML files. */
	readonly body: string;
	/** 1-based line on which the body starts. */
	readonly bodyLine: number;
	/** 1-based line of the value at `path`, or of its nearest existing parent. */
	lineOf(path: readonly PropertyKey[]): number | null;
	/** Syntax errors of the YAML. */
	readonly problems: readonly ContentProblem[];
}

/**
 * What was read last, by path, with its text. Behind a name of the whole process: in a build the command, Astro's
 * collections and the pages each load this module anew, and parsing is most of what reading costs.
 */
const KEPT = Symbol.for("liangxin-handbook content");
const ofProcess = globalThis as {
	[KEPT]?: Map<string, { readonly text: string; readonly read: ContentFile }>;
};

/** Reads `.yaml`, or the front matter of `.mdx`. A text that is the same as at the last reading is not parsed again. */
export function readContentFile(file: string): ContentFile {
	const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
	ofProcess[KEPT] ??= new Map();
	let kept = ofProcess[KEPT].get(file);
	if (kept?.text !== text) {
		kept = { text, read: readText(file, text) };
		ofProcess[KEPT].set(file, kept);
	}
	return kept.read;
}

function readText(file: string, text: string): ContentFile {
	if (!file.endsWith(".mdx")) return parse(file, text, 0, "", 1);
	const end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
	if (end < 0) {
		const problem = {
			file,
			line: 1,
			what: "文件开头没有用 --- 括起来的信息区",
			mend: "参照 content/README.md，在第一行和信息区末尾各写一行 ---",
		};
		return { file, data: {}, body: text, bodyLine: 1, lineOf: () => 1, problems: [problem] };
	}
	const front = text.slice(4, end + 1);
	const bodyLine = front.split("\n").length + 2;
	return parse(file, front, 1, text.slice(end + 5), bodyLine);
}

function parse(file: string, yaml: string, offset: number, body: string, bodyLine: number): ContentFile {
	const { document, lines } = parseYaml(yaml);
	const problems = document.errors.map((error) => ({
		file,
		line: lines.linePos(error.pos[0]).line + offset,
		...(error.code === "DUPLICATE_KEY"
			? { what: "同一项写了两次", mend: "把两处合并成一处" }
			: {
					what: `YAML 写法有误（${error.code}）`,
					mend: "检查这一行的缩进、冒号后的空格和引号；内容里有冒号时用英文双引号括起来",
				}),
	}));
	return {
		file,
		data: problems.length > 0 ? {} : document.toJS(),
		body,
		bodyLine,
		problems,
		lineOf(path) {
			// Parsed again: a tree of every file, kept for messages that hardly ever come, would be most of the memory.
			const again = parseYaml(yaml);
			for (let length = path.length; length > 0; length--) {
				const node = again.document.getIn(path.slice(0, length), true);
				if (isNode(node) && node.range) return again.lines.linePos(node.range[0]).line + offset;
			}
			return 1 + offset;
		},
	};
}

function parseYaml(yaml: string) {
	const lines = new LineCounter();
	return { document: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }), lines };
}
