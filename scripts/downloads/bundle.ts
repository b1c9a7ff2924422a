import type { Format } from "../../core/content/document.ts";
import type { DownloadFile } from "../../core/content/downloads.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import type { Outcome } from "../../core/content/rules.ts";
import { packReproducibly } from "./reproducible.ts";

type Files = Readonly<Record<string, Partial<Record<Format, DownloadFile>>>>;

/** A ZIP of documents in all their formats, with a readable and a machine-readable list of contents. */
export function bundle(
	title: string,
	slugs: readonly string[],
	knowledge: Knowledge,
	files: Files,
	read: (file: DownloadFile) => Uint8Array,
): Uint8Array {
	const contents: Record<string, Uint8Array> = {};
	const list: {
		name: string;
		title: string;
		summary: string;
		bytes: number;
		pages: number | null;
		sha256: string;
	}[] = [];
	slugs.forEach((slug, index) => {
		const entry = knowledge.documents.find((document) => document.slug === slug);
		if (!entry) return;
		for (const file of Object.values(files[slug] ?? {})) {
			const name = `${String(index + 1).padStart(2, "0")} ${file.name}`;
			contents[name] = read(file);
			list.push({
				name,
				title: entry.title,
				summary: entry.summary,
				bytes: file.bytes,
				pages: file.pages,
				sha256: file.sha256,
			});
		}
	});
	const text = [
		title,
		"",
		...list.map(({ name, summary, bytes, pages, sha256 }) =>
			[
				name,
				`  ${summary}`,
				`  ${bytes} 字节${pages === null ? "" : `，${pages}页`}`,
				`  SHA-256 ${sha256}`,
			].join("\r\n"),
		),
		"",
		"范本均为草稿，不含红头、文号和印章；以上级党组织要求为准。",
	].join("\r\n");
	const encode = (value: string) => new TextEncoder().encode(value);
	return packReproducibly({
		// With a byte-order mark, because Notepad reads it as UTF-8 only then.
		"清单.txt": encode(`\uFEFF${text}`),
		"manifest.json": encode(JSON.stringify({ title, files: list }, null, 2)),
		...contents,
	});
}

/** The printable set of an outcome: its templates. */
export function outcomeBundle(
	outcome: Outcome,
	knowledge: Knowledge,
	files: Files,
	read: (file: DownloadFile) => Uint8Array,
): Uint8Array {
	return bundle(`${outcome.name}：整套范本`, outcome.documents, knowledge, files, read);
}
