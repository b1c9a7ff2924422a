import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Format } from "../../core/content/document.ts";
import type { DownloadFile, DownloadsManifest } from "../../core/content/downloads.ts";
import type { DocumentEntry, Knowledge } from "../../core/content/knowledge.ts";
import { toDocx } from "../../core/documents/docx.ts";
import type { BuildBrowser } from "../build/build-browser.ts";
import { filesBelow } from "../build/stale.ts";
import { readContentFile } from "../content/read.ts";
import { bundle, outcomeBundle } from "./bundle.ts";
import { toCalendar } from "./calendar.ts";
import { documentModel } from "./model.ts";
import { toPdf } from "./pdf.ts";
import { toPptx } from "./pptx.ts";
import { settleOfficeFile } from "./reproducible.ts";

/** Where generated files wait until the site is built; kept between builds. */
export const DOWNLOADS_FOLDER = ".cache/downloads";
/** Documents worked on at a time: while the browser prints one, another is packed. */
const AT_ONCE = 2;
const MANIFEST = join(DOWNLOADS_FOLDER, "manifest.json");

interface Made {
	readonly bytes: Uint8Array;
	readonly pages: number | null;
}

/**
 * Makes every file that the site offers for download. A file whose document did not change is taken from the
 * last build. Without a browser PDF is left out and the manifest says so.
 */
export async function generateDownloads(
	knowledge: Knowledge,
	browser: BuildBrowser,
	say: (text: string) => void,
): Promise<DownloadsManifest> {
	mkdirSync(DOWNLOADS_FOLDER, { recursive: true });
	const generator = fingerprint(
		...["core/documents", "scripts/downloads"].flatMap(filesBelow).map((file) => readFileSync(file)),
	);
	let pdf = true;
	const noPdf = (error: unknown) => {
		if (pdf)
			say(
				`PDF 已关闭：没有可用的浏览器或中文字体（${error instanceof Error ? error.message.slice(0, 200) : "未知原因"}）。其余格式照常生成。`,
			);
		pdf = false;
		return null;
	};
	// In the order of the documents, whichever is ready first.
	const documents: Record<string, Partial<Record<Format, DownloadFile>>> = Object.fromEntries(
		knowledge.documents.map(({ slug }) => [slug, {}]),
	);
	const waiting = [...knowledge.documents];
	const worker = async () => {
		// A page is used again and again: with each new one Chromium starts a process and reads the fonts anew.
		const sheet: { page?: Promise<Page | null> } = {};
		const page = () => (sheet.page ??= browser.get().then((started) => started.newPage(), noPdf));
		for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift())
			documents[entry.slug] = await filesOf(entry, generator, page);
		await (await sheet.page)?.close();
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	const site = (process.env["SITE_URL"] ?? "").replace(/\/$/, "");
	const courses = Object.fromEntries(
		knowledge.courses.map((course) => [
			course.slug,
			{
				calendar: write(`${course.slug}.ics`, `${course.title}.ics`, toCalendar([course], [], site), null),
				bundle: write(
					`${course.slug}.zip`,
					`${course.title}（全部材料）.zip`,
					bundle(course.title, course.materials, knowledge, documents, read),
					null,
				),
			},
		]),
	);
	const years = [
		...new Set(
			knowledge.courses.flatMap((course) => course.sessions.map((one) => Number(one.date.slice(0, 4)))),
		),
	].sort((a, b) => b - a);
	const manifest: DownloadsManifest = {
		pdf,
		documents,
		courses,
		calendar: write(
			"training.ics",
			"两新党建培训与截止日期.ics",
			toCalendar(knowledge.courses, knowledge.district.deadlines, site),
			null,
		),
		years: years.map((year) => {
			const slugs = knowledge.courses
				.filter((course) => course.sessions.some((one) => one.date.startsWith(String(year))))
				.flatMap((course) => course.materials);
			const title = `${year}年培训材料`;
			return {
				year,
				bundle: write(
					`training-${year}.zip`,
					`${title}.zip`,
					bundle(title, [...new Set(slugs)], knowledge, documents, read),
					null,
				),
			};
		}),
		outcomes: Object.fromEntries(
			knowledge.outcomes
				.filter((outcome) => outcome.documents.length > 0)
				.map((outcome) => [
					outcome.code,
					write(
						`set-${outcome.code}.zip`,
						`${outcome.name}（整套范本）.zip`,
						outcomeBundle(outcome, knowledge, documents, read),
						null,
					),
				]),
		),
	};
	writeFileSync(MANIFEST, JSON.stringify(manifest));
	return manifest;
}

