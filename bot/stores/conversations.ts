import { mkdir, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Conversation, Message, Reply } from "../../core/assistant/types.ts";
import { replaceDurably, sweepTemporary } from "./durable-file.ts";

/** What a shell keeps of one conversation. */
export interface ConversationRecord {
	readonly version: 1;
	/** State of the assistant, handed back to it as it is; `null` before the first message. */
	readonly conversation: Conversation | null;
	/** Counts answers of the shell; buttons carry it, so that stale ones are recognised. */
	readonly sequence: number;
	/** Last event worked through: its number and when it arrived. A redelivered event is answered from `replies`. */
	readonly last: { readonly event: number; readonly at: string } | null;
	/** The last answer: for its buttons, its folded parts, and to send it again after a crash. */
	readonly replies: readonly Reply[];
	/** Indexes of the choices ticked so far, where several may be chosen. */
	readonly ticked: readonly number[];
	/** What the language model read, waiting for the person's confirmation. */
	readonly proposal: Message | null;
}

/** A conversation that has not begun. */
export const EMPTY_RECORD: ConversationRecord = {
	version: 1,
	conversation: null,
	sequence: 0,
	last: null,
	replies: [],
	ticked: [],
	proposal: null,
};

/** The file is ours, but a file all the same: what the shell relies on is checked; the rest is the assistant's own. */
const recordFile = z.object({
	version: z.literal(1),
	conversation: z.looseObject({ version: z.literal(1), turn: z.number() }).nullable(),
	sequence: z.number().int().nonnegative(),
	last: z.object({ event: z.number(), at: z.iso.datetime() }).nullable(),
	replies: z.array(
		z.looseObject({
			headline: z.string(),
			text: z.string(),
			sections: z.array(z.looseObject({ kind: z.string() })),
			choices: z.array(z.object({ label: z.string(), value: z.string() })),
			suggestions: z.array(z.string()),
		}),
	),
	ticked: z.array(z.number().int().nonnegative()),
	proposal: z.looseObject({ kind: z.string() }).nullable(),
});

const NAME = /^[0-9a-f]{64}\.json$/;

/** One file per conversation, named by the keyed reference, replaced atomically and durably. */
export class ConversationStore {
	readonly #folder: string;
	/** Called with the name of a file that could not be read and was set aside. */
	readonly #report: (name: string) => void;

	private constructor(folder: string, report: (name: string) => void) {
		this.#folder = folder;
		this.#report = report;
	}

	/** Opens the store and removes what a crash left half-written. */
	static async open(folder: string, report: (name: string) => void): Promise<ConversationStore> {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await sweepTemporary(folder);
		return new ConversationStore(folder, report);
	}

	/** The record of a conversation, or `null`. A damaged file is set aside as `*.corrupt` and reported. */
	async load(ref: string): Promise<ConversationRecord | null> {
		const path = this.#path(ref);
		let text: string;
		try {
			text = await readFile(path, "utf8");
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
			throw error;
		}
		const parsed = parse(text);
		if (parsed !== null) return parsed;
		await rename(path, `${path}.${Date.now()}.corrupt`);
		this.#report(`${ref.slice(0, 12)}.json`);
		return null;
	}

	/** Replaces the record; resolves when it is durable. */
	save(ref: string, record: ConversationRecord): Promise<void> {
		return replaceDurably(this.#path(ref), JSON.stringify(record));
	}

	/** Removes a conversation with everything in it. */
	async erase(ref: string): Promise<void> {
		await unlink(this.#path(ref)).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== "ENOENT") throw error;
		});
	}

	/** Erases conversations untouched since `before`. Returns how many. */
	async sweep(before: Date): Promise<number> {
		let count = 0;
		for (const name of await readdir(this.#folder)) {
			if (!NAME.test(name)) continue;
			const path = join(this.#folder, name);
			if ((await stat(path)).mtimeMs >= before.getTime()) continue;
			await unlink(path);
			count += 1;
		}
		return count;
	}

	#path(ref: string): string {
		if (!/^[0-9a-f]{64}$/.test(ref)) throw new Error("not a reference");
		return join(this.#folder, `${ref}.json`);
	}
}

function parse(text: string): ConversationRecord | null {
	try {
		const parsed = recordFile.safeParse(JSON.parse(text));
		return parsed.success ? (parsed.data as unknown as ConversationRecord) : null;
	} catch {
		return null;
	}
}
