import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeSyntheticCases } from "../../../scripts/bench/scale/synthetic-cases.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";

let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), "synthetic-"));
	cpSync("content", root, { recursive: true });
	writeSyntheticCases(join(root, "cases"), 40);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("writes cases that the content check takes, besides the real ones", () => {
	expect(loadKnowledge(root).cases.length).toBe(loadKnowledge().cases.length + 40);
});

it("writes the same texts again for the same number, each of the length of an article", () => {
	const file = join(root, "cases/synthetic-00007.mdx");
	const text = readFileSync(file, "utf8");
	writeSyntheticCases(join(root, "cases"), 40);
	expect(readFileSync(file, "utf8")).toBe(text);
	expect(text.length).toBeGreaterThan(1800);
});
