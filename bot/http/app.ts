import type { Update } from "grammy/types";
import { Hono } from "hono";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { errorCode, type Log } from "../log.ts";
import type { WebDesk } from "../submissions/receive.ts";
import { securityHeaders } from "./security-headers.ts";
import { siteRoutes } from "./site.ts";
import { submissionRoutes } from "./submissions.ts";
import { WEBHOOK_PATH, webhookRoutes } from "./webhook.ts";

/** What the HTTP interface works with. */
export interface AppDependencies {
	/** Folder of the built site. */
	readonly siteRoot: string;
	readonly knowledge: Knowledge;
	readonly desk: WebDesk;
	/** Present when Telegram delivers by webhook. */
	readonly webhook: {
		readonly secret: string;
		readonly accept: (updates: readonly Update[]) => Promise<void>;
	} | null;
	/** What `/healthz` reports besides `ok`. */
	readonly health: () => Readonly<Record<string, string | number | boolean>>;
	readonly log: Log;
}

/** Site, survey interface, webhook and health on one port. */
export function createApp(dependencies: AppDependencies): Hono {
	const { knowledge, log } = dependencies;
	const app = new Hono();
	app.use("*", securityHeaders());
	app.get("/healthz", (context) => {
		context.header("Cache-Control", "no-store");
		return context.json({ ok: true, ...dependencies.health() });
	});
	app.use("/api/*", async (context, next) => {
		await next();
		context.res.headers.set("Cache-Control", "no-store");
	});
	app.route("/api/submissions", submissionRoutes(dependencies.desk, knowledge, log));
	if (dependencies.webhook !== null) {
		app.route(WEBHOOK_PATH, webhookRoutes(dependencies.webhook.secret, dependencies.webhook.accept, log));
	}
	app.all("/api/*", (context) => context.json({ ok: false, message: knowledge.bot.http.notFound }, 404));
	app.route("/", siteRoutes(dependencies.siteRoot));
	app.notFound((context) => context.json({ ok: false, message: knowledge.bot.http.notFound }, 404));
	app.onError((error, context) => {
		log({ event: "http.error", level: "error", code: errorCode(error) });
		return context.json({ ok: false, message: knowledge.bot.http.failed }, 500);
	});
	return app;
}
