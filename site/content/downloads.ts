import { existsSync, readFileSync } from "node:fs";
import { FORMATS, type Format } from "../../core/content/document.ts";
import type { DownloadFile, DownloadsManifest } from "../../core/content/downloads.ts";

const MANIFEST = ".cache/downloads/manifest.json";
let manifest: DownloadsManifest | null | undefined;

/** What was generated before the pages were built; null when nothing was: pages then offer the web version only. */
export function downloads(): DownloadsManifest | null {
	manifest ??= existsSync(MANIFEST)
		? (JSON.parse(readFileSync(MANIFEST, "utf8")) as DownloadsManifest)
		: null;
	return manifest;
}

/** A file with its format. */
export interface FormatFile extends DownloadFile {
	readonly format: Format;
}

/** Generated files of a document, in a fixed order of formats. */
export function documentFiles(slug: string): FormatFile[] {
	const files = downloads()?.documents[slug] ?? {};
	return FORMATS.flatMap((format) => {
		const file = files[format];
		return file ? [{ format, ...file }] : [];
	});
}

/** `24 KB`, `2.1 MB`. */
export function fileSize(bytes: number): string {
	return bytes < 1_000_000
		? `${Math.max(1, Math.round(bytes / 1000))} KB`
		: `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `2页`, `36张`; empty where only the reader's program can tell. */
export function filePages({ format, pages }: FormatFile): string {
	return pages === null ? "" : `${pages}${format === "pptx" ? "张" : "页"}`;
}

/** `DOCX，24 KB，2页`. */
export function fileFacts(file: FormatFile): string {
	return [file.format.toUpperCase(), fileSize(file.bytes), filePages(file)].filter(Boolean).join("，");
}
