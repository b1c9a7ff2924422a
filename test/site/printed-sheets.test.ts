import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { ServedSite } from "./served-site.ts";

const { district, guides, cases } = loadKnowledge();
const folder = mkdtempSync(join(tmpdir(), "sheets-"));
let site: ServedSite;
beforeAll(async () => {
	site = await ServedSite.start();
});
afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Text of every sheet of a page as Chromium prints it, spaces left out. */
async function sheets(path: string): Promise<string[]> {
	const file = join(folder, "sheets.pdf");
	await site.visit(path, async (page) => {
		writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
	});
	const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
	return text
		.split("\f")
		.slice(0, -1)
		.map((sheet) => sheet.replaceAll(/\s/g, ""));
}

describe.skipIf(spawnSync("pdftotext", ["-v"]).error !== undefined)("every printed sheet", () => {
	it("names site and page at its head, and at its foot the day of the last check and the number of the sheet", async () => {
		const guide = guides.find(({ id }) => id === "re-election");
		const printed = await sheets("/guides/re-election/");
		expect(printed.length).toBeGreaterThan(1);
		for (const [index, sheet] of printed.entries()) {
			expect(sheet.startsWith(`${district.siteName}${district.name}${guide?.title}`), sheet).toBe(true);
			expect(sheet).toMatch(/核对日期\d{4}年\d{1,2}月\d{1,2}日/);
			expect(sheet.endsWith(`第${index + 1}页，共${printed.length}页`), sheet).toBe(true);
		}
	});

	it("of a collection names its chapter", async () => {
		const printed = await sheets("/print/cases/");
		const title = ({ title }: { readonly title: string }) => `${district.siteName}${district.name}${title}`;
		const heads = cases.map((one) => title(one).replaceAll(/\s/g, ""));
		const chapters = printed.filter((sheet) => heads.some((head) => sheet.startsWith(head)));
		expect(chapters.length).toBeGreaterThanOrEqual(cases.length);
		for (const [index, sheet] of printed.entries())
			expect(sheet.endsWith(`第${index + 1}页，共${printed.length}页`), sheet.slice(-40)).toBe(true);
	});
});
