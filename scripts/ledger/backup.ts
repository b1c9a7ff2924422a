import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pack, unpack } from "../../bot/stores/backup/archive.ts";
import { createDurably } from "../../bot/stores/exclusive-file.ts";
import { openForStaff } from "../../bot/stores/submissions/open.ts";
import { encrypterFor } from "./backup-secret.ts";
import { type LedgerCommand, UsageError } from "./command.ts";
import { loadOffice } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";

/** Writes an age-encrypted archive of the ledger; safe while the service runs. */
export const backup: LedgerCommand = {
	name: "backup",
	summary: "把台账备份成加密文件",
	usage:
		"ledger backup <文件.age> --staff 姓名 [--recipient age1…] [--json]　不给公钥时用环境变量 LEDGER_BACKUP_PASSPHRASE",
	async run(args, io) {
		const { values, positionals } = readOptions(args, { recipient: { type: "string" } });
		const [file] = positionals;
		if (file === undefined) throw new UsageError("请写备份文件的名字，例如 ledger-2026-09-30.age。");
		const target = resolve(file);
		const taken = new UsageError(`${file} 已经有了，没有覆盖。请换一个文件名。`);
		if (existsSync(target)) throw taken;
		const encrypter = encrypterFor(values, io.env);
		const dataDir = dataDirOf(values, io);
		const actor = actorOf(values, dataDir, io);
		const { audit } = await openForStaff(dataDir, { trashDays: loadOffice().survey.trashDays });
		const at = new Date().toISOString();
		const entry = await audit.append({ action: "backed-up", actor, at });
		const zip = await pack(dataDir, at, entry.hash);
		const count = unpack(zip).files.size;
		await mkdir(dirname(target), { recursive: true });
		if (!(await createDurably(target, await encrypter.encrypt(zip)))) throw taken;
		if (values.json)
			io.print(JSON.stringify({ ok: true, file: target, files: count, auditHead: entry.hash }));
		else {
			io.print(`已备份${count}个文件到 ${file}，审计链头 ${entry.hash}。`);
			io.print("请把文件抄到另一台机器，密钥或口令另外保管；没有它们就打不开。");
		}
		return 0;
	},
};
