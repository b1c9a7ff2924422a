import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every HTML page of the built site as a path, e.g. `/guides/re-election/`. */
export function distPages(): string[] {
	return readdirSync("dist", { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".html") && !file.startsWith("pagefind"))
		.map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`)
		.sort();
}

/** Text of a built page. */
export function distHtml(path: string): string {
	return readFileSync(join("dist", path.endsWith(".html") ? path : join(path, "index.html")), "utf8");
}
