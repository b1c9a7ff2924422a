import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { AuditTrail } from "../../../bot/stores/audit/audit-trail.ts";
import type { AuditFact } from "../../../bot/stores/audit/chain.ts";
import { verifyAudit } from "../../../bot/stores/audit/verify.ts";
import { withProcessLock } from "../../../bot/stores/process-lock.ts";
import { dataDir } from "./data-dir.ts";

const fact = (count: number): AuditFact => ({
	at: "2026-09-20T01:00:00.000Z",
	action: "exported",
	actor: "system",
	count,
});
const YEAR = `${new Date().getUTCFullYear()}.jsonl`;

async function trailOf(count: number) {
	const folder = dataDir();
	const trail = new AuditTrail(folder);
	for (let n = 1; n <= count; n++) await trail.append(fact(n));
	return { folder, trail, file: join(folder, YEAR) };
}

test("entries that arrive together and from two writers form one unbroken chain", async () => {
	const folder = dataDir();
	const trails = [new AuditTrail(folder), new AuditTrail(folder)];
	await Promise.all(Array.from({ length: 60 }, (_, n) => trails[n % 2]?.append(fact(n))));
	const report = await verifyAudit(new AuditTrail(folder));
	expect(report.breaks).toEqual([]);
	expect(report.head.seq).toBe(60);
	expect(new Set(report.entries.map((entry) => entry.count)).size).toBe(60);
});

describe("tampering is noticed", () => {
	test.each<[string, (lines: string[]) => string[]]>([
		["a changed entry", (lines) => lines.with(1, (lines[1] ?? "").replace('"count":2', '"count":9'))],
		["a removed entry", (lines) => lines.toSpliced(1, 1)],
		["swapped entries", ([a = "", b = "", ...rest]) => [b, a, ...rest]],
		["an inserted line", (lines) => lines.toSpliced(1, 0, "{}")],
	])("%s", async (_what, spoil) => {
		const { trail, file } = await trailOf(4);
		const lines = readFileSync(file, "utf8").trimEnd().split("\n");
		writeFileSync(file, `${spoil(lines).join("\n")}\n`);
		expect((await verifyAudit(trail)).breaks.length).toBeGreaterThan(0);
	});

	test("a cut tail is noticed by a head that was printed before", async () => {
		const { trail, file } = await trailOf(4);
		const { hash } = await trail.head();
		expect((await verifyAudit(trail, hash)).containsExpected).toBe(true);
		const lines = readFileSync(file, "utf8").trimEnd().split("\n");
		writeFileSync(file, `${lines.slice(0, 3).join("\n")}\n`);
		expect(await verifyAudit(trail, hash)).toMatchObject({ breaks: [], containsExpected: false });
	});
});

test("half a line left by a crash is cut off, and the chain goes on", async () => {
	const { folder, file } = await trailOf(3);
	appendFileSync(file, '{"seq":4,"at":"2026');
	const trail = new AuditTrail(folder);
	expect((await trail.head()).seq).toBe(3);
	await trail.append(fact(4));
	expect(await verifyAudit(trail)).toMatchObject({ breaks: [], head: { seq: 4 } });
});

test("the chain goes on over the turn of the year, also when the clock was set back", async () => {
	const folder = dataDir();
	const first = new AuditTrail(folder);
	const entry = await first.append(fact(1));
	writeFileSync(join(folder, "2999.jsonl"), readFileSync(join(folder, YEAR)));
	writeFileSync(join(folder, YEAR), "");
	const trail = new AuditTrail(folder);
	const next = await trail.append(fact(2));
	expect(next.previous).toBe(entry.hash);
	expect(readFileSync(join(folder, "2999.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(2);
	expect((await verifyAudit(trail)).breaks).toEqual([]);
});

test("an entry holds codes and numbers only: anything else is refused", async () => {
	const trail = new AuditTrail(dataDir());
	await expect(trail.append({ ...fact(1), actor: "张三" })).rejects.toThrow();
	await expect(trail.append({ ...fact(1), note: "张三是党员" } as AuditFact)).rejects.toThrow();
	expect(await trail.append(fact(1))).toMatchObject({ seq: 1 });
});

test("a lock whose process is gone is taken over; a living one is waited for", async () => {
	const folder = dataDir();
	mkdirSync(folder, { recursive: true });
	const path = join(folder, ".lock");
	writeFileSync(path, "999999999");
	const order: string[] = [];
	await Promise.all([
		withProcessLock(path, async () => {
			order.push("a in");
			await new Promise((resolve) => setTimeout(resolve, 30));
			order.push("a out");
		}),
		withProcessLock(path, async () => {
			order.push("b in");
			order.push("b out");
		}),
	]);
	expect(order.join()).toMatch(/^(a in,a out,b in,b out|b in,b out,a in,a out)$/);
});
