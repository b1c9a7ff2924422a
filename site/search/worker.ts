/**
 * The search worker: Pagefind and planner away from the page.
 * A worker has no `document`, so Pagefind does not know the language and leaves the query as it is:
 * its own word segmentation is what makes Chinese queries miss.
 */
import { SearchEngine } from "./engine.ts";
import type { PagefindModule } from "./pagefind-api.ts";
import { searchFiles } from "./search-files.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

let engine: Promise<SearchEngine> | null = null;

/** Parts of the index: gzip files whatever the server says of them. */
const PACKED = /\.(?:pf_index|pf_meta|pf_filter|pagefind)$/;
/** Pagefind unpacks by its own script what is packed; the browser does so faster and beside the script. */
function unpacked({ body, status }: Response): Response {
	return new Response(body?.pipeThrough(new DecompressionStream("gzip")), { status });
}

// Pagefind swallows a part of its index that could not be loaded, and would answer "nothing found".
let failures = 0;
const load = self.fetch.bind(self);
self.fetch = async (...request: Parameters<typeof fetch>) => {
	try {
		const response = (await begun(request[0])) ?? (await load(...request));
		if (!response.ok) failures++;
		return response.ok && PACKED.test(response.url) ? unpacked(response) : response;
	} catch (error) {
		failures++;
		throw error;
	}
};

/** What Pagefind asks for one after the other, begun at once: by address without the query. */
const early = new Map<string, Promise<Response | null>>();
function begin(url: string): void {
	early.set(
		url,
		load(url).then(
			(response) => (response.ok ? response : null),
			() => null,
		),
	);
}
/** The answer begun earlier, taken once; null when there is none. */
async function begun(request: RequestInfo | URL): Promise<Response | null> {
	const url = String(request).split("?")[0] ?? "";
	const response = early.get(url);
	early.delete(url);
	return (await response) ?? null;
}

/** Starts to load at once what is taken later; a second taking, after a failure, loads again. */
function ahead<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let first: Promise<Value> | null = load();
	first.catch(() => {});
	return () => {
		const taken = first ?? load();
		first = null;
		return taken;
	};
}

async function open(indexUrl: string, wordsUrl: string): Promise<SearchEngine> {
	const before = failures;
	for (const file of ["pagefind-entry.json", "wasm.unknown.pagefind"]) begin(indexUrl + file);
	const all = searchFiles(indexUrl, wordsUrl);
	const files = { ...all, catalogue: ahead(all.catalogue), lexicon: ahead(all.lexicon) };
	const pagefind = (await import(/* @vite-ignore */ `${indexUrl}pagefind.js`)) as PagefindModule;
	const opened = await SearchEngine.open(pagefind, indexUrl, files);
	await opened.warm().catch(() => {});
	if (failures > before) opened.forget();
	return opened;
}

async function answer(message: Exclude<WorkerRequest, { kind: "open" }>): Promise<WorkerAnswer> {
	try {
		if (engine === null) throw new Error("not open");
		const ready = await engine;
		if (message.kind === "suggest") {
			return { kind: "suggest", id: message.id, suggestions: await ready.suggest(message.typed) };
		}
		const before = failures;
		const found = await ready.search(message.request);
		if (failures > before) {
			ready.forget();
			throw new Error("part of the index could not be loaded");
		}
		return { kind: "search", id: message.id, answer: found };
	} catch (error) {
		return {
			kind: "failed",
			id: message.id,
			message: error instanceof Error ? error.message : String(error),
		};
	}
}

self.addEventListener("message", async ({ data }: MessageEvent<WorkerRequest>) => {
	if (data.kind === "open") {
		engine = open(data.indexUrl, data.wordsUrl);
		engine.catch(() => {});
	} else {
		self.postMessage(await answer(data));
	}
});
