import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { openSubmissionStore } from "../../bot/stores/submissions/open.ts";
import { judgeWithLedger } from "../../bot/submissions/judge.ts";
import { remarks } from "../../core/survey/messages.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { loadOffice, type Office } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";
import { type ReadRow, readJsonFile } from "./read-json.ts";

/** Reads a file into rows; null when it is not in the format. Another format is one more entry here. */
export const READERS: Readonly<Record<string, (bytes: Buffer) => readonly ReadRow[] | null>> = {
	".json": (bytes) => readJsonFile(bytes.toString("utf8")),
	".jsonl": (bytes) => readJsonFile(bytes.toString("utf8")),
};

/** Takes submissions from files: a dry run with every row's errors first, then all or nothing. */
export const importFiles: LedgerCommand = {
	name: "import",
	summary: "导入填报文件（先试读，全部没有错误才写入）",
	usage: "ledger import <文件…> --staff 姓名 [--apply] [--json]　不加 --apply 只试读",
	async run(args, io) {
		const { values, positionals } = readOptions(args, { apply: { type: "boolean", default: false } });
		if (positionals.length === 0) throw new UsageError("请写要导入的文件，例如网页表单另存的 JSON 文件。");
		const office = loadOffice();
		const dataDir = dataDirOf(values, io);
		const actor = actorOf(values, dataDir, io);
		const store = await openSubmissionStore(dataDir, { trashDays: office.survey.trashDays });
		const at = new Date().toISOString();
		const rows: Judged[] = [];
		for (const file of positionals) {
			for (const row of await readRows(file)) {
				const checked = await judgeWithLedger(asImport(row.value, actor, at), office, store.submissions);
				rows.push({ file, place: row.place, ...checked });
			}
		}
		const wrong = rows.filter(({ ok }) => !ok).length;
		if (wrong > 0 || !values.apply) {
			printRows(rows, values.json, office, io);
			if (!values.json) io.explain(dryRunSummary(rows.length, wrong));
			return wrong > 0 ? 1 : 0;
		}
		const counts = { accepted: 0, again: 0, conflict: 0, refused: 0 };
		for (const { submission, file, place } of rows) {
			if (submission === null) continue;
			const result = await store.submissions.submit(submission);
			counts[result.kind]++;
			if (values.json)
				io.print(JSON.stringify({ file, place, submissionId: submission.submissionId, result: result.kind }));
		}
		await store.audit.append({ action: "imported", actor, at, count: counts.accepted + counts.conflict });
		if (!values.json) {
			io.print(
				`已导入${counts.accepted}份；早已导入${counts.again}份；有冲突待处理${counts.conflict}份；编号已用过或已撤回${counts.refused}份。`,
			);
		}
		return counts.refused === 0 ? 0 : 1;
	},
};

interface Judged {
	readonly file: string;
	readonly place: string;
	readonly ok: boolean;
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
	readonly submission: Submission | null;
}

async function readRows(file: string): Promise<readonly ReadRow[]> {
	const read = READERS[extname(file).toLowerCase()];
	if (read === undefined) {
		throw new UsageError(`不认识 ${file} 的格式。可以导入：${Object.keys(READERS).join("、")}。`);
	}
	let bytes: Buffer;
	try {
		bytes = await readFile(file);
	} catch {
		throw new UsageError(`读不到 ${file}，请核对文件名。`);
	}
	const rows = read(bytes);
	if (rows === null) throw new UsageError(`${file} 的内容读不出来，请用网页表单重新另存一份。`);
	return rows;
}

/** What staff import is theirs to answer for: channel and sender are set here, the rest is as in the file. */
function asImport(value: unknown, actor: string, at: string): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return {
		submittedAt: at,
		revision: 1,
		state: "submitted",
		...value,
		channel: "import",
		submitterRef: actor,
	};
}

function printRows(rows: readonly Judged[], json: boolean, office: Office, io: LedgerIo): void {
	for (const { file, place, ok, errors, warnings } of rows) {
		if (json) {
			io.print(JSON.stringify({ file, place, ok, errors, warnings }));
			continue;
		}
		for (const { code, message } of remarks(errors, office.survey))
			io.print(`✗ ${file} ${place} ${code}：${message}`);
		for (const { code, message } of remarks(warnings, office.survey))
			io.print(`· ${file} ${place} ${code}：${message}`);
	}
}

function dryRunSummary(count: number, wrong: number): string {
	if (wrong > 0) return `共${count}份，${wrong}份有错误，一份也没有写入。改正后再导入。`;
	return `共${count}份，都没有错误。还没有写入；确认后加上 --apply 再运行一次。`;
}
