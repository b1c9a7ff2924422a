import { open } from "node:fs/promises";
import { type AuditEntry, auditEntrySchema } from "./chain.ts";

const CHUNK = 64 * 1024;

/**
 * Last complete entry of a trail file, or null for an empty one. A crash may leave half a
 * line at the end: it was never acknowledged; `cutTornTail` removes it (the caller holds the lock).
 * @throws when the last complete line is not an entry: then somebody changed the file.
 */
export async function readLastEntry(
	path: string,
	{ cutTornTail = false }: { readonly cutTornTail?: boolean } = {},
): Promise<AuditEntry | null> {
	const handle = await open(path, cutTornTail ? "r+" : "r");
	try {
		const { size } = await handle.stat();
		for (let length = Math.min(size, CHUNK); ; length = Math.min(size, length * 2)) {
			const { buffer } = await handle.read({
				buffer: Buffer.alloc(length),
				position: size - length,
				length,
			});
			const end = buffer.lastIndexOf(0x0a);
			const start = end < 0 ? -1 : buffer.lastIndexOf(0x0a, end - 1);
			const complete = length === size;
			if (!complete && (end < 0 || start < 0)) continue;
			if (cutTornTail && end + 1 < length) await handle.truncate(size - length + end + 1);
			if (end < 0) return null;
			return auditEntrySchema.parse(JSON.parse(buffer.subarray(start + 1, end).toString("utf8")));
		}
	} finally {
		await handle.close();
	}
}
