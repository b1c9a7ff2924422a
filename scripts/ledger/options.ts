import { type ParseArgsConfig, parseArgs } from "node:util";
import { loadRefKey, submitterRef } from "../../bot/reference.ts";
import { type LedgerIo, UsageError } from "./command.ts";

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** Options every command understands. */
export const COMMON = {
	json: { type: "boolean", default: false },
	data: { type: "string" },
	staff: { type: "string" },
} as const satisfies OptionsConfig;

/** Parses arguments; an unknown option becomes a UsageError in Chinese. */
export function readOptions<T extends OptionsConfig>(args: readonly string[], options: T) {
	try {
		return parseArgs({
			args: [...args],
			options: { ...COMMON, ...options },
			allowPositionals: true,
			strict: true,
		});
	} catch (error) {
		const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
		throw new UsageError(`选项${option === "" ? "" : ` ${option} `}不对或缺少取值。`);
	}
}

/** Folder of the ledger: `--data`, else DATA_DIR, else `data`. */
export function dataDirOf(values: { readonly data?: string | undefined }, { env }: LedgerIo): string {
	const given = values.data ?? env.DATA_DIR;
	return given === undefined || given.trim() === "" ? "data" : given;
}

/** HMAC key of this ledger, as the service uses it. */
export function refKeyOf(dataDir: string, { env }: LedgerIo): Uint8Array {
	const configured = env.REF_KEY?.trim();
	return loadRefKey(dataDir, configured ? Uint8Array.from(Buffer.from(configured, "hex")) : null);
}

/**
 * Keyed reference of the staff member who acts: `--staff 姓名或工号`, else LEDGER_STAFF.
 * The name itself is stored nowhere.
 */
export function actorOf(
	values: { readonly staff?: string | undefined },
	dataDir: string,
	io: LedgerIo,
): string {
	const name = (values.staff ?? io.env.LEDGER_STAFF ?? "").normalize("NFKC").trim();
	if (name === "") {
		throw new UsageError(
			"请用 --staff 写明是谁在操作（姓名或工号，只保存加密后的代号），或设置 LEDGER_STAFF。",
		);
	}
	return submitterRef(refKeyOf(dataDir, io), "staff", name);
}
