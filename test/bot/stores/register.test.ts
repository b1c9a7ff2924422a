import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyAudit } from "../../../bot/stores/audit/verify.ts";
import {
	RegisterDamagedError,
	readRegister,
	storeRegister,
} from "../../../bot/stores/register/register-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { RegisterUnit } from "../../../core/ledger/register.ts";
import { dataDir, filesBelow } from "./data-dir.ts";

const AT = "2026-11-24T08:00:00.000Z";
const STAFF = "e".repeat(64);
const unit = (orgCode: string, orgName: string): RegisterUnit => ({
	orgCode,
	orgName,
	orgKind: "enterprise",
	streetCode: "yunxi",
	status: "active",
});
const A = unit("91990101MA0TE0T126", "示例软件有限公司");
const B = unit("52990101MJ0DEM008U", "示例社会组织");

test("each import is a new snapshot, audited with its hash; the newest is in force", async () => {
	const dir = dataDir();
	const { audit } = await openSubmissionStore(dir, { trashDays: 30 });
	expect(await readRegister(dir)).toBeNull();
	await storeRegister(dir, { date: "2026-06-30", units: [A] }, audit, { actor: STAFF, at: AT });
	await storeRegister(dir, { date: "2026-11-20", units: [A, B] }, audit, { actor: STAFF, at: AT });
	expect(await readRegister(dir)).toEqual({ date: "2026-11-20", units: [B, A] });
	expect(filesBelow(join(dir, "register"))).toEqual(["r0001.2026-06-30.json", "r0002.2026-11-20.json"]);
	const { entries, breaks } = await verifyAudit(audit);
	expect(breaks).toEqual([]);
	expect(entries).toMatchObject([
		{ action: "register-imported", count: 1, code: "r0001.2026-06-30", actor: STAFF },
		{ action: "register-imported", count: 2, code: "r0002.2026-11-20" },
	]);
});

test("a closed quarter keeps the list of its time; before the first list the earliest one serves", async () => {
	const dir = dataDir();
	const { audit } = await openSubmissionStore(dir, { trashDays: 30 });
	for (const date of ["2026-06-30", "2026-11-20", "2026-06-30"]) {
		await storeRegister(dir, { date, units: [A] }, audit, { actor: STAFF, at: AT });
	}
	expect((await readRegister(dir, "2026-09-30"))?.date).toBe("2026-06-30");
	expect((await readRegister(dir, "2026-12-31"))?.date).toBe("2026-11-20");
	expect((await readRegister(dir, "2025-12-31"))?.date).toBe("2026-06-30");
});

test("a damaged list is an error, not an older list", async () => {
	const dir = dataDir();
	const { audit } = await openSubmissionStore(dir, { trashDays: 30 });
	const path = await storeRegister(dir, { date: "2026-06-30", units: [A] }, audit, { actor: STAFF, at: AT });
	const full = join(dir, path);
	expect(existsSync(full)).toBe(true);
	chmodSync(full, 0o600);
	writeFileSync(full, readFileSync(full, "utf8").replace(A.orgCode, "91990101MA0TE0T127"));
	await expect(readRegister(dir)).rejects.toThrow(RegisterDamagedError);
});
