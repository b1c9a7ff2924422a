import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { errorCode, type Log } from "../log.ts";
import type { WebDesk } from "../submissions/receive.ts";

/** Largest body taken, in bytes. */
export const MAX_BODY = 256 * 1024;
/** Submissions one address may send in a minute; an office behind one address stays far below. */
export const PER_MINUTE = 60;

const STATUS = { accepted: 201, again: 200, conflict: 202, invalid: 422, refused: 409 } as const;

/** `POST /api/submissions`: the web form's door to the same store, rules and messages as the dialogue. */
export function submissionRoutes(
	desk: WebDesk,
	{ bot }: Pick<Knowledge, "bot">,
	log: Log,
	now: () => Date = () => new Date(),
): Hono {
	const app = new Hono();
	const recent = new Map<string, { minute: number; count: number }>();
	app.post(
		"/",
		async (context, next) => {
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
			return next();
		},
		bodyLimit({
			maxSize: MAX_BODY,
			onError: async (context) => {
				await drain(context.req.raw.body);
				return context.json({ ok: false, message: bot.http.tooLarge }, 413);
			},
		}),
		async (context) => {
			let body: unknown;
			try {
				body = JSON.parse(await context.req.text());
			} catch {
				return context.json({ ok: false, message: bot.http.notJson }, 400);
			}
			const key = context.req.header("x-browser-key") ?? null;
			try {
				const result = await desk.accept(body, key !== null && key.length <= 200 ? key : null, now());
				log({
					event: "web.submission",
					code: result.kind,
					...("submissionId" in result ? { submissionId: result.submissionId } : {}),
				});
				return context.json(
					{ ok: !(result.kind === "invalid" || result.kind === "refused"), ...result },
					STATUS[result.kind],
				);
			} catch (error) {
				log({ event: "web.not-saved", level: "error", code: errorCode(error) });
				context.header("Retry-After", "120");
				return context.json({ ok: false, message: bot.http.notSaved }, 503);
			}
		},
	);
	return app;
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
