import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyAudit } from "../../../bot/stores/audit/verify.ts";
import { openForStaff, openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { dataDir } from "./data-dir.ts";

const OPTIONS = { trashDays: 30 };
const FOLDER = ["submissions", ORGANISED.quarter, ORGANISED.orgCode];

/** Opens a ledger as a process of its own, which ends as told. */
function otherWriter(dir: string, end: string): void {
	const program = `import { openForStaff } from "./bot/stores/submissions/open.ts";
		await openForStaff(${JSON.stringify(dir)}, { trashDays: 30 });
		${end}`;
	spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", program], { stdio: "ignore" });
}

/** A revision as a writer leaves it that was cut off before its audit entry. */
function leaveUnrecorded(dir: string): void {
	mkdirSync(join(dir, ...FOLDER), { recursive: true });
	const name = `${ORGANISED.submissionId}.r1.json`;
	writeFileSync(join(dir, ...FOLDER, name), `${JSON.stringify({ ...ORGANISED, state: "submitted" })}\n`);
	writeFileSync(join(dir, ...FOLDER, `.999999-${crypto.randomUUID()}.tmp`), "half");
}

const actions = async ({ audit }: Awaited<ReturnType<typeof openForStaff>>) =>
	(await verifyAudit(audit)).entries.map(({ action }) => action);

test("a writer that ended well leaves nothing: the next decision looks at no row but its own", async () => {
	const dir = dataDir();
	otherWriter(dir, "");
	expect(readdirSync(join(dir, "writers"))).toEqual([]);
	leaveUnrecorded(dir);
	expect(await actions(await openForStaff(dir, OPTIONS))).toEqual([]);
	expect(readdirSync(join(dir, ...FOLDER))).toHaveLength(2);
});

test("after a writer was cut off, the next decision first mends what it left", async () => {
	const dir = dataDir();
	otherWriter(dir, "process.kill(process.pid, 'SIGKILL');");
	expect(readdirSync(join(dir, "writers"))).toHaveLength(1);
	leaveUnrecorded(dir);
	expect(await actions(await openForStaff(dir, OPTIONS))).toEqual(["recovered"]);
	expect(readdirSync(join(dir, ...FOLDER))).toEqual([`${ORGANISED.submissionId}.r1.json`]);
	// The mark of the dead is gone, ours is there until we end.
	expect(readdirSync(join(dir, "writers"))).toHaveLength(1);
	leaveUnrecorded(dir);
	expect(await actions(await openForStaff(dir, OPTIONS))).toEqual(["recovered"]);
});

test("a writer that is still at work is no reason to sweep", async () => {
	const dir = dataDir();
	mkdirSync(join(dir, "writers"));
	writeFileSync(join(dir, "writers", `${process.ppid}.${crypto.randomUUID()}`), "");
	leaveUnrecorded(dir);
	expect(await actions(await openForStaff(dir, OPTIONS))).toEqual([]);
	// The service always sweeps when it starts.
	expect(await actions(await openSubmissionStore(dir, OPTIONS))).toEqual(["recovered"]);
});
