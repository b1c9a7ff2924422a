import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Register } from "../../../core/ledger/register.ts";
import { parseRegister } from "../../../core/ledger/register-schema.ts";
import type { AuditTrail } from "../audit/audit-trail.ts";
import { syncFolder } from "../durable-file.ts";
import { createDurably, makeFolder } from "../exclusive-file.ts";
import { asStorageError } from "../storage-error.ts";
import { listFolder } from "../submissions/quarter-index.ts";

/** `r0001.2026-11-24.json`: number of the import, day of the list. */
const SNAPSHOT_NAME = /^r(\d{4,6})\.(\d{4}-\d{2}-\d{2})\.json$/;

/** A stored list cannot be trusted. Nothing falls back to an older one silently: every rate would change. */
export class RegisterDamagedError extends Error {
	readonly file: string;
	constructor(file: string, cause: unknown) {
		super(`底数名册 ${file} 读不出来，可能被改过。请从备份恢复这个文件，或重新导入名册。`, { cause });
		this.name = "RegisterDamagedError";
		this.file = file;
	}
}

interface Snapshot {
	readonly name: string;
	readonly number: number;
	readonly date: string;
}

/** Stored lists, oldest import first. */
async function snapshots(folder: string): Promise<readonly Snapshot[]> {
	return (await listFolder(folder))
		.flatMap((name) => {
			const match = SNAPSHOT_NAME.exec(name);
			return match === null ? [] : [{ name, number: Number(match[1]), date: match[2] ?? "" }];
		})
		.sort((a, b) => a.number - b.number);
}

/**
 * The register in force; null when none was ever imported.
 * @param upTo last day of a quarter: then the newest list that is not from a later day, so that the rates of a
 *   closed quarter keep their denominator; when every list is later, the earliest one. Absent: the newest import.
 * @throws RegisterDamagedError when the file cannot be read.
 */
export async function readRegister(dataDir: string, upTo?: string): Promise<Register | null> {
	const folder = join(dataDir, "register");
	const all = await snapshots(folder);
	const chosen = upTo === undefined ? all.at(-1) : inForce(all, upTo);
	if (chosen === undefined) return null;
	try {
		const { date, units } = parseRegister(JSON.parse(readFileSync(join(folder, chosen.name), "utf8")));
		return { date, units };
	} catch (error) {
		throw new RegisterDamagedError(`register/${chosen.name}`, error);
	}
}

/** Lists in the order of their days; of one day the later import, which corrects the earlier. */
function inForce(all: readonly Snapshot[], upTo: string): Snapshot | undefined {
	const byDay = [...all].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number - b.number));
	return byDay.findLast(({ date }) => date <= upTo) ?? byDay.findLast(({ date }) => date === byDay[0]?.date);
}

/** Stores a list as a new snapshot, durably and audited; earlier ones stay. @returns its path below DATA_DIR. */
export async function storeRegister(
	dataDir: string,
	register: Register,
	audit: AuditTrail,
	{ actor, at }: { readonly actor: string; readonly at: string },
): Promise<string> {
	const folder = join(dataDir, "register");
	const units = [...register.units].sort((a, b) => (a.orgCode < b.orgCode ? -1 : 1));
	const stored = parseRegister({ version: 1, date: register.date, importedAt: at, units });
	const bytes = `${JSON.stringify(stored, null, "\t")}\n`;
	try {
		for (const touched of await makeFolder(folder)) await syncFolder(touched);
		for (;;) {
			const number = ((await snapshots(folder)).at(-1)?.number ?? 0) + 1;
			const name = `r${String(number).padStart(4, "0")}.${register.date}.json`;
			if (!(await createDurably(join(folder, name), bytes))) continue;
			const sha256 = createHash("sha256").update(bytes).digest("hex");
			await audit.append({
				action: "register-imported",
				actor,
				at,
				count: units.length,
				sha256,
				code: name.slice(0, -".json".length),
			});
			return `register/${name}`;
		}
	} catch (error) {
		throw asStorageError(error);
	}
}
