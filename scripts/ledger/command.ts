/** What a ledger command is given: streams instead of the process, so that tests can run it. */
export interface LedgerIo {
	readonly input: NodeJS.ReadableStream;
	/** Whether the input is a terminal (somebody could answer a question). */
	readonly interactive: boolean;
	/** Writes one line of the result to standard output. */
	readonly print: (line: string) => void;
	/** Writes one line of explanation to standard error. */
	readonly explain: (line: string) => void;
	/** Shows how far a long task is; absent where nobody looks. */
	readonly progress?: (label: string, done: number, total: number) => void;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** One command of `npm run ledger`; each has a file of its own and is listed in `registry.ts`. */
export interface LedgerCommand {
	readonly name: string;
	/** One line in Chinese for the overview. */
	readonly summary: string;
	/** How to call it, with its options. */
	readonly usage: string;
	/** @returns exit code: 0 done, 1 problems found, 2 called wrongly. */
	readonly run: (args: readonly string[], io: LedgerIo) => Promise<number>;
}

/** A mistake of the person who called the command: printed without a stack. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = "UsageError";
	}
}
