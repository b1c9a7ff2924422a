import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journal } from "../../../bot/inbox/journal.ts";
import type { InboxItem } from "../../../bot/inbox/reduce.ts";

const item = (updateId: number, text = "问题"): InboxItem => ({
	updateId,
	chat: updateId % 3,
	receivedAt: "2026-09-18T00:00:00.000Z",
	update: { update_id: updateId, message: { text } } as unknown as Update,
	refused: null,
});

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const content = () =>
	readdirSync(folder)
		.map((name) => readFileSync(join(folder, name), "utf8"))
		.join("");

describe("Journal", () => {
	it("brings back what was appended and not done, in order, also without a clean close", async () => {
		const first = await Journal.open(folder);
		await Promise.all([first.append([item(3), item(1)]), first.append([item(2)])]);
		first.done(2);
		await first.close();
		const second = await Journal.open(folder);
		expect(second.recovered.map((one) => one.updateId)).toEqual([1, 3]);
		expect(second.recovered[0]).toEqual(item(1));
		// `second` is not closed before: like a killed process.
		const third = await Journal.open(folder);
		expect(third.recovered.map((one) => one.updateId)).toEqual([1, 3]);
		expect(third.damaged).toBe(0);
		await second.close();
		await third.close();
	});

	it("erases the texts once everything is done", async () => {
		const journal = await Journal.open(folder);
		await journal.append([item(1, "要擦除的内容"), item(2)]);
		expect(content()).toContain("要擦除的内容");
		journal.done(1);
		journal.done(2);
		await journal.close();
		expect(content()).toBe("");
		const again = await Journal.open(folder);
		expect(again.recovered).toEqual([]);
		await again.close();
	});

	it("starts a new segment when one is full and drops drained ones", async () => {
		const journal = await Journal.open(folder);
		const long = "长".repeat(1_000);
		for (let id = 1; id <= 60; id += 1) {
			await journal.append(Array.from({ length: 30 }, (_, n) => item(id * 100 + n, long)));
		}
		expect(readdirSync(folder).length).toBeGreaterThan(1);
		for (let id = 1; id <= 60; id += 1) for (let n = 0; n < 30; n += 1) journal.done(id * 100 + n);
		await journal.close();
		expect(readdirSync(folder)).toHaveLength(1);
		expect(content()).toBe("");
	});

	it("ignores a torn last line and counts a damaged one", async () => {
		const journal = await Journal.open(folder);
		await journal.append([item(1)]);
		await journal.close();
		const [name] = readdirSync(folder);
		appendFileSync(join(folder, name ?? ""), '{"in": garbage}\n{"in":{"updateId":9,"ch');
		const again = await Journal.open(folder);
		expect(again.recovered.map((one) => one.updateId)).toEqual([1]);
		expect(again.damaged).toBe(1);
		await again.close();
	});

	it("refuses to take anything after it was closed", async () => {
		const journal = await Journal.open(folder);
		await journal.close();
		await expect(journal.append([item(1)])).rejects.toThrow("closed");
	});
});
