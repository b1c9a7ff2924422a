import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "grammy/types";
import type { StoredMessage } from "./messages.ts";
import { type Answer, type Chats, callMethod } from "./methods.ts";
import { UpdateQueue } from "./updates.ts";
import { deliverByWebhook } from "./webhook.ts";

/** A scripted fault for the next call of a method. `lost` carries the call out and then cuts the line. */
export type Fault =
	| {
			readonly kind: "status";
			readonly status: number;
			readonly retryAfter?: number;
			readonly description?: string;
	  }
	| { readonly kind: "reset" }
	| { readonly kind: "lost" };

/** One call the bot made. */
export interface Call {
	readonly method: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

const BOT_ID = 7_000_001;

/** Telegram's Bot API over real HTTP, as far as a bot of ours can tell. */
export class TelegramDouble {
	readonly token: string;
	readonly username = "handbook_test_bot";
	readonly calls: Call[] = [];
	readonly chats: Chats = {
		messages: [],
		blocked: new Set(),
		answered: [],
		openCallbacks: new Set(),
		actions: [],
		commands: [],
		webhook: null,
		nextMessage: 1000,
	};
	readonly updates: UpdateQueue;
	/** Answers of the webhook, in order of delivery attempts. */
	readonly deliveries: { readonly updateId: number; readonly status: number }[] = [];
	readonly #faults = new Map<string, Fault[]>();
	readonly #server: Server;
	readonly #stop = new AbortController();
	#nextId = 1;
	#port = 0;

