import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crashSample } from "./crash-samples.ts";
import { dataDir } from "./data-dir.ts";

const CALLS = "write,pwrite64,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink";

/** strace is a Debian package that CI installs; it may also be forbidden to trace. */
function whyNotTraceable(): string | null {
	const { error, status } = spawnSync("strace", ["-f", "-e", "trace=write", "true"], { stdio: "ignore" });
	if (error !== undefined) return "strace is not installed (apt-get install strace)";
	return status === 0 ? null : "strace may not trace here";
}
const reason = whyNotTraceable();

test.skipIf(reason !== null)(
	`system calls come in the order write, fsync, link, rename, fsync of folders and audit, acknowledgement${reason === null ? "" : ` (${reason})`}`,
	() => {
		const dir = dataDir();
		const trace = join(dir, "trace");
		const data = join(dir, "data");
		const { status } = spawnSync("strace", [
			...["-f", "-y", "-s", "4096", "-e", `trace=${CALLS}`, "-o", trace],
			...[process.execPath, "test/bot/stores/order-writer.ts", data],
		]);
		expect(status).toBe(0);
		const lines = readFileSync(trace, "utf8").split("\n");
		const { quarter, orgCode, submissionId } = crashSample(0, 0);
		const row = `${data}/submissions/${quarter}/${orgCode}`;
		const at = (what: RegExp, from = 0): number => {
			const found = lines.findIndex((line, index) => index >= from && what.test(line));
			expect(found, `${what} after line ${from}`).toBeGreaterThanOrEqual(0);
			return found;
		};
		const path = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
		const temporary = `${path(row)}/\\.\\d+-[0-9a-f-]{36}\\.tmp`;

		const written = at(new RegExp(`write\\w*\\(\\d+<${temporary}>.*${submissionId}`));
		const synced = ended(lines, at(new RegExp(`f(?:data)?sync\\(\\d+<${temporary}>`), written));
		const claimed = at(new RegExp(`link(?:at)?\\(.*${temporary}.*${path(row)}/\\.r1"`), synced);
		const renamed = at(new RegExp(`rename\\w*\\(.*${temporary}.*${submissionId}\\.r1\\.json"`), claimed);
		const folders = [row, `${data}/submissions/${quarter}`, `${data}/submissions`, data].map((folder) =>
			lastSync(lines, folder),
		);
		const audited = ended(
			lines,
			at(new RegExp(`f(?:data)?sync\\(\\d+<${path(data)}/audit/\\d{4}\\.jsonl>`), renamed),
		);
		const acknowledged = at(/write\(1<.*acknowledged accepted/);

		expect(synced).toBeGreaterThan(written);
		expect(folders[0]).toBeGreaterThan(renamed);
		for (const folder of folders) expect(folder).toBeLessThan(acknowledged);
		expect(audited).toBeLessThan(acknowledged);
	},
	60_000,
);

/** Line on which a call that was interrupted by another thread ended. */
function ended(lines: readonly string[], begun: number): number {
	const line = lines[begun] ?? "";
	if (!line.includes("<unfinished")) return begun;
	const [, pid = "", call = ""] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
	const resumed = new RegExp(`^${pid}\\s+<\\.\\.\\. ${call} resumed>`);
	return lines.findIndex((one, index) => index > begun && resumed.test(one));
}

/** Line on which the last fsync of a folder had ended successfully; -1 when there was none. */
function lastSync(lines: readonly string[], folder: string): number {
	const begun = lines.findLastIndex((line) => /fsync\(/.test(line) && line.includes(`<${folder}>`));
	const end = begun < 0 ? -1 : ended(lines, begun);
	expect(lines[end] ?? "", `fsync of ${folder}`).toMatch(/= 0$/);
	return end;
}
