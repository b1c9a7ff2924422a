import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { errorCode, type Log } from "../log.ts";

/** Path Telegram posts to. */
export const WEBHOOK_PATH = "/telegram/webhook";

const update = z.looseObject({ update_id: z.number().int() });

/** Compares in constant time: hashes have equal length whatever was sent. */
export function sameSecret(given: string, expected: string): boolean {
	const digest = (text: string) => createHash("sha256").update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}

/** Takes an update, writes it to the inbox, and only then acknowledges it; the work comes afterwards. */
export function webhookRoutes(
	secret: string,
	accept: (updates: readonly Update[]) => Promise<void>,
	log: Log,
): Hono {
	const app = new Hono();
	app.post(
		"/",
		async (context, next) => {
			if (!sameSecret(context.req.header("x-telegram-bot-api-secret-token") ?? "", secret)) {
				log({ event: "webhook.unauthorized", level: "warn" });
				return context.json({ ok: false }, 401);
			}
			return next();
		},
		bodyLimit({ maxSize: 1024 * 1024, onError: (context) => context.json({ ok: false }, 413) }),
		async (context) => {
			const parsed = update.safeParse(await context.req.json().catch(() => null));
			if (!parsed.success) return context.json({ ok: false }, 400);
			try {
				await accept([parsed.data as unknown as Update]);
			} catch (error) {
				// Not durable: Telegram keeps it and sends it again.
				log({ event: "webhook.not-stored", level: "error", code: errorCode(error) });
				return context.json({ ok: false }, 503);
			}
			return context.json({ ok: true });
		},
	);
	return app;
}
