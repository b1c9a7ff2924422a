import { readFile } from "node:fs/promises";
import { Decrypter, Encrypter } from "age-encryption";
import { UsageError } from "./command.ts";

interface SecretOptions {
	readonly recipient?: string | undefined;
	readonly identity?: string | undefined;
}

const PASSPHRASE_MIN = 12;

/** Encrypts with the public key of whoever keeps the backups, else with a passphrase from the environment. */
export function encrypterFor(
	{ recipient }: SecretOptions,
	env: Readonly<Record<string, string | undefined>>,
): Encrypter {
	const encrypter = new Encrypter();
	if (recipient !== undefined) {
		try {
			encrypter.addRecipient(recipient);
		} catch {
			throw new UsageError("--recipient 应为 age 公钥，以 age1 开头，可用 age-keygen 生成。");
		}
		return encrypter;
	}
	encrypter.setPassphrase(passphrase(env));
	return encrypter;
}

/** Opens what `encrypterFor` closed: with the private key file, else with the passphrase. */
export async function decrypterFor(
	{ identity }: SecretOptions,
	env: Readonly<Record<string, string | undefined>>,
): Promise<Decrypter> {
	const decrypter = new Decrypter();
	if (identity !== undefined) {
		const key = /^AGE-SECRET-KEY-[0-9A-Z-]+$/m.exec(await readFile(identity, "utf8"))?.[0];
		if (key === undefined)
			throw new UsageError("--identity 应为 age 私钥文件，里面有 AGE-SECRET-KEY- 开头的一行。");
		decrypter.addIdentity(key);
		return decrypter;
	}
	decrypter.addPassphrase(passphrase(env));
	return decrypter;
}

/** Passphrases come from the environment: on the command line everybody on the machine could read them. */
function passphrase(env: Readonly<Record<string, string | undefined>>): string {
	const value = env.LEDGER_BACKUP_PASSPHRASE ?? "";
	if (value.length < PASSPHRASE_MIN) {
		throw new UsageError(
			`请用 --recipient（备份）或 --identity（恢复）指明 age 密钥，或在环境变量 LEDGER_BACKUP_PASSPHRASE 里给出至少${PASSPHRASE_MIN}位的口令。`,
		);
	}
	return value;
}
