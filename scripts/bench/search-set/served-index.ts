import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { SearchEngine } from "../../../site/search/engine.ts";
import type { PagefindModule } from "../../../site/search/pagefind-api.ts";
import { searchFiles } from "../../../site/search/search-files.ts";

/** An engine that reads an index over real HTTP, as the browser does. */
export interface ServedIndex {
	readonly engine: SearchEngine;
	/** The Pagefind module under the engine, to look at the index itself. */
	readonly pagefind: PagefindModule;
	/** Bytes sent since the last call, as stored (index files are compressed on disk). */
	takeBytes(): number;
	close(): Promise<void>;
}

let loads = 0;

/** Serves `root` (a built site with `pagefind/` in it) and opens the engine on it. */
export async function serveIndex(root: string): Promise<ServedIndex> {
	let bytes = 0;
	// A connection the server closes while a busy test does not look would fail the next request.
	const server = createServer({ keepAliveTimeout: 120_000 }, async (request, response) => {
		try {
			const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
			const body = await readFile(join(root, path));
			// Index files are compressed as they are; everything else is compressed by the server.
			bytes += path.endsWith(".json") ? gzipSync(body).length : body.length;
			response.end(body);
		} catch {
			response.statusCode = 404;
			response.end();
		}
	});
	const port = await listen(server);
	// A query string makes each load a module of its own: Pagefind keeps one index per module.
	const module = `${pathToFileURL(join(root, "pagefind/pagefind.js")).href}?load=${loads++}`;
	const pagefind = (await import(/* @vite-ignore */ module)) as PagefindModule;
	const base = `http://127.0.0.1:${port}`;
	const files = searchFiles(`${base}/pagefind/`, `${base}/search/`);
	const engine = await SearchEngine.open(pagefind, `${base}/pagefind/`, files);
	return {
		engine,
		pagefind,
		takeBytes() {
			const taken = bytes;
			bytes = 0;
			return taken;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve) => {
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			resolve(typeof address === "object" && address !== null ? address.port : 0);
		});
	});
}
