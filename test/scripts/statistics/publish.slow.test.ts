import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../../bot/stores/audit/verify.ts";
import { openForReading } from "../../../bot/stores/submissions/open.ts";
import { writeDemoLedger } from "../../../scripts/demo/write.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { readStatistics } from "../../../scripts/statistics/files.ts";
import { publishQuarter } from "../../../scripts/statistics/publish.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { demoLedger, QUARTERS } from "../demo/demo-ledger.ts";

const office = loadOffice();
const QUARTER = "2026-Q3";
const NOW = "2026-11-24T09:00:00+08:00";
let original: string;

beforeAll(() => {
	original = mkdtempSync(join(tmpdir(), "publish-"));
	writeDemoLedger(original, 160, QUARTERS, office.district.streets);
});

afterAll(() => rmSync(original, { recursive: true, force: true }));

/** A ledger of its own and an empty content root. */
function start() {
	const ledger = dataDir();
	cpSync(original, ledger, { recursive: true });
	return order(ledger, dataDir());
}

const order = (dataDir: string, contentDir: string, quarter = QUARTER, now = NOW) => ({
	quarter,
	dataDir,
	contentDir,
	actor: "a".repeat(64),
	now,
});

/** Checksums of what the trail says was published, oldest first; the chain must hold. */
async function recorded(dataDir: string): Promise<(string | undefined)[]> {
	const { entries, breaks } = await verifyAudit(openForReading(dataDir).audit);
	expect(breaks).toEqual([]);
	return entries.flatMap(({ action, sha256 }) => (action === "published" ? [sha256] : []));
}

const sha256Of = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

test("what is published is recorded with its checksum, and publishing it again changes nothing", async () => {
	const job = start();
	const first = await publishQuarter(job, office);
	expect(first).toMatchObject({ written: true, recordedLater: false });
	expect(readStatistics(job.contentDir)).toEqual([first.statistics]);
	const sum = sha256Of(first.path);
	expect(await recorded(job.dataDir)).toEqual([sum]);
	const again = await publishQuarter({ ...job, now: "2026-12-01T09:00:00+08:00" }, office);
	expect(again).toMatchObject({ written: false, recordedLater: false, statistics: first.statistics });
	expect(sha256Of(first.path)).toBe(sum);
	expect(await recorded(job.dataDir)).toEqual([sum]);
});

test("cut off between the record and the file, nothing is public, and running it again ends well", async () => {
	const job = start();
	const path = join(job.contentDir, "statistics", `${QUARTER}.json`);
	// Where the temporary file goes there is a folder: the write fails after the entry was made.
	const obstacle = `${path}.${process.pid}.tmp`;
	mkdirSync(obstacle, { recursive: true });
	await expect(publishQuarter(job, office)).rejects.toThrow("EISDIR");
	expect(existsSync(path)).toBe(false);
	expect(await recorded(job.dataDir)).toHaveLength(1);
	rmSync(obstacle, { recursive: true });
	expect(await publishQuarter(job, office)).toMatchObject({ written: true });
	expect((await recorded(job.dataDir)).at(-1)).toBe(sha256Of(path));
	expect(await publishQuarter(job, office)).toMatchObject({ written: false, recordedLater: false });
});

test("a published file the trail does not know is recorded by the next run, once", async () => {
	const job = start();
	await publishQuarter(job, office);
	// The ledger as it was before: restored from a backup that is older than the publication.
	const restored = order(start().dataDir, job.contentDir);
	expect(await recorded(restored.dataDir)).toEqual([]);
	expect(await publishQuarter(restored, office)).toMatchObject({ written: false, recordedLater: true });
	expect(await publishQuarter(restored, office)).toMatchObject({ written: false, recordedLater: false });
	expect(await recorded(restored.dataDir)).toHaveLength(1);
});

test("numbers that were published are never replaced by others", async () => {
	const job = start();
	const { path } = await publishQuarter(job, office);
	const before = readFileSync(path, "utf8");
	const other = order(demoLedger(140), job.contentDir);
	await expect(publishQuarter(other, office)).rejects.toThrow("现在的数字与当时不同");
	expect(readFileSync(path, "utf8")).toBe(before);
	expect(await recorded(other.dataDir)).toEqual([]);
});

test("refused: a quarter that runs, an earlier one afterwards, an empty one, real numbers among invented ones", async () => {
	const job = start();
	const refused = (changed: Partial<typeof job>, why: string) =>
		expect(publishQuarter({ ...job, ...changed }, office), why).rejects.toThrow(why);
	await refused({ now: "2026-09-30T23:59:00+08:00" }, "才结束");
	await refused({ quarter: "2024-Q1" }, "没有已核实的填报");
	await publishQuarter(job, office);
	await refused({ quarter: QUARTERS[0] ?? "" }, "各季度要按先后公布");
	const real = start();
	rmSync(join(real.dataDir, "demo.json"));
	await refused({ dataDir: real.dataDir }, "首次公布真实数据前");
});

test("a series keeps or coarsens its merging, and a damaged file stops it", async () => {
	const job = start();
	for (const quarter of QUARTERS) await publishQuarter({ ...job, quarter }, office);
	const series = readStatistics(job.contentDir);
	expect(series.map(({ quarter }) => quarter)).toEqual(QUARTERS);
	for (const [at, { mergings }] of series.entries()) {
		for (const table of ["streets", "kinds", "forms", "stars"] as const) {
			for (const group of series[at - 1]?.mergings[table] ?? []) {
				const now = mergings[table].filter((merged) => group.some((name) => merged.includes(name)));
				expect(now, `${table} ${group.join()}`).toHaveLength(1);
			}
		}
	}
	const { path } = await publishQuarter(job, office);
	const file = readFileSync(path, "utf8");
	const damaged = file.replace('"sample": true', '"sample": "yes"');
	expect(damaged).not.toBe(file);
	writeFileSync(path, damaged);
	await expect(publishQuarter(job, office)).rejects.toThrow("被改动过或不完整");
});
