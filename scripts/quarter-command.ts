import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { QUARTER_PATTERN } from "../core/survey/quarter.ts";

/** Says why a command cannot do its work and ends it: 2 for what was typed, 1 for what was found. */
export function fail(message: string, code: 1 | 2): never {
	console.error(`✗ ${message}`);
	process.exit(code);
}

/**
 * Options of a command about one quarter of a ledger: `--quarter` and the folder `--data`, and the command's own, which
 * take a text. Ends the program with a sentence in Chinese when they are wrong or the folder holds no ledger.
 * @param usage printed after what is wrong.
 */
export function readQuarterOptions<T extends string>(usage: string, own: readonly T[]) {
	const names = ["quarter", "data", ...own];
	const { quarter, data, ...rest } = ((): { readonly [name: string]: string | undefined } => {
		try {
			const options = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
			return parseArgs({ options }).values;
		} catch {
			return fail(`选项不对或缺少取值。${usage}`, 2);
		}
	})();
	if (quarter === undefined || !QUARTER_PATTERN.test(quarter)) fail(`请写明季度，例如 2026-Q3。${usage}`, 2);
	const dataDir = data ?? process.env.DATA_DIR ?? "data";
	if (!existsSync(join(dataDir, "submissions"))) {
		fail(`${dataDir} 里没有台账。请用 --data 指明文件夹；想先看效果，可以运行 npm run demo:data。`, 1);
	}
	return { quarter, dataDir, ...(rest as { readonly [name in T]?: string }) };
}
