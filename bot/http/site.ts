import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";

/** Files whose name changes with their content. */
const HASHED = /\/_astro\/|\/pagefind\/(fragment|index)\//;
/** Compressed formats gain nothing from a second pass. */
const COMPRESSED =
	/\.(docx|pptx|xlsx|zip|pdf|png|jpg|jpeg|webp|avif|woff2|pf_fragment|pf_index|pf_meta|pagefind|br|gz)$/;

/** Types by extension where the default is wrong or lacks the character set. */
const TYPES: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
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

/** The built site: right types, caching by kind of file, 304, compression, the 404 page. */
export function siteRoutes(root: string): Hono {
	const app = new Hono();
	const squeeze = compress();
	app.use("*", async (context, next) => {
		if (COMPRESSED.test(context.req.path)) return next();
		return squeeze(context, next);
	});
	app.use("*", async (context, next) => {
		await next();
		const tag = context.res.headers.get("ETag");
		if (tag === null || context.res.status !== 200) return;
		const asked = context.req.header("If-None-Match");
		if (
			asked === undefined ||
			!asked.split(/,\s*/).some((one) => one.replace(/^W\//, "") === tag.replace(/^W\//, ""))
		)
			return;
		const headers = new Headers();
		for (const name of ["ETag", "Cache-Control", "Vary"]) {
			const value = context.res.headers.get(name);
			if (value !== null) headers.set(name, value);
		}
		context.res = new Response(null, { status: 304, headers });
	});
	app.get(
		"*",
		serveStatic({
			root,
			onFound: async (path, context) => {
				const { size, mtimeMs } = await stat(path);
				context.header("ETag", `W/"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`);
				// A stale rule is worse than a request: pages are always asked for again.
				context.header(
					"Cache-Control",
					HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
				);
				const type = TYPES[/\.[a-z0-9]+$/.exec(path)?.[0] ?? ""];
				if (type !== undefined) context.header("Content-Type", type);
			},
		}),
	);
	app.get("*", async (context) => {
		const page = await readFile(join(root, "404.html"), "utf8").catch(() => null);
		context.header("Cache-Control", "no-cache");
		if (page !== null) return context.html(page, 404);
		return context.text("没有这个页面。如果站点还没有生成，请先运行 npm run build。", 404);
	});
	return app;
}