/** The manifest of the last generation; null before the first. */
export function readDownloads(): DownloadsManifest | null {
	return existsSync(MANIFEST) ? (JSON.parse(readFileSync(MANIFEST, "utf8")) as DownloadsManifest) : null;
}

/** Names of the files that belong into `dist/downloads`. */
export function downloadNames(manifest: DownloadsManifest): string[] {
	return [
		...Object.values(manifest.documents).flatMap((files) => Object.values(files)),
		...Object.values(manifest.courses).flatMap((files) => [files.calendar, files.bundle]),
		manifest.calendar,
		...manifest.years.map((year) => year.bundle),
		...Object.values(manifest.outcomes),
	].map((file) => file.url.slice("/downloads/".length));
}

async function filesOf(
	entry: DocumentEntry,
	generator: string,
	page: () => Promise<Page | null>,
): Promise<Partial<Record<Format, DownloadFile>>> {
	const key = fingerprint(readFileSync(`content/documents/${entry.slug}.mdx`), generator);
	const files: Partial<Record<Format, DownloadFile>> = {};
	for (const format of entry.formats) {
		const file = await cached(`${entry.slug}.${format}`, entry.title, key, () => make(entry, format, page));
		if (file) files[format] = file;
	}
	return files;
}

async function make(
	entry: DocumentEntry,
	format: Format,
	page: () => Promise<Page | null>,
): Promise<Made | null> {
	const model = documentModel(entry, readContentFile(`content/documents/${entry.slug}.mdx`).body);
	switch (format) {
		case "docx":
			return { bytes: settleOfficeFile(await toDocx(model), entry.asOf), pages: null };
		case "pptx": {
			const slides = model.blocks.filter((block) => block.kind === "heading" && block.level === 2).length;
			return { bytes: settleOfficeFile(await toPptx(model), entry.asOf), pages: slides + 1 };
		}
		case "pdf": {
			const sheet = await page();
			return sheet ? toPdf(sheet, model, entry.kind, entry.asOf) : null;
		}
	}
}

/** Takes a file from the last build when its key is the same, else makes and keeps it. */
async function cached(
	name: string,
	title: string,
	key: string,
	produce: () => Promise<Made | null>,
): Promise<DownloadFile | null> {
	const note = join(DOWNLOADS_FOLDER, `${name}.json`);
	if (existsSync(note) && existsSync(join(DOWNLOADS_FOLDER, name))) {
		const kept = JSON.parse(readFileSync(note, "utf8")) as { key: string; file: DownloadFile };
		if (kept.key === key) return kept.file;
	}
	const made = await produce();
	if (!made) return null;
	const file = write(name, `${title}.${name.split(".").pop()}`, made.bytes, made.pages);
	writeFileSync(note, JSON.stringify({ key, file }));
	return file;
}

function write(name: string, title: string, bytes: Uint8Array, pages: number | null): DownloadFile {
	writeFileSync(join(DOWNLOADS_FOLDER, name), bytes);
	return { url: `/downloads/${name}`, name: title, bytes: bytes.length, pages, sha256: fingerprint(bytes) };
}

function read(file: DownloadFile): Uint8Array {
	return readFileSync(join(DOWNLOADS_FOLDER, file.url.slice("/downloads/".length)));
}

function fingerprint(...parts: readonly (Uint8Array | string)[]): string {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest("hex");
}
