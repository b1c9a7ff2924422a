import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { readdir, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SUBMITTER_REF_PATTERN } from "../../../core/survey/fields.ts";
import { replaceDurably, syncFolder } from "../durable-file.ts";
import { makeFolder } from "../exclusive-file.ts";
import { asStorageError, systemCode } from "../storage-error.ts";

const file = z.strictObject({
	version: z.literal(1),
	/** When the sender opted in. */
	since: z.iso.datetime(),
	nonce: z.base64(),
	sealed: z.base64(),
	tag: z.base64(),
});

/**
 * Chat ids of senders who asked for reminders, one encrypted file each (AES-256-GCM, key
 * derived from the reference key). Never exported, not part of a backup, erased on
 * opt-out and on withdrawal.
 */
export class ContactStore {
	readonly #folder: string;
	readonly #key: Uint8Array;

	constructor(folder: string, refKey: Uint8Array) {
		this.#folder = folder;
		this.#key = new Uint8Array(hkdfSync("sha256", refKey, new Uint8Array(), "contacts", 32));
	}

	/** Remembers how to reach a sender. */
	async remember(submitterRef: string, chat: string, at: string): Promise<void> {
		try {
			for (const touched of await makeFolder(this.#folder)) await syncFolder(touched);
			const nonce = randomBytes(12);
			const cipher = createCipheriv("aes-256-gcm", this.#key, nonce).setAAD(Buffer.from(submitterRef));
			const sealed = Buffer.concat([cipher.update(chat, "utf8"), cipher.final()]);
			const text = JSON.stringify({
				version: 1,
				since: at,
				nonce: nonce.toString("base64"),
				sealed: sealed.toString("base64"),
				tag: cipher.getAuthTag().toString("base64"),
			});
			await replaceDurably(this.#path(submitterRef), text);
		} catch (error) {
			throw asStorageError(error);
		}
	}

	/** Forgets a sender; nothing happens when there was nothing to forget. */
	async forget(submitterRef: string): Promise<void> {
		try {
			await unlink(this.#path(submitterRef));
			await syncFolder(this.#folder);
		} catch (error) {
			if (systemCode(error) !== "ENOENT") throw asStorageError(error);
		}
	}

	/** Chat id of a sender who opted in; null for everybody else, and when the file cannot be opened with our key. */
	async chatOf(submitterRef: string): Promise<string | null> {
		try {
			const { nonce, sealed, tag } = file.parse(JSON.parse(await readFile(this.#path(submitterRef), "utf8")));
			const decipher = createDecipheriv("aes-256-gcm", this.#key, Buffer.from(nonce, "base64"))
				.setAAD(Buffer.from(submitterRef))
				.setAuthTag(Buffer.from(tag, "base64"));
			return Buffer.concat([decipher.update(Buffer.from(sealed, "base64")), decipher.final()]).toString(
				"utf8",
			);
		} catch {
			return null;
		}
	}

	/** References of everybody who opted in. */
	async references(): Promise<readonly string[]> {
		try {
			const names = await readdir(this.#folder);
			return names
				.map((name) => name.replace(/\.json$/, ""))
				.filter((name) => SUBMITTER_REF_PATTERN.test(name));
		} catch (error) {
			if (systemCode(error) === "ENOENT") return [];
			throw error;
		}
	}

	#path(submitterRef: string): string {
		if (!SUBMITTER_REF_PATTERN.test(submitterRef)) throw new RangeError("not a submitter reference");
		return join(this.#folder, `${submitterRef}.json`);
	}
}
