import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeTime, isValid } from "ulid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadRefKey, REF_KEY_FILE, submissionIdFor, submitterRef } from "../../bot/reference.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "ref-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("loadRefKey", () => {
	it("makes a key once, readable by the owner only, and finds it again", () => {
		const first = loadRefKey(folder, null);
		expect(first).toHaveLength(32);
		expect(statSync(join(folder, REF_KEY_FILE)).mode & 0o777).toBe(0o600);
		expect(loadRefKey(folder, null)).toEqual(first);
		expect(readdirSync(folder)).toEqual([REF_KEY_FILE]);
	});

	it("prefers the configured key and writes nothing then", () => {
		const key = new Uint8Array(32).fill(7);
		expect(loadRefKey(folder, key)).toBe(key);
		expect(readdirSync(folder)).toEqual([]);
	});

	it("refuses a damaged key file and leaves it alone", () => {
		writeFileSync(join(folder, REF_KEY_FILE), "oops");
		expect(() => loadRefKey(folder, null)).toThrow(/从备份恢复/);
		expect(readFileSync(join(folder, REF_KEY_FILE), "utf8")).toBe("oops");
	});
});

describe("references", () => {
	const key = new Uint8Array(32).fill(1);
	it("are 64 hexadecimal digits that depend on key, kind and id", () => {
		const ref = submitterRef(key, "telegram", "42");
		expect(ref).toMatch(/^[0-9a-f]{64}$/);
		expect(submitterRef(key, "web", "42")).not.toBe(ref);
		expect(submitterRef(key, "telegram", "43")).not.toBe(ref);
		expect(submitterRef(new Uint8Array(32).fill(2), "telegram", "42")).not.toBe(ref);
	});

	it("give the same ULID for the same event and another for the next", () => {
		const time = Date.UTC(2026, 8, 18);
		const id = submissionIdFor(key, "r", "1", time);
		expect(isValid(id)).toBe(true);
		expect(decodeTime(id)).toBe(time);
		expect(submissionIdFor(key, "r", "1", time)).toBe(id);
		expect(submissionIdFor(key, "r", "2", time)).not.toBe(id);
	});
});
