import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser.ts";

/** The one Chromium of a build: for papers, preview pictures and the book. Started when it is first asked for. */
export class BuildBrowser {
	#started: Promise<Browser> | null = null;

	/** @throws NoBrowserError when there is none, every time. */
	get(): Promise<Browser> {
		this.#started ??= launchBrowser();
		return this.#started;
	}

	async close(): Promise<void> {
		await (await this.#started?.catch(() => null))?.close();
	}
}
