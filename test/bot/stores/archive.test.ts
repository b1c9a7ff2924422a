import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { ArchiveError, unpack } from "../../../bot/stores/backup/archive.ts";

function archive(path: string, content: string, claimed = content): Uint8Array {
	const files = { [path]: createHash("sha256").update(claimed).digest("hex") };
	const manifest = { format: "ledger-backup/1", createdAt: "2026-09-20T01:00:00.000Z", auditHead: "", files };
	return zipSync({ "manifest.json": strToU8(JSON.stringify(manifest)), [path]: strToU8(content) });
}

test.each([
	["../ref.key", "path"],
	["submissions/../../etc/passwd", "path"],
	["/etc/passwd", "path"],
	["submissions\\..\\x", "path"],
	["contacts/a.json", "path"],
	["submissions/.hidden", "path"],
])("an archive cannot write to %s", (path, code) => {
	expect(() => unpack(archive(path, "x"))).toThrow(ArchiveError);
	expect(() => unpack(archive(path, "x"))).toThrow(code);
});

test("a changed file, a missing file and something that is no archive are refused", () => {
	expect(() => unpack(archive("audit/2026.jsonl", "a", "b"))).toThrow("damaged");
	expect(() => unpack(new Uint8Array([1, 2, 3]))).toThrow("damaged");
	expect(unpack(archive("audit/2026.jsonl", "a")).files.size).toBe(1);
});