	private constructor(token: string, firstUpdate: number) {
		this.token = token;
		this.updates = new UpdateQueue(firstUpdate);
		this.#server = createServer((request, response) => {
			this.#handle(request, response).catch(() => response.destroy());
		});
	}

	/** Starts a double on a free port. */
	static async start(options: { token?: string; firstUpdate?: number } = {}): Promise<TelegramDouble> {
		const double = new TelegramDouble(
			options.token ?? "7000001:test-token-of-the-double",
			options.firstUpdate ?? 5000,
		);
		await new Promise<void>((resolve) => double.#server.listen(0, "127.0.0.1", resolve));
		double.#port = (double.#server.address() as AddressInfo).port;
		return double;
	}

	/** Root for `TELEGRAM_API_ROOT`. */
	get root(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	/** Ends it, open long polls included. */
	async stop(): Promise<void> {
		this.#stop.abort();
		this.#server.closeAllConnections();
		await new Promise<void>((resolve) => this.#server.close(() => resolve()));
	}

	/** Makes the next calls of `method` fail, one fault each. */
	fail(method: string, ...faults: Fault[]): void {
		this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
	}

	/** A person writes a text. Commands and mentions get their entities. Negative chat ids are groups. */
	sendText(
		chat: number,
		text: string,
		options: { user?: number; date?: number; replyToBot?: boolean } = {},
	): Update {
		const entities = [];
		const command = /^\/[a-z0-9_]+(@\w+)?/i.exec(text);
		if (command !== null) entities.push({ type: "bot_command", offset: 0, length: command[0].length });
		for (const mention of text.matchAll(/@\w{5,}/g)) {
			if (command === null || mention.index >= command[0].length) {
				entities.push({ type: "mention", offset: mention.index, length: mention[0].length });
			}
		}
		return this.#push(chat, options.user ?? Math.abs(chat), options.date, {
			text,
			...(entities.length > 0 ? { entities } : {}),
			...(options.replyToBot
				? {
						reply_to_message: {
							message_id: 1,
							date: 0,
							chat: { id: chat },
							from: { id: BOT_ID, is_bot: true, first_name: "bot" },
						},
					}
				: {}),
		});
	}

	/** A person sends something that is not text, e.g. `{photo: [...]}`. */
	sendAttachment(chat: number, content: Record<string, unknown>, options: { user?: number } = {}): Update {
		return this.#push(chat, options.user ?? Math.abs(chat), undefined, content);
	}

	/** A person presses a button of a message, by its label or its data. */
	press(message: StoredMessage, labelOrData: string, options: { user?: number } = {}): Update {
		const button = message.buttons.find((one) => one.text === labelOrData || one.data === labelOrData);
		return this.pressData(message, button?.data ?? labelOrData, options);
	}

	/** A press with arbitrary data, as an old client may send it. */
	pressData(message: StoredMessage, data: string, options: { user?: number } = {}): Update {
		const id = String(this.#nextId);
		this.#nextId += 1;
		this.chats.openCallbacks.add(id);
		const user = options.user ?? Math.abs(message.chat);
		return this.updates.push({
			callback_query: {
				id,
				from: this.#person(user),
				chat_instance: "1",
				data,
				message: {
					message_id: message.id,
					date: Math.floor(Date.now() / 1000),
					chat: this.#chat(message.chat),
					text: message.text,
				},
			},
		} as unknown as Update);
	}

	/** Messages of the bot in a chat. */
	in(chat: number): StoredMessage[] {
		return this.chats.messages.filter((message) => message.chat === chat);
	}

	/** Waits until `check` holds (polled every 10 ms). @throws after `milliseconds`. */
	async until(check: () => boolean, milliseconds = 25_000): Promise<void> {
		const end = Date.now() + milliseconds;
		while (!check()) {
			if (Date.now() > end) throw new Error(`never became true: ${check.toString()}`);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	}

	/** Waits for the `count`-th message of the bot in a chat and returns it. */
	async reply(chat: number, count: number): Promise<StoredMessage> {
		await this.until(() => this.in(chat).length >= count);
		const message = this.in(chat)[count - 1];
		if (message === undefined) throw new Error("no such message");
		return message;
	}

	#person(id: number) {
		return {
			id,
			is_bot: false,
			first_name: "测试姓名",
			last_name: "不应保存",
			username: "private_name",
			language_code: "zh-hans",
		};
	}

	#chat(id: number) {
		return id < 0
			? { id, type: "supergroup", title: "测试群名" }
			: { id, type: "private", first_name: "测试姓名", username: "private_name" };
	}

	#push(chat: number, user: number, date: number | undefined, content: Record<string, unknown>): Update {
		const id = this.#nextId;
		this.#nextId += 1;
		return this.updates.push({
			message: {
				message_id: id,
				date: date ?? Math.floor(Date.now() / 1000),
				chat: this.#chat(chat),
				from: this.#person(user),
				...content,
			},
		} as unknown as Update);
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const closed = new AbortController();
		response.on("close", () => closed.abort());
		const [, path, method = ""] = /^\/(bot[^/]+)\/(\w+)/.exec(request.url ?? "") ?? [];
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		if (path !== `bot${this.token}`) {
			return this.#answer(response, { ok: false, status: 401, description: "Unauthorized" });
		}
		const { parameters, document } = await readParameters(request, Buffer.concat(chunks));
		this.calls.push({ method, parameters });
		const fault = this.#faults.get(method)?.shift();
		if (fault?.kind === "reset") {
			response.destroy();
			return;
		}
		if (fault?.kind === "status") {
			return this.#answer(response, {
				ok: false,
				status: fault.status,
				description: fault.description ?? `scripted ${fault.status}`,
				...(fault.retryAfter === undefined ? {} : { retryAfter: fault.retryAfter }),
			});
		}
		let answer: Answer;
		if (method === "getUpdates") {
			if (this.chats.webhook !== null) {
				answer = {
					ok: false,
					status: 409,
					description: "Conflict: can't use getUpdates method while webhook is active",
				};
			} else {
				const result = await this.updates.poll(
					Number(parameters["offset"] ?? 0),
					Math.min(100, Number(parameters["limit"] ?? 100)),
					Number(parameters["timeout"] ?? 0),
					AbortSignal.any([closed.signal, this.#stop.signal]),
				);
				answer = { ok: true, result };
			}
		} else {
			const me = {
				id: BOT_ID,
				is_bot: true,
				first_name: "手册",
				username: this.username,
				can_join_groups: true,
			};
			answer = callMethod(this.chats, me, method, parameters, document);
		}
		if (fault?.kind === "lost") {
			response.destroy();
			return;
		}
		this.#answer(response, answer);
	}

	#answer(response: ServerResponse, answer: Answer): void {
		if (response.destroyed) return;
		const body = answer.ok
			? answer
			: {
					ok: false,
					error_code: answer.status,
					description: answer.description,
					...(answer.retryAfter === undefined ? {} : { parameters: { retry_after: answer.retryAfter } }),
				};
		response.writeHead(answer.ok ? 200 : answer.status, { "content-type": "application/json" });
		response.end(JSON.stringify(body));
	}

	/** Delivers to an address of the test's choosing: the one the bot registered is public and not reachable here. */
	deliverTo(webhook: { readonly url: string; readonly secret: string | null }): void {
		void deliverByWebhook(
			this.updates,
			webhook,
			this.#stop.signal,
			() => this.chats.webhook !== null,
			(updateId, status) => this.deliveries.push({ updateId, status }),
		);
	}
}

async function readParameters(
	request: IncomingMessage,
	body: Buffer,
): Promise<{ parameters: Record<string, unknown>; document: StoredMessage["document"] }> {
	const type = request.headers["content-type"] ?? "";
	if (!type.startsWith("multipart/form-data")) {
		return { parameters: body.length === 0 ? {} : JSON.parse(body.toString("utf8")), document: null };
	}
	const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
	const parameters: Record<string, unknown> = {};
	const files = new Map<string, File>();
	for (const [name, value] of form) {
		if (typeof value === "string") parameters[name] = value;
		else files.set(name, value);
	}
	const attached = String(parameters["document"] ?? "").replace(/^attach:\/\//, "");
	const file = files.get(attached) ?? files.get("document");
	if (file === undefined) return { parameters, document: null };
	return { parameters, document: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}
