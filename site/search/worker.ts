/**
 * The search worker: Pagefind and planner away from the page.
 * A worker has no `document`, so Pagefind does not know the language and leaves the query as it is:
 * its own word segmentation is what makes Chinese queries miss.
 */
import { SearchEngine } from "./engine.ts";
import type { Lexicon } from "./lexicon.ts";
import type { PagefindModule } from "./pagefind-api.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";

let engine: Promise<SearchEngine> | null = null;

async function open(indexUrl: string, lexiconUrl: string): Promise<SearchEngine> {
	const pagefind = (await import(/* @vite-ignore */ `${indexUrl}pagefind.js`)) as PagefindModule;
	const lexicon = fetch(lexiconUrl).then((response) => response.json() as Promise<Lexicon>);
	const opened = await SearchEngine.open(pagefind, indexUrl, lexicon);
	await opened.warm();
	return opened;
}

async function answer(message: Exclude<WorkerRequest, { kind: "open" }>): Promise<WorkerAnswer> {
	try {
		if (engine === null) throw new Error("not open");
		const ready = await engine;
		return message.kind === "search"
			? { kind: "search", id: message.id, answer: await ready.search(message.request) }
			: { kind: "suggest", id: message.id, suggestions: await ready.suggest(message.typed) };
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
		engine = open(data.indexUrl, data.lexiconUrl);
		engine.catch(() => {});
	} else {
		self.postMessage(await answer(data));
	}
});
