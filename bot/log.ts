/** Fields that may be logged: codes, ids of ours, counts, durations. Anything else is dropped by construction. */
export interface LogFields {
	readonly event: string;
	readonly level?: "info" | "warn" | "error";
	/** First 12 digits of a keyed reference. */
	readonly ref?: string;
	readonly updateId?: number;
	readonly submissionId?: string;
	readonly method?: string;
	readonly code?: string;
	readonly status?: number;
	readonly count?: number;
	readonly ms?: number;
	readonly intent?: string;
	readonly outcome?: string | null;
	readonly hash?: string;
	readonly path?: string;
}

/** Writes one structured line. */
export type Log = (fields: LogFields) => void;

const ALLOWED: ReadonlySet<string> = new Set<keyof LogFields>([
	"event",
	"level",
	"ref",
	"updateId",
	"submissionId",
	"method",
	"code",
	"status",
	"count",
	"ms",
	"intent",
	"outcome",
	"hash",
	"path",
]);

/** A log that writes JSON lines with only the allowed fields, each cut to 120 characters. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
	return (fields) => {
		const line: Record<string, unknown> = { at: now().toISOString(), level: fields.level ?? "info" };
		for (const [name, value] of Object.entries(fields)) {
			if (!ALLOWED.has(name) || value === undefined) continue;
			line[name] = typeof value === "string" ? value.slice(0, 120) : value;
		}
		write(JSON.stringify(line));
	};
}

/**
 * A code for an error that is safe to log: names and numeric codes only.
 * Messages are left out on purpose: grammY's HttpError carries the address with the token, and messages may quote texts.
 */
export function errorCode(error: unknown): string {
	if (!(error instanceof Error)) return "unknown";
	const {
		code,
		error_code: telegram,
		status,
	} = error as Error & {
		code?: unknown;
		error_code?: unknown;
		status?: unknown;
	};
	const inner = (error as Error & { error?: unknown }).error;
	const parts = [error.name];
	for (const part of [telegram, status, code]) {
		if (typeof part === "number" || (typeof part === "string" && /^[A-Z0-9_]{2,40}$/.test(part))) {
			parts.push(String(part));
		}
	}
	if (inner instanceof Error) {
		const innerCode = (inner as Error & { code?: unknown }).code;
		if (typeof innerCode === "string" && /^[A-Z0-9_]{2,40}$/.test(innerCode)) parts.push(innerCode);
	}
	return parts.join(":");
}
