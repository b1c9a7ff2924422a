import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { COMPRESSIBLE, COPIES, type ContentCoding } from "../../core/publication/compressed-copies.ts";

/** Files worked on at a time; the compression itself runs in Node's threads. */
const AT_ONCE = 8;
/**
 * The last step costs three times the CPU for 2 %: worth it for what every page loads, not for each page. Whole
 * collections on one page, to print, are few and long: a tenth of the CPU for 8 %.
 */
const QUALITY = { page: 10, shared: 11, long: 5 } as const;
/** Bytes from which on a file is long. */
const LONG = 512 * 1024;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Writes `.br` and `.gz` beside every file below `root` that gets smaller by it, for the service to send.
 * Files that have copies already, and those in `later`, are left as they are.
 */
export async function writeCompressedCopies(root: string, later: readonly string[] = []): Promise<void> {
	const all = new Set(readdirSync(root, { recursive: true, encoding: "utf8" }));
	const files = [...all].filter(
		(file) => COMPRESSIBLE.test(file) && !later.includes(file) && !all.has(file + COPIES.br),
	);
	const worker = async () => {
		for (let file = files.pop(); file !== undefined; file = files.pop()) await copy(join(root, file));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function copy(file: string): Promise<void> {
	const content = await readFile(file);
	const quality =
		content.length > LONG ? QUALITY.long : file.endsWith(".html") ? QUALITY.page : QUALITY.shared;
	const copies: Record<ContentCoding, Buffer> = {
		br: await brotli(content, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: quality,
				[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
				[constants.BROTLI_PARAM_SIZE_HINT]: content.length,
			},
		}),
		gzip: await gzipped(content, { level: 9 }),
	};
	for (const [coding, bytes] of Object.entries(copies)) {
		if (bytes.length < content.length) await writeFile(file + COPIES[coding as ContentCoding], bytes);
	}
}
