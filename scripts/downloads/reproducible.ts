import { unzipSync, type Zippable, zipSync } from "fflate";

/** Earliest instant a ZIP can hold; used for every entry, so that equal content gives equal bytes. */
const EPOCH = new Date("1980-01-02T00:00:00Z");

/** Packs files reproducibly, names in the given order. */
export function packReproducibly(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
	const entries: Zippable = {};
	for (const [name, bytes] of Object.entries(files)) entries[name] = [bytes, { mtime: EPOCH, level: 9 }];
	return zipSync(entries);
}

/** Repacks an Office file with a fixed date instead of the moment of the build. */
export function settleOfficeFile(bytes: Uint8Array, date: string): Uint8Array {
	const files = unzipSync(bytes);
	const core = files["docProps/core.xml"];
	if (core) {
		const text = new TextDecoder().decode(core);
		const settled = text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
		files["docProps/core.xml"] = new TextEncoder().encode(settled);
	}
	return packReproducibly(files);
}

/**
 * Replaces what differs from build to build in a PDF by something of the same length: the moment by a fixed date,
 * and the numbers Chromium gives to table cells, counted on from the document printed before, by their rank.
 */
export function settlePdf(bytes: Uint8Array, date: string): Uint8Array {
	const text = Buffer.from(bytes).toString("latin1");
	const ids = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
	const ranks = new Map(ids.map((id, rank) => [id, `(node${String(rank + 1).padStart(8, "0")})`]));
	const settled = text
		.replaceAll(
			/\/(CreationDate|ModDate) \(D:\d{14}/g,
			(_, key: string) => `/${key} (D:${date.replaceAll("-", "")}000000`,
		)
		.replaceAll(/\(node\d{8}\)/g, (id) => ranks.get(id) ?? id);
	return Uint8Array.from(Buffer.from(settled, "latin1"));
}
