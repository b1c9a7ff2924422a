import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { COMPRESSIBLE, COPIES } from "../../core/publication/compressed-copies.ts";
import { acceptedCodings } from "./content-coding.ts";

/** Files whose name changes with their content. */
const HASHED = /\/_astro\/|\/pagefind\/(fragment|index)\//;

/** Types by extension where the default is wrong or lacks the character set. */
const TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".md": "text/markdown; charset=utf-8",
	".xml": "application/xml; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".ics": "text/calendar; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".webmanifest": "application/manifest+json; charset=utf-8",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const NOT_FOUND = "404.html";

/** The built site: right types, caching by kind of file, 304, the build's compressed copies, the 404 page. */
export function siteRoutes(root: string): Hono {
	const app = new Hono();
	app.use("*", async (context, next) => {
		await next();
		const { headers, status } = context.res;
		if (status !== 200 || !isUnchanged(context, headers)) return;
		const kept = new Headers();
		for (const name of ["ETag", "Cache-Control", "Vary", "Last-Modified"]) {
			const value = headers.get(name);
			if (value !== null) kept.set(name, value);
		}
		await context.res.body?.cancel();
		// Otherwise Hono adds the headers of the answer that is dropped.
		context.res = undefined;
		context.res = new Response(null, { status: 304, headers: kept });
	});
	app.get(
		"*",
		serveStatic({
			root,
			rewriteRequestPath: (path, context) => bestCopy(root, path, context),
			onFound: async (path, context) => {
				const { size, mtimeMs } = await stat(path);
				context.header("ETag", `W/"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`);
				// A stale rule is worse than a request: pages are always asked for again.
				context.header(
					"Cache-Control",
					HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
				);
				describe(path, context);
			},
		}),
	);
	app.get("*", async (context) => {
		const path = bestCopy(root, NOT_FOUND, context);
		const page = await readFile(join(root, path)).catch(() => null);
		context.header("Cache-Control", "no-cache");
		if (page === null) return context.text("没有这个页面。如果站点还没有生成，请先运行 npm run build。", 404);
		describe(path, context);
		return context.body(page, 404);
	});
	return app;
}

/** Path of the copy to send: compressed as the reader takes it, or as it is; parts of a file always as it is. */
function bestCopy(root: string, path: string, context: Context): string {
	const file = /\.\w+$/.test(path) ? path : join(path, "index.html");
	if (!COMPRESSIBLE.test(file) || context.req.header("Range") !== undefined) return path;
	const copies = acceptedCodings(context.req.header("Accept-Encoding")).map(
		(coding) => file + COPIES[coding],
	);
	return copies.find((copy) => existsSync(join(root, copy))) ?? path;
}

/** Type and coding of what is sent. */
function describe(path: string, context: Context): void {
	const coding = Object.entries(COPIES).find(([, ending]) => path.endsWith(ending));
	const file = coding === undefined ? path : path.slice(0, -coding[1].length);
	const type = TYPES[/\.[a-z0-9]+$/.exec(file)?.[0] ?? ""];
	if (type !== undefined) context.header("Content-Type", type);
	if (!COMPRESSIBLE.test(file)) return;
	context.header("Vary", "Accept-Encoding", { append: true });
	if (coding !== undefined) context.header("Content-Encoding", coding[0]);
}

/** Whether the reader's copy, named by tag or else by date, is the one that would be sent. */
function isUnchanged(context: Context, headers: Headers): boolean {
	const tag = headers.get("ETag")?.replace(/^W\//, "");
	const known = context.req.header("If-None-Match");
	if (known !== undefined)
		return known.split(/,\s*/).some((one) => one === "*" || one.replace(/^W\//, "") === tag);
	const since = Date.parse(context.req.header("If-Modified-Since") ?? "");
	return since >= Date.parse(headers.get("Last-Modified") ?? "");
}
