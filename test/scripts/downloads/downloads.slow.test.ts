import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { toDocx } from "../../../core/documents/docx.ts";
import { launchBrowser } from "../../../scripts/browser.ts";
import { readContentFile } from "../../../scripts/content/read.ts";
import { toCalendar } from "../../../scripts/downloads/calendar.ts";
import { documentModel } from "../../../scripts/downloads/model.ts";
import { toPdf } from "../../../scripts/downloads/pdf.ts";
import { toPptx } from "../../../scripts/downloads/pptx.ts";
import { settleOfficeFile } from "../../../scripts/downloads/reproducible.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";

const knowledge = loadKnowledge();

function documentNamed(slug: string) {
	const entry = knowledge.documents.find((one) => one.slug === slug);
	if (!entry) throw new Error(`no document ${slug}`);
	return { entry, model: documentModel(entry, readContentFile(`content/documents/${slug}.mdx`).body) };
}

const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;

describe("documents of the office", () => {
	it("can all be read into blocks, with only listed blanks", async () => {
		const { BLANKS } = await import("../../../core/documents/blanks.ts");
		const known = new Set(BLANKS.map((blank) => blank.name));
		for (const entry of knowledge.documents) {
			const text = JSON.stringify(documentNamed(entry.slug).model.blocks);
			for (const [, name = ""] of text.matchAll(/【([^】]+)】/g))
				expect(known, `${entry.slug}: 【${name}】`).toContain(name);
		}
	});

	it("gives the same bytes for the same content", async () => {
		const { model } = documentNamed("request-single-branch");
		const once = settleOfficeFile(await toDocx(model), "2026-11-24");
		const twice = settleOfficeFile(await toDocx(model), "2026-11-24");
		expect(Buffer.from(twice).equals(Buffer.from(once))).toBe(true);
	});

	it("makes a presentation with one slide per heading and real Chinese text", async () => {
		const { model } = documentNamed("slides-organizational-life");
		const files = unzipSync(await toPptx(model));
		const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
		const headings = model.blocks.filter((block) => block.kind === "heading" && block.level === 2);
		expect(slides).toHaveLength(headings.length + 1);
		expect(new TextDecoder().decode(files["ppt/slides/slide2.xml"])).toMatch(/[\u4e00-\u9fff]{4}/);
		const spoken = Object.entries(files)
			.filter(([name]) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name))
			.map(([, bytes]) => new TextDecoder().decode(bytes))
			.join("");
		expect(spoken).toContain("三个月后街道回访只问三件事");
		expect(new TextDecoder().decode(files[`ppt/slides/slide${slides.length}.xml`])).not.toContain("讲解");
	});

	it.skipIf(!has("pdftotext"))("prints PDF with real text in embedded Chinese faces", async () => {
		const { model } = documentNamed("request-single-branch");
		const browser = await launchBrowser();
		try {
			const { bytes, pages } = await toPdf(await browser.newPage(), model, "template", "2026-11-24");
			const file = join(mkdtempSync(join(tmpdir(), "pdf-")), "a.pdf");
			writeFileSync(file, bytes);
			expect(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" })).toContain("正式党员");
			const fonts = execFileSync("pdffonts", [file], { encoding: "utf8" });
			expect(fonts).toMatch(/NotoS(ans|erif)SC/);
			expect(fonts).not.toContain("Type 3");
			expect(pages).toBeGreaterThan(0);
		} finally {
			await browser.close();
		}
	});

	it("gives the same PDF whatever the page printed before", async () => {
		const { model } = documentNamed("ballot");
		const browser = await launchBrowser();
		try {
			const print = async (sheet: Page) => (await toPdf(sheet, model, "form", "2026-11-24")).bytes;
			const used = await browser.newPage();
			await toPdf(used, documentNamed("five-clear-form").model, "form", "2026-11-24");
			expect(await print(used)).toEqual(await print(await browser.newPage()));
		} finally {
			await browser.close();
		}
	});

	it.skipIf(!has("soffice"))("opens in LibreOffice without repair, with the text in place", async () => {
		const folder = mkdtempSync(join(tmpdir(), "office-"));
		const { model } = documentNamed("request-single-branch");
		writeFileSync(join(folder, "a.docx"), await toDocx(model));
		execFileSync("soffice", [
			`-env:UserInstallation=file://${folder}/profile`,
			"--headless",
			"--convert-to",
			"txt:Text (encoded):UTF8",
			"--outdir",
			folder,
			join(folder, "a.docx"),
		]);
		expect(readFileSync(join(folder, "a.txt"), "utf8")).toContain("妥否，请批复。");
	});
});

describe("toCalendar", () => {
	it("writes one event per session in UTC and one all-day event per deadline", () => {
		const [course] = knowledge.courses;
		if (!course) throw new Error("no course");
		const text = new TextDecoder().decode(
			toCalendar([course], knowledge.district.deadlines, "https://example.org"),
		);
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(
			course.sessions.length + knowledge.district.deadlines.length,
		);
		const [first] = course.sessions;
		const start = new Date(`${first?.date}T${first?.from}:00+08:00`)
			.toISOString()
			.replaceAll(/[-:]|\.000/g, "");
		expect(text).toContain(`DTSTART:${start}`);
		expect(text).toContain(`https://example.org/training/${course.slug}/`);
	});
});
