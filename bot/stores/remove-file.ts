import { unlinkSync } from "node:fs";
import { systemCode } from "./storage-error.ts";

/**
 * Removes a file if it is there. Not `rmSync`: that first looks at what may be a whole tree,
 * and on a busy disk costs milliseconds on the main thread where an unlink costs microseconds.
 */
export function removeFile(path: string): void {
	try {
		unlinkSync(path);
	} catch (error) {
		if (systemCode(error) !== "ENOENT") throw error;
	}
}
