import { createHmac, randomBytes } from "node:crypto";
import {
	closeSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	unlinkSync,
	writeSync,
} from "node:fs";
import { join } from "node:path";
import { encodeTime } from "ulid";

/** Name of the key file in DATA_DIR. Whoever has it can link references to chat ids: keep it out of backups shared with others. */
export const REF_KEY_FILE = "ref.key";

/**
 * The HMAC key: `configured` when given, else the one in `dataDir`, generated there with mode 0600 when absent.
 * Two processes that start at once end with the same key (exclusive link).
 * @throws when the key file exists but does not hold a key: replacing it would orphan every reference.
 */
export function loadRefKey(dataDir: string, configured: Uint8Array | null): Uint8Array {
	if (configured !== null) return configured;
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const path = join(dataDir, REF_KEY_FILE);
	const temporary = join(dataDir, `.${REF_KEY_FILE}.${process.pid}.${randomBytes(4).toString("hex")}`);
	const read = (): string | null => {
		try {
			return readFileSync(path, "utf8").trim();
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
			throw error;
		}
	};
	let text = read();
	if (text === null) {
		const file = openSync(temporary, "wx", 0o600);
		try {
			writeSync(file, `${randomBytes(32).toString("hex")}\n`);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		try {
			linkSync(temporary, path);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		} finally {
			unlinkSync(temporary);
		}
		const folder = openSync(dataDir, "r");
		try {
			fsyncSync(folder);
		} finally {
			closeSync(folder);
		}
		text = read();
	}
	if (text === null || !/^[0-9a-f]{64,}$/.test(text)) {
		throw new Error(
			`${path} 不是有效的密钥文件，请从备份恢复；不要新建，否则已有填报将无法对应到原来的对话 / ${path} does not hold a key: restore it from the backup`,
		);
	}
	return Uint8Array.from(Buffer.from(text, "hex"));
}

/** Kinds of sender; the kind is part of the hash so that equal numbers in different namespaces do not meet. */
export type SenderKind = "telegram" | "web" | "terminal" | "staff";

/** Reference to a sender: keyed hash, 64 lower-case hexadecimal digits, never the id itself. */
export function submitterRef(key: Uint8Array, kind: SenderKind, id: string): string {
	return createHmac("sha256", key).update(`${kind}:${id}`).digest("hex");
}

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * ULID for a submission that starts with the event `eventId` of `ref`.
 * The same event gives the same ULID, so that a redelivered event cannot start a second submission.
 * @param time milliseconds since the epoch, taken from the stored event, not from the clock.
 */
export function submissionIdFor(key: Uint8Array, ref: string, eventId: string, time: number): string {
	const bytes = createHmac("sha256", key).update(`submission:${ref}:${eventId}`).digest();
	let random = "";
	// One byte a character, of which five bits are used: 16 × 5 = the 80 random bits of a ULID.
	for (let index = 0; index < 16; index += 1) random += ALPHABET[(bytes[index] ?? 0) & 31];
	return encodeTime(time, 10) + random;
}
