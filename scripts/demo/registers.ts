import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditFact } from "../../bot/stores/audit/chain.ts";
import type { RegisterUnit } from "../../core/ledger/register.ts";
import { parseRegister } from "../../core/ledger/register-schema.ts";
import { quarterBounds } from "../../core/survey/quarter.ts";

/** Writes one list per quarter, drawn up on the tenth of its last month. @returns what the audit trail says of them. */
export function writeRegisters(
	folder: string,
	registers: ReadonlyMap<string, readonly RegisterUnit[]>,
): readonly AuditFact[] {
	mkdirSync(folder, { mode: 0o700 });
	return [...registers].map(([quarter, list], at) => {
		const date = `${quarterBounds(quarter).last.slice(0, 8)}10`;
		const importedAt = `${date}T02:00:00.000Z`;
		const units = list.toSorted((a, b) => (a.orgCode < b.orgCode ? -1 : 1));
		const stored = parseRegister({ version: 1, date, importedAt, units });
		const bytes = `${JSON.stringify(stored, null, "\t")}\n`;
		const code = `r${String(at + 1).padStart(4, "0")}.${date}`;
		writeFileSync(join(folder, `${code}.json`), bytes, { mode: 0o600 });
		return {
			action: "register-imported",
			actor: createHash("sha256").update("demo staff").digest("hex"),
			at: importedAt,
			count: units.length,
			sha256: createHash("sha256").update(bytes).digest("hex"),
			code,
		};
	});
}
