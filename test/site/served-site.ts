import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { securityHeaders } from "../../bot/http/security-headers.ts";
import { type Listening, listen } from "../../bot/http/server.ts";
import { siteRoutes } from "../../bot/http/site.ts";
import { launchBrowser } from "../../scripts/browser.ts";

/** The built site behind the real routes and headers, and a browser to look at it. */
export class ServedSite {
	readonly url: string;
	readonly #server: Listening;
	readonly #browser: Browser;

	private constructor(server: Listening, browser: Browser) {
		this.url = server.url;
		this.#server = server;
		this.#browser = browser;
	}

	/** @param extend adds routes before those of the site, e.g. the survey interface */
	static async start(extend: (app: Hono) => void = () => {}): Promise<ServedSite> {
		const app = new Hono();
		app.use("*", securityHeaders());
		extend(app);
		app.route("/", siteRoutes("dist"));
		return new ServedSite(await listen(app, "127.0.0.1", 0), await launchBrowser());
	}

	/** Runs `look` on a fresh page; returns what the browser complained about: console errors, exceptions, CSP violations. */
	async visit(
		path: string,
		look: (page: Page) => Promise<void>,
		options: BrowserContextOptions = {},
	): Promise<string[]> {
		const context = await this.#browser.newContext({ reducedMotion: "reduce", ...options });
		const complaints: string[] = [];
		try {
			const page = await context.newPage();
			page.on("console", (message) => {
				if (message.type() === "error") complaints.push(`${path}: ${message.text()}`);
			});
			page.on("pageerror", (error) => complaints.push(`${path}: ${error.message}`));
			await page.goto(this.url + path, { waitUntil: "load" });
			await look(page);
		} finally {
			await context.close();
		}
		return complaints;
	}

	/** One tab for many pages: no new context for each, which costs more than the page itself. */
	async tab(options: BrowserContextOptions = {}): Promise<Page> {
		const context = await this.#browser.newContext({ reducedMotion: "reduce", ...options });
		return await context.newPage();
	}

	async stop(): Promise<void> {
		await this.#browser.close();
		await this.#server.close();
	}
}

/** Widths of `docs`: the phone and the desk. */
export const PHONE = { viewport: { width: 390, height: 844 } } as const;
export const DESK = { viewport: { width: 1280, height: 900 } } as const;
