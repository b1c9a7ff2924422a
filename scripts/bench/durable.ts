/**
 * Durable submissions with 64 writers against what the disk allows: a bare exclusive create,
 * write, fsync, link and coalesced directory fsync of the same bytes. Rounds alternate, so that
 * both meet the same disk; the medians are compared. Fails below 80 %.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { link, mkdir, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "ulid";
import { syncFolder } from "../../bot/stores/durable-file.ts";
import { openSubmissionStore } from "../../bot/stores/submissions/open.ts";
import { creditCodeCheckCharacter } from "../../core/survey/credit-code.ts";
import type { Submission } from "../../core/survey/submission.ts";

const WRITERS = 64;
const PER_ROUND = 512;
const ROUNDS = 5;
const REQUIRED = 0.8;

/** A valid submission of the n-th organisation. */
function sample(n: number): Submission {
	const body = `91990101MA${String(n).padStart(7, "0")}`;
	return {
		submissionId: ulid(),
		revision: 1,
		channel: "web",
		submitterRef: "a".repeat(64),
		submittedAt: "2026-09-18T08:00:00.000Z",
		state: "submitted",
		quarter: "2026-Q3",
		orgCode: `${body}${creditCodeCheckCharacter(body)}`,
		orgName: `示例单位${n}`,
		orgKind: "enterprise",
		streetCode: "yunxi",
		operatingStatus: "active",
		employees: 40,
		fullMembers: 3,
		probationaryMembers: 1,
		hasUnion: true,
		hasYouthLeague: false,
		instructorAssigned: true,
		formationMode: "standalone",
		partyOrgId: "PO-A1",
		establishedOn: "2020-05-20",
		surveyMethod: "visit",
		surveyedOn: "2026-09-17",
		consentVersion: "2026-11",
	};
}

/** Lets 64 writers work through the items; submissions per second. */
async function rate(
	items: readonly Submission[],
	write: (item: Submission) => Promise<void>,
): Promise<number> {
	const queue = [...items];
	const begin = performance.now();
	await Promise.all(
		Array.from({ length: WRITERS }, async () => {
			for (let item = queue.pop(); item !== undefined; item = queue.pop()) await write(item);
		}),
	);
	return items.length / ((performance.now() - begin) / 1_000);
}

/** The least that is durable in the ledger's own layout: the row's folder and its parent are fsynced too. */
async function bareRow(root: string, item: Submission): Promise<void> {
	const quarter = join(root, item.quarter);
	const row = join(quarter, item.orgCode);
	await mkdir(row, { recursive: true });
	await Promise.all([bare(row, item), syncFolder(quarter)]);
}

async function bare(folder: string, item: Submission): Promise<void> {
	const temporary = join(folder, `.${item.submissionId}`);
	const handle = await open(temporary, "wx", 0o600);
	await handle.writeFile(`${JSON.stringify(item, null, 2)}\n`);
	await handle.sync();
	await handle.close();
	await link(temporary, join(folder, `${item.submissionId}.json`));
	await unlink(temporary);
	await syncFolder(folder);
}

const median = (values: readonly number[]) =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const root = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "durable-"));
try {
	const { submissions } = await openSubmissionStore(join(root, "data"), { trashDays: 30 });
	const rates: { flat: number[]; bare: number[]; durable: number[] } = { flat: [], bare: [], durable: [] };
	let n = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const folder = join(root, `bare-${round}`);
		mkdirSync(folder);
		const next = () => Array.from({ length: PER_ROUND }, () => sample(n++));
		const runs = [
			async () => rates.flat.push(await rate(next(), (item) => bare(folder, item))),
			async () => rates.bare.push(await rate(next(), (item) => bareRow(folder, item))),
			async () =>
				rates.durable.push(
					await rate(next(), async (item) => {
						const { kind } = await submissions.submit(item);
						if (kind !== "accepted") throw new Error(`unexpected ${kind}`);
					}),
				),
		];
		for (const run of round % 2 === 0 ? runs : runs.reverse()) await run();
	}
	console.log(
		`flat      ${median(rates.flat).toFixed(0)} /s  (${rates.flat.map((rate) => rate.toFixed(0)).join(" ")})`,
	);
	const [floor, ours] = [median(rates.bare), median(rates.durable)];
	const share = ours / floor;
	console.log(`bare      ${floor.toFixed(0)} /s  (${rates.bare.map((rate) => rate.toFixed(0)).join(" ")})`);
	console.log(`durable   ${ours.toFixed(0)} /s  (${rates.durable.map((rate) => rate.toFixed(0)).join(" ")})`);
	console.log(`share     ${(share * 100).toFixed(0)} %  (required ${REQUIRED * 100} %)`);
	if (share < REQUIRED) process.exitCode = 1;
} finally {
	rmSync(root, { recursive: true, force: true });
}
