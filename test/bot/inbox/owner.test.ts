import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimInbox, InboxBusyError } from "../../../bot/inbox/owner.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "owner-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is held by one living process at a time and taken over from a dead one", async () => {
	const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
	await new Promise((resolve) => other.once("spawn", resolve));
	writeFileSync(join(folder, "owner.pid"), String(other.pid));
	expect(() => claimInbox(folder)).toThrow(InboxBusyError);
	await new Promise((resolve) => {
		other.once("exit", resolve);
		other.kill("SIGKILL");
	});
	const release = claimInbox(folder);
	expect(readdirSync(folder)).toEqual(["owner.pid"]);
	release();
	expect(readdirSync(folder)).toEqual([]);
});

it("is taken over from a damaged claim", () => {
	writeFileSync(join(folder, "owner.pid"), "not a number");
	claimInbox(folder)();
	expect(readdirSync(folder)).toEqual([]);
});
