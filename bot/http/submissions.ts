import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { sentence } from "../../core/survey/messages.ts";
import { errorCode, type Log } from "../log.ts";
import type { WebDesk } from "../submissions/receive.ts";

/** Largest body taken, in bytes. */
export const MAX_BODY = 256 * 1024;
/** Requests one address may send in a minute; an office behind one address stays far below. */
export const PER_MINUTE = 60;
/** Header with the key the browser keeps with a receipt; only its keyed hash is ever stored. */
const KEY_HEADER = "x-browser-key";

const STATUS = { accepted: 201, again: 200, conflict: 202, invalid: 422, refused: 409 } as const;

const previousBody = z.object({ orgCode: z.string().max(60) });
const withdrawalBody = z.object({ submissionId: z.string().max(60) });

/**
 * The web form's door to the same store, rules and messages as the dialogue: `POST /` sends,
 * `POST /previous` gives the holder of a receipt his own verified answers, `POST /withdraw` withdraws.
 */
export function submissionRoutes(
	desk: WebDesk,
	{ bot, survey }: Pick<Knowledge, "bot" | "survey">,
	log: Log,
	now: () => Date = () => new Date(),
): Hono {
	const app = new Hono();
	app.use("*", admission(bot, now));
	/** Parses the body and answers; a disk that fails is a 503 that says what to do. */
	const handle =
		(failed: string, answer: (body: unknown, key: string | null, context: Context) => Promise<Response>) =>
		async (context: Context): Promise<Response> => {
			let body: unknown;
			try {
				body = JSON.parse(await context.req.text());
			} catch {
				return context.json({ ok: false, message: bot.http.notJson }, 400);
			}
			const key = context.req.header(KEY_HEADER) ?? null;
			try {
				return await answer(body, key !== null && key.length <= 200 ? key : null, context);
			} catch (error) {
				log({ event: "web.not-saved", level: "error", code: errorCode(error) });
				context.header("Retry-After", "120");
				return context.json({ ok: false, message: failed }, 503);
			}
		};
	app.post(
		"/",
		handle(bot.http.notSaved, async (body, key, context) => {
			const result = await desk.accept(body, key, now());
			const which = "submissionId" in result ? { submissionId: result.submissionId } : {};
			log({ event: "web.submission", code: result.kind, ...which });
			const ok = result.kind !== "invalid" && result.kind !== "refused";
			return context.json({ ok, ...result }, STATUS[result.kind]);
		}),
	);
	app.post(
		"/previous",
		handle(bot.http.failed, async (body, key, context) => {
			const { data } = previousBody.safeParse(body);
			const previous =
				data === undefined || key === null ? null : await desk.previous(data.orgCode, key, now());
			return context.json({ ok: true, previous });
		}),
	);
	app.post(
		"/withdraw",
		handle(sentence("withdrawLater", survey), async (body, key, context) => {
			const { data } = withdrawalBody.safeParse(body);
			const { withdrawn, message } = await desk.withdraw(data?.submissionId ?? "", key ?? "", now());
			log({ event: "web.withdrawal", code: withdrawn ? "withdrawn" : "refused" });
			return context.json({ ok: withdrawn, message }, withdrawn ? 200 : 404);
		}),
	);
	return app;
}

/** Only JSON, not too often, not too large; every refusal is a Chinese sentence. */
function admission(bot: Knowledge["bot"], now: () => Date): MiddlewareHandler {
	const recent = new Map<string, { minute: number; count: number }>();
	const limit = bodyLimit({
		maxSize: MAX_BODY,
		onError: async (context) => {
			await drain(context.req.raw.body);
			return context.json({ ok: false, message: bot.http.tooLarge }, 413);
		},
	});
	return async (context, next) => {
		if (!/^application\/json\b/i.test(context.req.header("content-type") ?? "")) {
			return context.json({ ok: false, message: bot.http.wrongType }, 415);
		}
		// Counted by address in memory only; addresses are neither stored nor logged.
		const address = getConnInfo(context).remote.address ?? "";
		const minute = Math.floor(now().getTime() / 60_000);
		const entry = recent.get(address);
		const count = entry?.minute === minute ? entry.count + 1 : 1;
		if (recent.size > 10_000) recent.clear();
		recent.set(address, { minute, count });
		if (count > PER_MINUTE) {
			context.header("Retry-After", "60");
			return context.json({ ok: false, message: bot.http.tooMany }, 429);
		}
		return limit(context, next);
	};
}

/** Bytes of a body that is too large that are still read away. */
const DRAIN = 8 * 1024 * 1024;

/** Reads a refused body away, within reason: a sender whose connection is cut while sending never sees the answer. */
async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
	let read = 0;
	try {
		for await (const chunk of body ?? []) {
			read += chunk.length;
			if (read > DRAIN) return;
		}
	} catch {
		// The sender went away; there is nobody to answer.
	}
}
