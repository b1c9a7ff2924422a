import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Update } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../bot/http/app.ts";
import { ListenError, type Listening, listen } from "../../../bot/http/server.ts";
import { PER_MINUTE } from "../../../bot/http/submissions.ts";
import type { LogFields } from "../../../bot/log.ts";
import type { WebResult } from "../../../bot/submissions/receive.ts";
import type { ReceiptDesk } from "../../../bot/submissions/web-receipt.ts";
import { FIRST_SCRIPT } from "../../../core/publication/first-script.ts";
import { shellKnowledge } from "../../fixtures/shell-knowledge.ts";

const knowledge = shellKnowledge();
const root = mkdtempSync(join(tmpdir(), "site-"));
const accepted: { body: unknown; key: string | null }[] = [];
const updates: Update[] = [];
const logged: LogFields[] = [];
const SECRET = "a-secret-of-the-webhook";
let fail: Error | null = null;
let server: Listening;
let origin: string;

const receipt: WebResult = {
	kind: "accepted",
	submissionId: "01K5B2WZ3M8Q4R7T9V1X2Y3Z4A",
	revision: 1,
	quarter: "2026-Q3",
	warnings: [],
	message: "已收到",
};

/** Only this key opens anything. */
const holder: ReceiptDesk = {
	previous: async (orgCode, key) => {
		if (fail !== null) throw fail;
		return key === "mine" ? { orgCode } : null;
	},
	withdraw: async (_id, key) => {
		if (fail !== null) throw fail;
		return { withdrawn: key === "mine", message: key === "mine" ? "已撤回" : "没有撤回" };
	},
};

beforeAll(async () => {
	for (const folder of ["guides/single-branch", "_astro", "downloads"])
		mkdirSync(join(root, folder), { recursive: true });
	writeFileSync(join(root, "index.html"), "<!doctype html><p>首页");
	writeFileSync(join(root, "404.html"), "<!doctype html><p>没有这个页面，试试搜索");
	writeFileSync(join(root, "guides/single-branch/index.html"), "<!doctype html><p>单独建立党支部");
	writeFileSync(join(root, "_astro/page.abc123.css"), "p{}");
	writeFileSync(join(root, "downloads/a.docx"), Buffer.from([80, 75, 3, 4]));
	writeFileSync(join(root, "..", "outside-the-site.txt"), "secret");
	const app = createApp({
		siteRoot: root,
		knowledge,
		desk: {
			accept: async (body, key) => {
				if (fail !== null) throw fail;
				accepted.push({ body, key });
				return receipt;
			},
			...holder,
		},
		webhook: {
			secret: SECRET,
			accept: async (batch) => {
				if (fail !== null) throw fail;
				updates.push(...batch);
			},
		},
		health: () => ({ telegram: "webhook" }),
		log: (fields) => logged.push(fields),
	});
	server = await listen(app, "127.0.0.1", 0);
	origin = server.url.replace("localhost", "127.0.0.1");
});
afterAll(async () => {
	await server.close();
	rmSync(root, { recursive: true, force: true });
	rmSync(join(root, "..", "outside-the-site.txt"), { force: true });
});

/** A request whose path is sent exactly as written. */
const raw = (path: string): Promise<{ status: number; body: string }> =>
	new Promise((resolve, reject) => {
		const call = request(`${origin}/`, { path }, (response) => {
			let body = "";
			response.on("data", (chunk) => {
				body += chunk;
			});
			response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
		});
		call.on("error", reject);
		call.end();
	});

describe("the site", () => {
	it("is served with types, security headers and revalidation", async () => {
		const response = await fetch(`${origin}/guides/single-branch/`);
		expect(response.status).toBe(200);
		expect(await response.text()).toContain("单独建立党支部");
		const { headers } = response;
		expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
		expect(headers.get("cache-control")).toBe("no-cache");
		// The only script inside the pages is allowed by its hash, nothing else inline.
		const first = createHash("sha256").update(FIRST_SCRIPT).digest("base64");
		expect(headers.get("content-security-policy")).toContain(
			`default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-${first}'; object-src 'none'; base-uri 'none'`,
		);
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("referrer-policy")).toBe("no-referrer");
		const again = await fetch(`${origin}/guides/single-branch/`, {
			headers: { "if-none-match": headers.get("etag") ?? "" },
		});
		expect(again.status).toBe(304);
	});

	it("caches files with a hash in their name for good and knows office formats", async () => {
		const style = await fetch(`${origin}/_astro/page.abc123.css`);
		expect(style.headers.get("cache-control")).toContain("immutable");
		const document = await fetch(`${origin}/downloads/a.docx`);
		expect(document.headers.get("content-type")).toBe(
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		);
		expect(new Uint8Array(await document.arrayBuffer())).toEqual(new Uint8Array([80, 75, 3, 4]));
	});

	it("shows the 404 page, also for paths that try to leave the site", async () => {
		for (const path of [
			"/no-such-page/",
			"/../outside-the-site.txt",
			"/%2e%2e/outside-the-site.txt",
			"/..%2foutside-the-site.txt",
			"/a%00b",
			"/%",
		]) {
			const { status, body } = await raw(path);
			expect([400, 404], path).toContain(status);
			expect(body).not.toContain("secret");
		}
		expect((await raw("/no-such-page/")).body).toContain("试试搜索");
	});

	it("answers /healthz", async () => {
		expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ ok: true, telegram: "webhook" });
	});
});

