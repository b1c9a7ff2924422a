import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Inbox, type InboxOptions, PARKED_FILE } from "../../../bot/inbox/inbox.ts";
import type { InboxItem } from "../../../bot/inbox/reduce.ts";
import type { LogFields } from "../../../bot/log.ts";

const item = (updateId: number, chat: number): InboxItem => ({
	updateId,
	chat,
	receivedAt: new Date().toISOString(),
	update: { update_id: updateId, message: { text: "机密文字" } } as unknown as Update,
	refused: null,
});

let folder: string;
const logged: LogFields[] = [];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inbox-"));
	logged.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (options: Partial<InboxOptions> & Pick<InboxOptions, "handle">) =>
	Inbox.open({
		folder,
		giveUp: async () => undefined,
		isTransient: () => false,
		log: (fields) => logged.push(fields),
		delay: () => 1,
		...options,
	});
const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

describe("Inbox", () => {
	it("keeps the order within a chat and works on chats side by side", async () => {
		const order = new Map<number, number[]>();
		let most = 0;
		let now = 0;
		const inbox = await open({
			handle: async ({ chat, updateId }) => {
				now += 1;
				most = Math.max(most, now);
				await tick();
				order.set(chat, [...(order.get(chat) ?? []), updateId]);
				now -= 1;
			},
		});
		await inbox.accept(Array.from({ length: 60 }, (_, n) => item(n, n % 6)));
		await inbox.idle();
		expect(most).toBe(6);
		for (let chat = 0; chat < 6; chat += 1) {
			expect(order.get(chat)).toEqual(Array.from({ length: 10 }, (_, n) => n * 6 + chat));
		}
		await inbox.stop();
	});

	it("takes an update only once while it is open", async () => {
		const handled: number[] = [];
		const inbox = await open({
			handle: async ({ updateId }) => {
				await tick();
				handled.push(updateId);
			},
		});
		await Promise.all([inbox.accept([item(1, 1)]), inbox.accept([item(1, 1)])]);
		await inbox.idle();
		expect(handled).toEqual([1]);
		await inbox.stop();
	});

	it("leaves unfinished items for the next start", async () => {
		const inbox = await open({
			handle: async () => Promise.reject(new Error("down")),
			isTransient: () => true,
			delay: () => 60_000,
		});
		await inbox.accept([item(1, 1), item(2, 1), item(3, 2)]);
		await tick();
		await inbox.stop();
		const handled: number[] = [];
		const next = await open({ handle: async ({ updateId }) => void handled.push(updateId) });
		await next.idle();
		expect(handled.sort()).toEqual([1, 2, 3]);
		await next.stop();
	});

	it("tries transient errors again, then goes on in order", async () => {
		const handled: number[] = [];
		let failures = 4;
		const inbox = await open({
			isTransient: () => true,
			handle: async ({ updateId }) => {
				if (updateId === 1 && failures > 0) {
					failures -= 1;
					throw new Error("flaky");
				}
				handled.push(updateId);
			},
		});
		await inbox.accept([item(1, 1), item(2, 1)]);
		await inbox.idle();
		expect(handled).toEqual([1, 2]);
		await inbox.stop();
	});

	it("parks what cannot be handled, with hash and error only, and tells the sender", async () => {
		const told: number[] = [];
		const inbox = await open({
			handle: async ({ updateId }) => {
				if (updateId === 1) throw Object.assign(new TypeError("机密文字"), { code: "E_BUG" });
			},
			giveUp: async ({ updateId }) => void told.push(updateId),
		});
		await inbox.accept([item(1, 1), item(2, 1)]);
		await inbox.idle();
		await inbox.stop();
		expect(told).toEqual([1]);
		const parked = readFileSync(join(folder, PARKED_FILE), "utf8");
		expect(JSON.parse(parked)).toMatchObject({
			updateId: 1,
			error: "TypeError:E_BUG",
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		const everything =
			readdirSync(folder)
				.map((name) => readFileSync(join(folder, name), "utf8"))
				.join("") + JSON.stringify(logged);
		expect(everything).not.toContain("机密文字");
	});

	it("acknowledges nothing that could not be written", async () => {
		const inbox = await open({ handle: async () => undefined });
		await inbox.accept([item(1, 1)]);
		await inbox.idle();
		await inbox.stop();
		await expect(inbox.accept([item(2, 1)])).rejects.toThrow();
		expect(inbox.open).toBe(0);
		expect(existsSync(join(folder, PARKED_FILE))).toBe(false);
	});
});
