import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ContentError } from "../../scripts/content/content-error.ts";
import { scaffold } from "../../scripts/content/scaffold.ts";
import { loadKnowledge } from "../../scripts/knowledge.ts";

const GUIDE = "guides/sample-guide.mdx";
const CASE = "cases/sample-case.mdx";
const COURSE = "training/sample-course.mdx";

let root: string;

beforeEach(() => {
	root = join(mkdtempSync(join(tmpdir(), "content-")), "content");
	cpSync("content", root, { recursive: true });
	// Pages as `content:new` writes them: valid to begin with, and independent of what the office edits.
	for (const [kind, file] of [
		["guide", GUIDE],
		["case", CASE],
		["training", COURSE],
	] as const) {
		const { text } = scaffold(kind, "sample", "用来检查的一页", "2026-11-24");
		writeFileSync(join(root, file), text);
	}
});

afterEach(() => {
	rmSync(join(root, ".."), { recursive: true, force: true });
});

/** Rewrites one file of the copied content. */
function edit(file: string, change: (text: string) => string): void {
	const path = join(root, file);
	const before = readFileSync(path, "utf8");
	const after = change(before);
	if (after === before) throw new Error(`the edit of ${file} changed nothing`);
	writeFileSync(path, after);
}

/** What a person reads when the content is wrong; the temporary folder is left out. */
function complaint(): string {
	try {
		loadKnowledge(root);
	} catch (error) {
		if (error instanceof ContentError) return error.message.replaceAll(root, "content");
		throw error;
	}
	throw new Error("the content was accepted");
}

describe("loadKnowledge", () => {
	it("accepts the office's content and gives it a version that follows the content", () => {
		const before = loadKnowledge(root);
		edit(GUIDE, (text) => text.replace(/^order: \d+/m, "order: 77"));
		expect(loadKnowledge(root).version).not.toBe(before.version);
		expect(before.outcomes).toHaveLength(15);
	});

	it.each([
		["a missing item", GUIDE, (text: string) => text.replace(/^answer: .*\n/m, "")],
		["a misspelt item", GUIDE, (text: string) => text.replace(/^answer:/m, "anwser:")],
		["a value outside the list", GUIDE, (text: string) => text.replace(/^group: .*/m, "group: building")],
		["a malformed date", GUIDE, (text: string) => text.replace(/^asOf: .*/m, "asOf: 2026年9月18日")],
		[
			"a review more than a year away",
			GUIDE,
			(text: string) => text.replace(/^reviewDue: .*/m, 'reviewDue: "2031-01-01"'),
		],
		[
			"an unknown source",
			GUIDE,
			(text: string) => text.replace(/^sources:\n/m, "sources:\n  - { source: branch-regulation }\n"),
		],
		[
			"an article nobody has seen",
			GUIDE,
			(text: string) =>
				text.replace(/^sources:\n/m, "sources:\n  - { source: branch-regulations, article: 第九十九条 }\n"),
		],
		[
			"an unknown related page",
			GUIDE,
			(text: string) => text.replace(/^sources:/m, "related: [single-brunch]\nsources:"),
		],
		["broken YAML", GUIDE, (text: string) => text.replace(/^title: (.*)/m, "title: “单独”: $1")],
		["no front matter", GUIDE, (text: string) => text.replace(/^---\n/, "")],
		["a broken link", GUIDE, (text: string) => `${text}\n见[换届](/guides/reelection/)。\n`],
		["a broken anchor", GUIDE, (text: string) => `${text}\n见[换届步骤](/guides/re-election/#step-9)。\n`],
		["a vague link", GUIDE, (text: string) => `${text}\n换届[详见](/guides/re-election/)。\n`],
		["a case without its headings", CASE, (text: string) => text.replace("## 结果", "## 成效")],
		["hours that do not add up", COURSE, (text: string) => text.replace(/^hours: .*/m, "hours: 99")],
	])("explains %s with file, line and remedy", (_, file, change) => {
		edit(file, change);
		expect(complaint()).toMatchSnapshot();
	});

	it("explains a missing file", () => {
		rmSync(join(root, "office/district.yaml"));
		expect(complaint()).toMatchSnapshot();
	});

	it("reports every problem at once", () => {
		edit(GUIDE, (text) => text.replace(/^group: .*/m, "group: building"));
		edit(CASE, (text) => text.replace(/^mode: .*/m, "mode: alone"));
		const text = complaint();
		expect(text).toContain(GUIDE);
		expect(text).toContain(CASE);
	});
});
