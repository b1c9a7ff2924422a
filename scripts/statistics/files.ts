import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Statistics, statisticsFile } from "../../core/content/statistics.ts";

const NAME = /^20\d{2}-Q[1-4]\.json$/;

/**
 * Published quarters below a content root, oldest first.
 * @throws Error in Chinese when a file was damaged: a wrong number must not be shown.
 */
export function readStatistics(root = "content"): readonly Statistics[] {
	const folder = join(root, "statistics");
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => NAME.test(name))
		.sort()
		.map((name) => {
			const path = join(folder, name);
			try {
				const statistics = statisticsFile.parse(JSON.parse(readFileSync(path, "utf8")));
				if (`${statistics.quarter}.json` === name) return statistics;
			} catch {
				// Said below, together with a file under a wrong name.
			}
			throw new Error(
				`${path} 被改动过或不完整。请从版本库恢复，或删除后用 npm run publish-stats 重新公布。`,
			);
		});
}

/** Where a quarter is published. */
export const statisticsPath = (root: string, quarter: string) => join(root, "statistics", `${quarter}.json`);

/** Writes one quarter, flushed to the disk; a reader sees the old file or the new one. */
export function writeStatistics(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = `${path}.${process.pid}.tmp`;
	const descriptor = openSync(temporary, "w");
	try {
		const bytes = Buffer.from(text);
		for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
	renameSync(temporary, path);
}

/** Bytes of a statistics file. */
export const statisticsText = (statistics: Statistics) => `${JSON.stringify(statistics, null, "\t")}\n`;
