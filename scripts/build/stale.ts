import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the site is made from. */
const INPUTS = [
	"content",
	"core",
	"site",
	"scripts",
	"astro.config.mjs",
	"package-lock.json",
	"tsconfig.json",
] as const;
const STAMP = ".cache/build-stamp";

/** Fingerprint of everything the build reads, and of the addresses it writes into pages. */
export function buildFingerprint(): string {
	const hash = createHash("sha256").update(process.env["SITE_URL"] ?? "");
	for (const input of INPUTS)
		for (const file of filesBelow(input)) hash.update(`${file}\0`).update(readFileSync(file));
	return hash.digest("hex");
}

/** Every file below a path, sorted. */
export function filesBelow(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesBelow(join(path, name)));
}

/** Whether `dist/` is there and was built from what is on disk now. */
export function isFresh(): boolean {
	return (
		existsSync("dist/index.html") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === buildFingerprint()
	);
}

/** Remembers what `dist/` was built from. */
export function markFresh(fingerprint: string): void {
	mkdirSync(dirname(STAMP), { recursive: true });
	writeFileSync(STAMP, fingerprint);
}
