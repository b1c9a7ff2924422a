import { GrammyError, HttpError } from "grammy";

const DISK = new Set(["ENOSPC", "EIO", "EROFS", "EDQUOT", "EMFILE", "ENFILE", "EAGAIN"]);

/** Whether an error will pass by itself: network, flood limits, Telegram's own faults, a full or read-only disk. */
export function isTransient(error: unknown): boolean {
	if (error instanceof HttpError) return true;
	if (error instanceof GrammyError) return error.error_code === 429 || error.error_code >= 500;
	const code = (error as NodeJS.ErrnoException | null)?.code;
	return typeof code === "string" && DISK.has(code);
}
