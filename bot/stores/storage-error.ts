/** Why something could not be stored; each has its Chinese sentence in `office/survey.yaml`. */
export type StorageProblem = "full" | "read-only" | "failed";

/** Nothing was acknowledged: the sender keeps the draft and tries again later. */
export class StorageError extends Error {
	readonly problem: StorageProblem;
	/** System error code such as ENOSPC, for the log. */
	readonly code: string;
	constructor(problem: StorageProblem, code: string, cause?: unknown) {
		super(`storage ${problem} (${code})`, { cause });
		this.name = "StorageError";
		this.problem = problem;
		this.code = code;
	}
}

const PROBLEMS: Readonly<Record<string, StorageProblem>> = {
	ENOSPC: "full",
	EDQUOT: "full",
	EFBIG: "full",
	EMFILE: "failed",
	EROFS: "read-only",
	EACCES: "read-only",
	EPERM: "read-only",
};

/** System error code of an unknown error, or an empty string. */
export function systemCode(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Turns a system error into a StorageError; leaves everything else as it is. */
export function asStorageError(error: unknown): unknown {
	const code = systemCode(error);
	return code === "" || error instanceof StorageError
		? error
		: new StorageError(PROBLEMS[code] ?? "failed", code, error);
}
