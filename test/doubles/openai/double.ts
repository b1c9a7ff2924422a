import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the double answers one request. */
export type Behaviour =
	/** A correct completion with this content. */
	| { readonly kind: "text"; readonly text: string; readonly finish?: "stop" | "length" | "content_filter" }
	/** Refuses `response_format` with 400, otherwise answers with the text. */
	| { readonly kind: "no-json-mode"; readonly text: string }
	| { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
	/**
	 * With status 200: an HTML page (proxy), no `choices`, an error inside, a body that ends in the middle,
	 * half a body and then silence. Without: nothing at all, a cut connection.
	 */
	| { readonly kind: "html" | "no-choices" | "error-200" | "cut" | "stall" | "silent" | "reset" };

/** One request as the double saw it. */
export interface SeenRequest {
	readonly body: {
		readonly model: string;
		readonly messages: readonly { readonly role: string; readonly content: string }[];
		readonly response_format?: unknown;
	};
	readonly authorization: string;
}

/** An OpenAI-compatible endpoint over real HTTP whose every misbehaviour can be scripted. */
export class OpenAiDouble {
	readonly requests: SeenRequest[] = [];
	/** What to do with each request; the last one repeats. */
	script: Behaviour[] = [];
	readonly #server: Server;
	#port = 0;

	private constructor() {
		this.#server = createServer((request, response) => {
			this.#handle(request, response).catch(() => response.destroy());
		});
	}

	static async start(): Promise<OpenAiDouble> {
		const double = new OpenAiDouble();
		await new Promise<void>((resolve) => double.#server.listen(0, "127.0.0.1", resolve));
		double.#port = (double.#server.address() as AddressInfo).port;
		return double;
	}

	/** For `OPENAI_BASE_URL`. */
	get baseUrl(): string {
		return `http://127.0.0.1:${this.#port}/v1`;
	}

	/** Everything ever sent here, as text, to prove that something was not. */
	get transcript(): string {
		return JSON.stringify(this.requests);
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise<void>((resolve) => this.#server.close(() => resolve()));
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		if (request.url !== "/v1/chat/completions" || request.method !== "POST") {
			response.writeHead(404).end();
			return;
		}
		const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as SeenRequest["body"];
		this.requests.push({ body, authorization: request.headers.authorization ?? "" });
		const behaviour = this.script.length > 1 ? this.script.shift() : this.script[0];
		answer(behaviour ?? { kind: "text", text: "{}" }, body, response);
	}
}

const completion = (text: string, finish = "stop") =>
	JSON.stringify({
		id: "x",
		object: "chat.completion",
		created: 1,
		model: "double",
		choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finish }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	});

function answer(behaviour: Behaviour, body: SeenRequest["body"], response: ServerResponse): void {
	const json = (status: number, content: string, headers: Record<string, string> = {}) => {
		response.writeHead(status, { "content-type": "application/json", ...headers });
		response.end(content);
	};
	switch (behaviour.kind) {
		case "text":
			json(200, completion(behaviour.text, behaviour.finish));
			return;
		case "no-json-mode":
			if (body.response_format === undefined) json(200, completion(behaviour.text));
			else json(400, JSON.stringify({ error: { message: "response_format is not supported" } }));
			return;
		case "status":
			json(
				behaviour.status,
				JSON.stringify({ error: { message: `scripted ${behaviour.status}` } }),
				behaviour.retryAfter === undefined ? {} : { "retry-after": String(behaviour.retryAfter) },
			);
			return;
		case "html":
			response.writeHead(200, { "content-type": "text/html" });
			response.end("<html><body>Sign in to the proxy</body></html>");
			return;
		case "no-choices":
			json(200, JSON.stringify({ id: "x", object: "chat.completion" }));
			return;
		case "error-200":
			json(200, JSON.stringify({ error: { message: "quota exceeded", code: "insufficient_quota" } }));
			return;
		case "cut":
			json(200, completion('{"a":1}').slice(0, 60));
			return;
		case "stall":
			response.writeHead(200, { "content-type": "application/json" });
			response.write(completion("{}").slice(0, 40));
			return;
		case "silent":
			return;
		case "reset":
			response.destroy();
	}
}
