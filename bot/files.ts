import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { FileOffer } from "./exchange/buttons.ts";

/** Largest file Telegram takes from a bot, in bytes. */
const MAXIMUM = 50 * 1024 * 1024;

/** Reads generated files of the built site; `null` when a file is not there or cannot be sent. */
export function siteFiles(siteRoot: string): (file: Pick<FileOffer, "url">) => Promise<Uint8Array | null> {
	return async ({ url }) => {
		if (!/^\/downloads\/[\w./-]+$/.test(url) || url.includes("..")) return null;
		const bytes = await readFile(join(siteRoot, url)).catch(() => null);
		return bytes === null || bytes.length > MAXIMUM ? null : bytes;
	};
}
