import OpenAI from "openai";
import { z } from "zod";
import type { LanguageModelConfig } from "../config.ts";
import { errorCode, type Log } from "../log.ts";
import { Breaker } from "./breaker.ts";
import { DailyCap } from "./daily-cap.ts";
import { jsonIn } from "./json-text.ts";

/** Time for one answer, repair included, in milliseconds. The deterministic answer is ready all the while. */
export const DEADLINE_MS = 8000;

/** What a completion must look like; many endpoints send something else with status 200. */
const completion = z.looseObject({
	choices: z
		.array(
			z.looseObject({
				finish_reason: z.string().nullish(),
				message: z.looseObject({ content: z.string().nullish() }),
			}),
		)
		.min(1),
});

/** One question to the model: instructions, data, and the shape of the answer. */
export interface ModelTask<T> {
	readonly name: string;
	readonly instructions: string;
	/** Texts by people and pages: data, never instructions. */
	readonly data: Readonly<Record<string, unknown>>;
	readonly schema: z.ZodType<T>;
}

/** Asks the model; `null` means that the deterministic answer is to be used. Never throws. */
export interface LanguageModel {
	ask<T>(task: ModelTask<T>): Promise<T | null>;
}

type Message = { role: "system" | "user" | "assistant"; content: string };

/** Makes a client of any OpenAI-compatible endpoint. */
export function createLanguageModel(
	config: Extract<LanguageModelConfig, { mode: "on" }>,
	log: Log,
	options: { readonly deadline?: number; readonly now?: () => number } = {},
): LanguageModel {
	// The SDK's own retries would each get a fresh timeout and ignore long Retry-After headers.
	const client = new OpenAI({
		apiKey: config.apiKey,
		baseURL: config.baseUrl,
		maxRetries: 0,
		logLevel: "off",
	});
	const breaker = new Breaker(options.now);
	const cap = new DailyCap(config.dailyCap, options.now);
	/** Turned off for good once the endpoint has refused it. */
	let jsonMode = true;

	async function call(messages: readonly Message[], signal: AbortSignal): Promise<string> {
		const request = (withJson: boolean) =>
			client.chat.completions.create(
				{
					model: config.model,
					messages: [...messages],
					temperature: 0,
					max_tokens: 800,
					...(withJson ? { response_format: { type: "json_object" as const } } : {}),
				},
				{ signal },
			);
		let answer: unknown;
		try {
			answer = await request(jsonMode);
		} catch (error) {
			if (!jsonMode || !(error instanceof OpenAI.APIError) || error.status !== 400) throw error;
			jsonMode = false;
			answer = await request(false);
		}
		const parsed = completion.safeParse(answer);
		const choice = parsed.data?.choices[0];
		if (choice === undefined) throw new ModelError("SHAPE");
		if (choice.finish_reason !== "stop") throw new ModelError("CUT");
		if (typeof choice.message.content !== "string" || choice.message.content.trim() === "")
			throw new ModelError("EMPTY");
		return choice.message.content;
	}

	async function ask<T>({ instructions, data, schema }: ModelTask<T>, signal: AbortSignal): Promise<T> {
		const messages: Message[] = [
			{ role: "system", content: instructions },
			{ role: "user", content: JSON.stringify(data) },
		];
		const text = await call(messages, signal);
		const first = schema.safeParse(jsonIn(text));
		if (first.success) return first.data;
		// One repair: the model sees what was wrong with its own answer.
		const complaint = first.error.issues
			.map((issue) => `${issue.path.join(".")}: ${issue.message}`)
			.join("; ");
		const repaired = await call(
			[
				...messages,
				{ role: "assistant", content: text.slice(0, 4000) },
				{
					role: "user",
					content: `上面的回答不是要求的JSON（${complaint.slice(0, 400)}）。只输出改正后的JSON。`,
				},
			],
			signal,
		);
		const second = schema.safeParse(jsonIn(repaired));
		if (second.success) return second.data;
		throw new ModelError("UNREPAIRED");
	}

	return {
		ask: async (task) => {
			if (!breaker.allows()) return null;
			if (!cap.take()) {
				log({ event: "llm.cap-reached", level: "warn", method: task.name });
				return null;
			}
			const started = Date.now();
			const deadline = new AbortController();
			const milliseconds = options.deadline ?? DEADLINE_MS;
			let timer: NodeJS.Timeout | undefined;
			// The race matters: a stalled body is not always interrupted by the signal alone.
			const late = new Promise<never>((_, reject) => {
				timer = setTimeout(() => {
					deadline.abort();
					reject(new ModelError("DEADLINE"));
				}, milliseconds);
			});
			try {
				const work = ask(task, deadline.signal);
				work.catch(() => undefined);
				const result = await Promise.race([work, late]);
				breaker.success();
				log({ event: "llm.answer", method: task.name, ms: Date.now() - started });
				return result;
			} catch (error) {
				breaker.failure();
				log({
					event: "llm.failed",
					level: "warn",
					method: task.name,
					code: errorCode(error),
					ms: Date.now() - started,
				});
				return null;
			} finally {
				clearTimeout(timer);
			}
		},
	};
}

/** A failure of the endpoint that came with status 200, or the deadline. */
class ModelError extends Error {
	readonly code: string;
	constructor(code: string) {
		super(code);
		this.name = "ModelError";
		this.code = code;
	}
}
