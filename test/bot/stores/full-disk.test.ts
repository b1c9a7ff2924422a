import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { sentence } from "../../../core/survey/messages.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { crashSample } from "./crash-samples.ts";
import { dataDir, filesBelow } from "./data-dir.ts";
import { mountSmallDisk } from "./small-disk.ts";

type Call = "openSync" | "writeSync" | "fsync" | "linkSync" | "renameSync" | "mkdirSync" | "fdatasync";
const functions = fs as unknown as Record<Call, unknown>;
const mended = new Map<Call, unknown>();

/** Makes a file-system function fail with a system error from now on. */
function fail(name: Call, code: string): void {
	mended.set(name, functions[name]);
	const error = () => Object.assign(new Error(`${code}: injected`), { code });
	functions[name] = (...args: unknown[]) => {
		const callback = args.at(-1);
		if (typeof callback !== "function") throw error();
		queueMicrotask(() => callback(error()));
	};
	syncBuiltinESMExports();
}

function mend(): void {
	for (const [name, original] of mended) functions[name] = original;
	mended.clear();
	syncBuiltinESMExports();
}
afterEach(mend);

describe("a disk that fails at any call: nothing acknowledged, nothing half stored, works again afterwards", () => {
	test.each([
		["openSync", "ENOSPC", "full"],
		["writeSync", "ENOSPC", "full"],
		["writeSync", "EDQUOT", "full"],
		["fsync", "EIO", "failed"],
		["linkSync", "ENOSPC", "full"],
		["renameSync", "ENOSPC", "full"],
		["mkdirSync", "EROFS", "read-only"],
		["openSync", "EACCES", "read-only"],
	] as const)("%s fails with %s", async (name, code, problem) => {
		const dir = dataDir();
		const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
		await submissions.submit(crashSample(0, 0));
		fail(name, code);
		await expect(submissions.submit(crashSample(0, 1))).rejects.toMatchObject({
			name: "StorageError",
			problem,
			code,
		});
		mend();
		expect(filesBelow(join(dir, "submissions"))).toHaveLength(1);
		expect(await submissions.submit(crashSample(0, 1))).toMatchObject({ kind: "accepted" });
		expect(await submissions.submit(crashSample(0, 0))).toMatchObject({ kind: "again" });
		expect(filesBelow(join(dir, "submissions"))).toHaveLength(2);
	});

	test("a submission whose audit entry cannot be written is not acknowledged, but it is not lost either", async () => {
		const dir = dataDir();
		const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
		fail("fdatasync", "ENOSPC");
		await expect(submissions.submit(crashSample(0, 0))).rejects.toMatchObject({ problem: "full" });
		mend();
		expect(await submissions.submit(crashSample(0, 0))).toMatchObject({ kind: "again" });
		const { recovered } = await openSubmissionStore(dir, { trashDays: 30 });
		expect(recovered).toBe(1);
	});

	test("each problem has a Chinese sentence that says what to do", () => {
		const { survey } = loadOffice();
		for (const key of ["storeFull", "storeReadOnly", "storeFailed"]) {
			expect(sentence(key, survey)).toMatch(/还没有收下.*请/);
		}
	});
});

test("a disk that really fills up keeps every acknowledged submission and takes more once there is room", async (context) => {
	const disk = mountSmallDisk(96);
	if (disk === null) return context.skip("mounting a small tmpfs needs root");
	onTestFinished(() => disk.unmount());
	const dir = disk.folder;
	const filler = join(dir, "filler");
	fs.writeFileSync(filler, Buffer.alloc(40 * 1024));
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	let stored = 0;
	let refused = 0;
	for (let n = 0; n < 60; n++) {
		try {
			await submissions.submit(crashSample(0, n));
			stored++;
		} catch (error) {
			expect(error).toMatchObject({ name: "StorageError", problem: "full" });
			refused++;
		}
	}
	expect(stored).toBeGreaterThan(0);
	expect(refused).toBeGreaterThan(0);
	fs.rmSync(filler);
	const again = await openSubmissionStore(dir, { trashDays: 30 });
	const kinds: string[] = [];
	for (let n = 0; n < stored; n++) kinds.push((await again.submissions.submit(crashSample(0, n))).kind);
	expect(kinds.every((kind) => kind === "again")).toBe(true);
	expect(await again.submissions.submit(crashSample(0, 70))).toMatchObject({ kind: "accepted" });
});
