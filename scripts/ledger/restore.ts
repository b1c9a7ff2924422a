import { readFile } from "node:fs/promises";
import { ArchiveError, unpack } from "../../bot/stores/backup/archive.ts";
import { NotEmptyError, restoreInto } from "../../bot/stores/backup/restore.ts";
import { examine } from "../../bot/stores/doctor/examine.ts";
import { openSubmissionStore } from "../../bot/stores/submissions/open.ts";
import { decrypterFor } from "./backup-secret.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { findingLine } from "./doctor-words.ts";
import { loadOffice } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";

/** Restores an encrypted archive into an empty folder and examines the result. */
export const restore: LedgerCommand = {
	name: "restore",
	summary: "从加密备份恢复到空文件夹",
	usage: "ledger restore <文件.age> --data 空文件夹 --staff 姓名 [--identity 私钥文件] [--json]",
	async run(args, io) {
		const { values, positionals } = readOptions(args, { identity: { type: "string" } });
		const [file] = positionals;
		if (file === undefined) throw new UsageError("请写备份文件的名字，例如 ledger-2026-09-30.age。");
		const dataDir = dataDirOf(values, io);
		const decrypter = await decrypterFor(values, io.env);
		const closed = new Uint8Array(await readFile(file));
		let zip: Uint8Array;
		try {
			zip = await decrypter.decrypt(closed);
		} catch {
			throw new UsageError("打不开：密钥或口令不对，或文件已损坏。没有写入任何内容。");
		}
		const { trashDays } = loadOffice().survey;
		const { manifest, files } = openArchive(zip);
		try {
			await restoreInto(dataDir, { manifest, files });
		} catch (error) {
			if (!(error instanceof NotEmptyError)) throw error;
			throw new UsageError(`${error.message} 里已有内容，没有恢复。请用 --data 指定一个空文件夹。`);
		}
		const { audit } = await openSubmissionStore(dataDir, { trashDays });
		const actor = actorOf(values, dataDir, io);
		await audit.append({ action: "restored", actor, at: new Date().toISOString(), code: manifest.auditHead });
		return reportRestored(dataDir, files.size, manifest.createdAt, trashDays, values.json, io);
	},
};

function openArchive(zip: Uint8Array) {
	try {
		return unpack(zip);
	} catch (error) {
		if (!(error instanceof ArchiveError)) throw error;
		throw new UsageError(`备份文件不完整或被改过（${error.where}），没有写入任何内容。请换一份备份。`);
	}
}

async function reportRestored(
	dataDir: string,
	count: number,
	createdAt: string,
	trashDays: number,
	json: boolean,
	io: LedgerIo,
): Promise<number> {
	const { findings, auditHead } = await examine(dataDir, { trashDays });
	const errors = findings.filter(({ level }) => level === "error");
	if (json) {
		io.print(JSON.stringify({ ok: errors.length === 0, files: count, createdAt, auditHead, findings }));
		return errors.length === 0 ? 0 : 1;
	}
	io.print(`已恢复${count}个文件（备份于 ${createdAt}）。没有填完的草稿和提醒联系方式不在备份里。`);
	for (const finding of errors) io.print(findingLine(finding));
	io.print(errors.length === 0 ? "检查通过。" : "检查发现问题，请按上面的说明处理。");
	return errors.length === 0 ? 0 : 1;
}
