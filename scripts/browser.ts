import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";

/** Why no browser can be had; printed when PDF is switched off. */
export class NoBrowserError extends Error {
	override name = "NoBrowserError";
}

const require = (path: string) => fileURLToPath(import.meta.resolve(path));

/**
 * Starts headless Chromium: the one named by `CHROMIUM_PATH`, else the one inside the npm package, else Debian's.
 * Chinese glyphs come from the font packages through a private fontconfig file, so no system font is needed.
 * @param flags further command-line flags of Chromium.
 * @throws NoBrowserError with the reasons tried.
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
	process.env["FONTCONFIG_FILE"] = await fontConfiguration();
	// Half a second to load: not for the builds that find everything made.
	const { chromium } = await import("playwright-core");
	const reasons: string[] = [];
	for (const candidate of [named, packaged, system]) {
		try {
			const executablePath = await candidate();
			if (executablePath === null) continue;
			return await chromium.launch({
				executablePath,
				args: [
					"--no-sandbox",
					"--disable-background-networking",
					"--disable-component-update",
					"--no-first-run",
					...flags,
				],
			});
		} catch (error) {
			// The first sentence tells it; what follows is advice to programmers.
			reasons.push((error instanceof Error ? error.message : String(error)).split(/\n|\. /)[0] ?? "");
		}
	}
	throw new NoBrowserError(reasons.join("; ") || "no Chromium for this platform");
}

async function named(): Promise<string | null> {
	return process.env["CHROMIUM_PATH"] ?? null;
}

async function packaged(): Promise<string | null> {
	if (process.platform !== "linux") return null;
	const { default: package_ } = await import("@sparticuz/chromium");
	return package_.executablePath();
}

async function system(): Promise<string | null> {
	const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
	return places.find((path) => existsSync(path)) ?? null;
}

/** Writes a fontconfig file naming the packaged Noto faces; returns its path. */
async function fontConfiguration(): Promise<string> {
	const file = resolve(".cache/fonts/fonts.conf");
	const folders = ["@expo-google-fonts/noto-sans-sc", "@expo-google-fonts/noto-serif-sc"].map((name) =>
		dirname(require(`${name}/package.json`)),
	);
	const aliases = [
		["Noto Sans CJK SC", "Noto Sans SC"],
		["sans-serif", "Noto Sans SC"],
		["system-ui", "Noto Sans SC"],
		["Noto Serif CJK SC", "Noto Serif SC"],
		["serif", "Noto Serif SC"],
		["SimSun", "Noto Serif SC"],
		["FangSong", "Noto Serif SC"],
	];
	const xml = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join("\n")}
<cachedir>${join(dirname(file), "cache")}</cachedir>
${aliases.map(([from, to]) => `<alias binding="strong"><family>${from}</family><prefer><family>${to}</family></prefer></alias>`).join("\n")}
</fontconfig>
`;
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, xml);
	return file;
}
