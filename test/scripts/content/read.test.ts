import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readContentFile } from "../../../scripts/content/read.ts";

const folder = mkdtempSync(join(tmpdir(), "read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("parses a text once, and again when it was changed", () => {
	const file = join(folder, "guide.mdx");
	writeFileSync(file, "---\ntitle: 换届\norder: 1\n---\n正文");
	const first = readContentFile(file);
	expect(first).toMatchObject({ data: { title: "换届", order: 1 }, body: "正文", bodyLine: 5 });
	expect(readContentFile(file)).toBe(first);
	writeFileSync(file, "---\ntitle: 换届\n\norder: 2\n---\n正文");
	const second = readContentFile(file);
	expect(second.data).toEqual({ title: "换届", order: 2 });
	expect([first.lineOf(["order"]), second.lineOf(["order"]), second.lineOf(["steps", 0])]).toEqual([3, 4, 2]);
});