describe("what the holder of a receipt may do", () => {
	const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
		fetch(`${origin}/api/submissions${path}`, {
			method: "POST",
			headers: { "content-type": "application/json", ...headers },
			body: JSON.stringify(body),
		});

	it("gives answers to the key only, and the same nothing to everybody else", async () => {
		const asked = { orgCode: "91990101MA0TE0T126" };
		const mine = await post("/previous", asked, { "x-browser-key": "mine" });
		expect(await mine.json()).toEqual({ ok: true, previous: asked });
		for (const answer of [
			await post("/previous", asked, { "x-browser-key": "other" }),
			await post("/previous", asked),
			await post("/previous", { orgCode: 5 }, { "x-browser-key": "mine" }),
			await post("/previous", null, { "x-browser-key": "mine" }),
		]) {
			expect(answer.status).toBe(200);
			expect(await answer.json()).toEqual({ ok: true, previous: null });
		}
	});

	it("withdraws for the key only; a failing disk says what to do", async () => {
		const which = { submissionId: receipt.kind === "accepted" ? receipt.submissionId : "" };
		expect((await post("/withdraw", which, { "x-browser-key": "mine" })).status).toBe(200);
		expect((await post("/withdraw", which)).status).toBe(404);
		expect((await post("/withdraw", 7, { "x-browser-key": "other" })).status).toBe(404);
		fail = new Error("disk");
		const later = await post("/withdraw", which, { "x-browser-key": "mine" });
		fail = null;
		expect(later.status).toBe(503);
		expect(await later.json()).toEqual({ ok: false, message: knowledge.survey.sentences["withdrawLater"] });
	});

	it("takes only JSON there too", async () => {
		const answer = await post("/withdraw", {}, { "content-type": "text/plain" });
		expect(answer.status).toBe(415);
	});
});

describe("POST /api/submissions", () => {
	const post = (body: string, headers: Record<string, string> = {}) =>
		fetch(`${origin}/api/submissions`, {
			method: "POST",
			body,
			headers: { "content-type": "application/json", ...headers },
		});

	it("hands the body and the browser key on and answers with the receipt", async () => {
		const response = await post('{"orgName":"示例"}', { "x-browser-key": "k-1" });
		expect(response.status).toBe(201);
		expect(await response.json()).toMatchObject({
			ok: true,
			submissionId: receipt.submissionId,
			message: "已收到",
		});
		expect(accepted.at(-1)).toEqual({ body: { orgName: "示例" }, key: "k-1" });
		expect(response.headers.get("cache-control")).toBe("no-store");
	});

	it("refuses what is too large, not JSON or of another type, in Chinese", async () => {
		const large = await post(JSON.stringify({ note: "大".repeat(200_000) }));
		expect(large.status).toBe(413);
		expect(await large.json()).toMatchObject({ ok: false, message: expect.stringContaining("256 KB") });
		expect((await post("{oops")).status).toBe(400);
		expect((await post("a=1", { "content-type": "text/plain" })).status).toBe(415);
		expect((await fetch(`${origin}/api/other`)).status).toBe(404);
	});

	it("acknowledges nothing that was not stored", async () => {
		fail = Object.assign(new Error("ENOSPC: no space, /path/with/secrets"), { code: "ENOSPC" });
		const response = await post("{}");
		fail = null;
		expect(response.status).toBe(503);
		expect(await response.json()).toMatchObject({ ok: false, message: knowledge.bot.http.notSaved });
		expect(JSON.stringify(logged)).not.toContain("secrets");
		expect(logged).toContainEqual({ event: "web.not-saved", level: "error", code: "Error:ENOSPC" });
	});

	it("limits a flood", async () => {
		let last = 0;
		for (let index = 0; index <= PER_MINUTE * 2 + 1 && last !== 429; index += 1)
			last = (await post("{}")).status;
		expect(last).toBe(429);
	});
});

describe("the webhook", () => {
	const post = (secret: string | null, body = '{"update_id":1}') =>
		fetch(`${origin}/telegram/webhook`, {
			method: "POST",
			body,
			headers: {
				"content-type": "application/json",
				...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
			},
		});

	it("takes updates only with the right secret", async () => {
		expect((await post(null)).status).toBe(401);
		expect((await post("")).status).toBe(401);
		expect((await post(`${SECRET}x`)).status).toBe(401);
		expect(updates).toEqual([]);
		expect((await post(SECRET)).status).toBe(200);
		expect(updates).toEqual([{ update_id: 1 }]);
		expect((await post(SECRET, "[]")).status).toBe(400);
	});

	it("asks Telegram to send again what could not be stored", async () => {
		fail = new Error("disk");
		expect((await post(SECRET)).status).toBe(503);
		fail = null;
	});
});

describe("listen", () => {
	it("explains a taken port", async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
		const { port } = other.address() as { port: number };
		const app = createApp({
			siteRoot: root,
			knowledge,
			desk: { accept: async () => receipt, ...holder },
			webhook: null,
			health: () => ({}),
			log: () => undefined,
		});
		await expect(listen(app, "127.0.0.1", port)).rejects.toThrow(ListenError);
		await expect(listen(app, "127.0.0.1", port)).rejects.toThrow(new RegExp(`端口 ${port} 已被占用`));
		await new Promise((resolve) => other.close(resolve));
	});
});
