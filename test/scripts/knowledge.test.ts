import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ContentError, loadKnowledge } from "../../scripts/knowledge.ts";

let root: string;

beforeEach(() => {
	root = join(mkdtempSync(join(tmpdir(), "content-")), "content");
	cpSync("content", root, { recursive: true });
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
		edit("guides/single-branch.mdx", (text) => text.replace(/^order: \d+/m, "order: 77"));
		expect(loadKnowledge(root).version).not.toBe(before.version);
		expect(before.outcomes).toHaveLength(15);
	});

	it.each([
		["a missing item", "guides/single-branch.mdx", (text: string) => text.replace(/^answer: .*\n/m, "")],
		["a misspelt item", "guides/single-branch.mdx", (text: string) => text.replace(/^answer:/m, "anwser:")],
		[
			"a value outside the list",
			"guides/single-branch.mdx",
			(text: string) => text.replace(/^group: .*/m, "group: building"),
		],
		[
			"a malformed date",
			"guides/single-branch.mdx",
			(text: string) => text.replace(/^asOf: .*/m, "asOf: 2026年9月18日"),
		],
		[
			"a review more than a year away",
			"guides/single-branch.mdx",
			(text: string) => text.replace(/^reviewDue: .*/m, 'reviewDue: "2031-01-01"'),
		],
		[
			"an unknown source",
			"guides/single-branch.mdx",
			(text: string) => text.replace(/^sources:\n/m, "sources:\n  - { source: branch-regulation }\n"),
		],
		[
			"an article nobody has seen",
			"guides/single-branch.mdx",
			(text: string) =>
				text.replace(/^sources:\n/m, "sources:\n  - { source: branch-regulations, article: 第九十九条 }\n"),
		],
		[
			"an unknown related page",
			"guides/single-branch.mdx",
			(text: string) => text.replace(/^related: \[/m, "related: [single-brunch, "),
		],
		[
			"broken YAML",
			"guides/single-branch.mdx",
			(text: string) => text.replace(/^title: (.*)/m, "title: “单独”: $1"),
		],
		["no front matter", "guides/single-branch.mdx", (text: string) => text.replace(/^---\n/, "")],
		[
			"a broken link",
			"guides/single-branch.mdx",
			(text: string) => `${text}\n见[换届](/guides/reelection/)。\n`,
		],
		[
			"a broken anchor",
			"guides/single-branch.mdx",
			(text: string) => `${text}\n见[换届步骤](/guides/re-election/#step-9)。\n`,
		],
		[
			"a vague link",
			"guides/single-branch.mdx",
			(text: string) => `${text}\n换届[详见](/guides/re-election/)。\n`,
		],
		[
			"a case without its headings",
			"cases/single-software-firm.mdx",
			(text: string) => text.replace("## 结果", "## 成效"),
		],
		[
			"hours that do not add up",
			"training/open-base-visit.mdx",
			(text: string) => text.replace(/^hours: .*/m, "hours: 99"),
		],
	])("explains %s with file, line and remedy", (_, file, change) => {
		edit(file, change);
		expect(complaint()).toMatchSnapshot();
	});

	it("explains a missing file", () => {
		rmSync(join(root, "office/district.yaml"));
		expect(complaint()).toMatchSnapshot();
	});

	it("reports every problem at once", () => {
		edit("guides/single-branch.mdx", (text) => text.replace(/^group: .*/m, "group: building"));
		edit("guides/affiliated.mdx", (text) => text.replace(/^intent: .*/m, "intent: chat"));
		const text = complaint();
		expect(text).toContain("guides/single-branch.mdx");
		expect(text).toContain("guides/affiliated.mdx");
	});
});
