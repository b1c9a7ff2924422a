import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REF_KEY_FILE } from "../../bot/reference.ts";
import { type AuditEntry, type AuditFact, chain, EMPTY_HEAD } from "../../bot/stores/audit/chain.ts";
import { layout, rowFolder } from "../../bot/stores/submissions/layout.ts";
import type { RegisterUnit } from "../../core/ledger/register.ts";
import { demoFigures } from "./figures.ts";
import { demoHistory } from "./history.ts";
import { isDemo, markDemo } from "./marker.ts";
import { writeRegisters } from "./registers.ts";
import type { DemoUnit } from "./unit.ts";

export interface DemoLedger {
	readonly files: number;
	readonly auditEntries: number;
}

/** The folder holds something that is not a demonstration ledger. */
export class NotDemoError extends Error {
	constructor(dataDir: string) {
		super(
			`${dataDir} 里已有数据，而且没有示例标记，没有动它。请换一个空文件夹，例如 npm run demo:data -- --data data-demo。`,
		);
		this.name = "NotDemoError";
	}
}

/**
 * Writes the files the store would have written, without waiting for the disk after each: nothing here would be
 * missed. An earlier demonstration ledger in the folder is replaced.
 * @throws NotDemoError when the folder holds anything else.
 */
export function writeDemoLedger(
	dataDir: string,
	organisations: number,
	quarters: readonly string[],
	streets: readonly { code: string; name: string }[],
): DemoLedger {
	if (existsSync(dataDir) && readdirSync(dataDir).length > 0 && !isDemo(dataDir))
		throw new NotDemoError(dataDir);
	rmSync(dataDir, { recursive: true, force: true });
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	markDemo(dataDir);
	const { submissions } = layout(dataDir);
	const facts: AuditFact[] = [];
	const gone = new Set<string>();
	const write = (path: string, text: string) => writeFileSync(path, text, { mode: 0o600 });
	const pending = new Map<string, string>();
	let files = 0;
	const flush = () => {
		for (const [path, text] of pending) {
			if (gone.has(path)) continue;
			write(path, text);
			files++;
		}
		pending.clear();
	};
	let folder = "";
	const registers = new Map(quarters.map((quarter) => [quarter, [] as RegisterUnit[]]));
	const list = (quarter: string, { orgCode, orgName, orgKind, streetCode, operatingStatus }: DemoUnit) =>
		registers.get(quarter)?.push({ orgCode, orgName, orgKind, streetCode, status: operatingStatus });
	for (const { quarter, orgCode, name, bytes, fact } of demoHistory(organisations, quarters, streets, list)) {
		facts.push(fact);
		const here = rowFolder(submissions, { quarter, orgCode });
		if (here !== folder) {
			flush();
			folder = here;
			mkdirSync(folder, { recursive: true, mode: 0o700 });
		}
		if (bytes === null) gone.add(join(folder, name));
		else pending.set(join(folder, name), bytes);
	}
	flush();
	facts.push(...writeRegisters(join(dataDir, "register"), registers));
	writeAudit(join(dataDir, "audit"), facts);
	mkdirSync(join(dataDir, "figures"), { mode: 0o700 });
	for (const [at, quarter] of quarters.entries()) {
		const figures = demoFigures(quarter, at);
		write(join(dataDir, "figures", `${quarter}.json`), `${JSON.stringify(figures, null, 2)}\n`);
	}
	const key = createHash("sha256").update("demonstration ledger").digest("hex");
	write(join(dataDir, REF_KEY_FILE), `${key}\n`);
	return { files, auditEntries: facts.length };
}

/** Chains the facts in the order of time, one file per year. */
function writeAudit(folder: string, facts: AuditFact[]): void {
	mkdirSync(folder, { mode: 0o700 });
	facts.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
	let head = EMPTY_HEAD;
	const years = new Map<string, string[]>();
	for (const fact of facts) {
		const entry: AuditEntry = chain(head, fact);
		head = { seq: entry.seq, hash: entry.hash };
		const year = fact.at.slice(0, 4);
		const lines = years.get(year) ?? [];
		lines.push(JSON.stringify(entry));
		years.set(year, lines);
	}
	for (const [year, lines] of years) {
		writeFileSync(join(folder, `${year}.jsonl`), `${lines.join("\n")}\n`, { mode: 0o600 });
	}
}
