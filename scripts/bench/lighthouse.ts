/** Lighthouse (mobile) on each page type of the built site behind the real server. Aim: 100 in all four categories. */
import { Hono } from "hono";
import lighthouse from "lighthouse";
import { securityHeaders } from "../../bot/http/security-headers.ts";
import { listen } from "../../bot/http/server.ts";
import { siteRoutes } from "../../bot/http/site.ts";
import { launchBrowser } from "../browser.ts";
import { buildIfStale } from "../build/site.ts";

const PAGES = [
	"/",
	"/guides/single-branch/",
	"/cases/",
	"/cases/single-software-firm/",
	"/training/open-base-visit/",
	"/documents/request-single-branch/",
	"/rating/",
	"/rules/",
	"/statistics/",
	"/search/",
	"/assistant/",
	"/survey/",
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Lighthouse talks to the browser over this port. */
const DEBUGGING_PORT = 9333;

await buildIfStale();
const app = new Hono();
app.use("*", securityHeaders());
app.route("/", siteRoutes("dist"));
const server = await listen(app, "127.0.0.1", 0);
const browser = await launchBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
try {
	for (const page of PAGES) {
		const result = await lighthouse(server.url + page, {
			port: DEBUGGING_PORT,
			output: "json",
			logLevel: "error",
			onlyCategories: CATEGORIES,
		});
		const scores = CATEGORIES.map((name) => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100));
		console.log(`${scores.map((score) => String(score).padStart(4)).join("")}  ${page}`);
		for (const [id, audit] of Object.entries(result?.lhr.audits ?? {})) {
			if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary")
				console.log(`      ${id}: ${audit.title}`);
		}
	}
} finally {
	await browser.close();
	await server.close();
}
