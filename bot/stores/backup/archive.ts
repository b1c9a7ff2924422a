import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { z } from "zod";
import { REF_KEY_FILE } from "../../reference.ts";
import { systemCode } from "../storage-error.ts";
import { layout } from "../submissions/layout.ts";

/** Folders of DATA_DIR that a backup holds. Drafts, inbox and contacts are left out on purpose: they are short-lived or must not travel. */
const FOLDERS = ["submissions", "trash", "quarantine", "audit", "register", "figures"] as const;
const MANIFEST = "manifest.json";

const manifestSchema = z.strictObject({
	format: z.literal("ledger-backup/1"),
	createdAt: z.iso.datetime(),
	/** Hash of the last audit entry in the archive. */
	auditHead: z.string(),
	/** Path → SHA-256. */
	files: z.record(z.string(), z.string().length(64)),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Files of an archive by path, checked against the manifest. */
export interface Archive {
	readonly manifest: Manifest;
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** An archive that must not be restored. `code`: damaged, incomplete, path. */
export class ArchiveError extends Error {
	readonly code: "damaged" | "incomplete" | "path";
	readonly where: string;
	constructor(code: ArchiveError["code"], where: string) {
		super(`archive ${code}: ${where}`);
		this.name = "ArchiveError";
		this.code = code;
		this.where = where;
	}
}

/** Packs the ledger below `dataDir`. The audit trail is read last, so that it knows every file in the archive. */
export async function pack(dataDir: string, createdAt: string, auditHead: string): Promise<Uint8Array> {
	const { root } = layout(dataDir);
	const entries: Record<string, Uint8Array> = {};
	for (const folder of FOLDERS) {
		for (const path of await filesBelow(join(root, folder))) {
			if (/\.tmp$|(^|\/)\.(r\d+|lock)/.test(path)) continue;
			const bytes = await readIfThere(join(root, folder, path));
			if (bytes !== null) entries[`${folder}/${path}`] = bytes;
		}
	}
	const key = await readIfThere(join(root, REF_KEY_FILE));
	if (key !== null) entries[REF_KEY_FILE] = key;
	const files = Object.fromEntries(Object.entries(entries).map(([path, bytes]) => [path, sha256(bytes)]));
	const manifest: Manifest = { format: "ledger-backup/1", createdAt, auditHead, files };
	return zipSync({ [MANIFEST]: strToU8(JSON.stringify(manifest, null, 2)), ...entries }, { level: 6 });
}

/**
 * Opens an archive and checks every file.
 * @throws ArchiveError when anything is missing, changed, or would be written outside its folder.
 */
export function unpack(bytes: Uint8Array): Archive {
	let entries: Record<string, Uint8Array>;
	let manifest: Manifest;
	try {
		entries = unzipSync(bytes);
		manifest = manifestSchema.parse(JSON.parse(strFromU8(entries[MANIFEST] ?? new Uint8Array())));
	} catch {
		throw new ArchiveError("damaged", MANIFEST);
	}
	const files = new Map<string, Uint8Array>();
	for (const [path, hash] of Object.entries(manifest.files)) {
		if (!isOurs(path)) throw new ArchiveError("path", path);
		const content = entries[path];
		if (content === undefined) throw new ArchiveError("incomplete", path);
		if (sha256(content) !== hash) throw new ArchiveError("damaged", path);
		files.set(path, content);
	}
	return { manifest, files };
}

/** Only plain names inside our own folders: an archive cannot write anywhere else. */
function isOurs(path: string): boolean {
	if (path === REF_KEY_FILE) return true;
	const [folder, ...names] = path.split("/");
	return (
		(FOLDERS as readonly string[]).includes(folder ?? "") &&
		names.length > 0 &&
		names.every((name) => /^[\w-][\w.-]*$/.test(name))
	);
}

function sha256(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}

async function filesBelow(folder: string): Promise<readonly string[]> {
	try {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		return entries
			.filter((entry) => entry.isFile())
			.map((entry) =>
				join(entry.parentPath, entry.name)
					.slice(folder.length + 1)
					.replaceAll(sep, "/"),
			)
			.sort();
	} catch (error) {
		if (systemCode(error) === "ENOENT") return [];
		throw error;
	}
}

/** Null for a file that was withdrawn between the list and the reading. */
async function readIfThere(path: string): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await readFile(path));
	} catch (error) {
		if (systemCode(error) === "ENOENT") return null;
		throw error;
	}
}
