import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Figures, figuresSchema } from "../../core/ledger/figures-schema.ts";

/**
 * Figures staff entered for a quarter; null when there are none yet.
 * @throws Error in Chinese when the file is damaged: a wrong figure must not slip into a report as 待录入.
 */
export function readFigures(dataDir: string, quarter: string): Figures | null {
	const path = join(dataDir, "figures", `${quarter}.json`);
	if (!existsSync(path)) return null;
	let result: ReturnType<typeof figuresSchema.safeParse>;
	try {
		result = figuresSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		throw new Error(`${path} 读不出来。请从备份恢复，或重新录入这个季度的数字。`);
	}
	if (!result.success || result.data.quarter !== quarter) {
		const where = result.error?.issues[0]?.path.join(".") ?? "quarter";
		throw new Error(`${path} 的 ${where} 不对。请重新录入这个季度的数字。`);
	}
	return result.data;
}
