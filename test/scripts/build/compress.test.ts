import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { writeCompressedCopies } from "../../../scripts/build/compress.ts";

const root = mkdtempSync(join(tmpdir(), "copies-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("writes both copies beside what gets smaller by it, and nothing beside the rest", async () => {
	const page = `<!doctype html><p>${"单独建立党支部".repeat(200)}`;
	mkdirSync(join(root, "guides"));
	writeFileSync(join(root, "guides/index.html"), page);
	writeFileSync(join(root, "short.css"), "p{}");
	writeFileSync(join(root, "photo.jpg"), page);
	await writeCompressedCopies(root);
	expect(brotliDecompressSync(readFileSync(join(root, "guides/index.html.br"))).toString()).toBe(page);
	expect(gunzipSync(readFileSync(join(root, "guides/index.html.gz"))).toString()).toBe(page);
	expect(readdirSync(root, { recursive: true, encoding: "utf8" }).sort()).toEqual([
		"guides",
		"guides/index.html",
		"guides/index.html.br",
		"guides/index.html.gz",
		"photo.jpg",
		"short.css",
	]);
});

it("leaves a file that is not finished for later, and what has its copies already", async () => {
	const folder = mkdtempSync(join(tmpdir(), "later-"));
	const text = "两新组织".repeat(100);
	for (const name of ["ready.html", "unfinished.html"]) writeFileSync(join(folder, name), text);
	await writeCompressedCopies(folder, ["unfinished.html"]);
	expect(readdirSync(folder)).not.toContain("unfinished.html.br");
	writeFileSync(join(folder, "ready.html.br"), "kept");
	await writeCompressedCopies(folder);
	expect(readdirSync(folder)).toContain("unfinished.html.br");
	expect(readFileSync(join(folder, "ready.html.br"), "utf8")).toBe("kept");
	rmSync(folder, { recursive: true });
});
