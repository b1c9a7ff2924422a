import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../../bot/http/server.ts";
import { siteRoutes } from "../../../bot/http/site.ts";
import { writeCompressedCopies } from "../../../scripts/build/compress.ts";

const root = mkdtempSync(join(tmpdir(), "served-"));
const PAGE = `<!doctype html><p>${"办事指南".repeat(500)}`;
let server: Listening;

beforeAll(async () => {
	for (const folder of ["guides", "_astro", "downloads", "plain"]) mkdirSync(join(root, folder));
	writeFileSync(join(root, "guides/index.html"), PAGE);
	writeFileSync(join(root, "404.html"), `<!doctype html><p>没有这个页面${"。".repeat(500)}`);
	writeFileSync(join(root, "_astro/page.abc123.js"), "let a = 1;".repeat(300));
	writeFileSync(join(root, "calendar.ics"), "BEGIN:VEVENT\r\n".repeat(100));
	writeFileSync(join(root, "downloads/a.zip"), Buffer.alloc(3000));
	await writeCompressedCopies(root);
	writeFileSync(join(root, "plain/index.html"), PAGE);
	server = await listen(siteRoutes(root), "127.0.0.1", 0);
});
afterAll(async () => {
	await server.close();
	rmSync(root, { recursive: true, force: true });
});

interface Sent {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** What is really sent: nothing is decoded on the way. */
function ask(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Sent> {
	return new Promise((resolve, reject) => {
		request(server.url.replace("localhost", "127.0.0.1") + path, { headers, method }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks),
				}),
			);
		})
			.on("error", reject)
			.end();
	});
}

describe("compressed copies", () => {
	it.each([
		["gzip, deflate, br, zstd", "br", brotliDecompressSync],
		["gzip", "gzip", gunzipSync],
		["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
		["br;q=0", undefined, (body: Buffer) => body],
		["identity", undefined, (body: Buffer) => body],
	] as const)("Accept-Encoding %s is answered with %s", async (accepted, coding, decode) => {
		const { status, headers, body } = await ask("/guides/", { "accept-encoding": accepted });
		expect(status).toBe(200);
		expect(headers["content-encoding"]).toBe(coding);
		expect(headers["content-type"]).toBe("text/html; charset=utf-8");
		expect(headers["content-length"]).toBe(String(body.length));
		expect(headers.vary).toBe("Accept-Encoding");
		expect(headers["cache-control"]).toBe("no-cache");
		expect(decode(body).toString()).toBe(PAGE);
	});

	it("keep type and caching of what they are copies of", async () => {
		const script = await ask("/_astro/page.abc123.js", { "accept-encoding": "br" });
		expect(script.headers).toMatchObject({
			"content-encoding": "br",
			"content-type": "text/javascript; charset=utf-8",
			"cache-control": "public, max-age=31536000, immutable",
		});
		const calendar = await ask("/calendar.ics", { "accept-encoding": "gzip" });
		expect(calendar.headers).toMatchObject({
			"content-encoding": "gzip",
			"content-type": "text/calendar; charset=utf-8",
		});
	});

	it("are not made of packed files, and a file without them is sent as it is", async () => {
		const packed = await ask("/downloads/a.zip", { "accept-encoding": "br, gzip" });
		expect(packed.headers["content-encoding"]).toBeUndefined();
		expect(packed.headers.vary).toBeUndefined();
		const plain = await ask("/plain/", { "accept-encoding": "br, gzip" });
		expect(plain.headers["content-encoding"]).toBeUndefined();
		expect(plain.headers.vary).toBe("Accept-Encoding");
		expect(plain.body.toString()).toBe(PAGE);
	});

	it("have tags of their own; known ones are not sent again, by tag or by date", async () => {
		const tags = new Set<string>();
		for (const coding of ["br", "gzip", "identity"]) {
			const accept = { "accept-encoding": coding };
			const { headers } = await ask("/guides/", accept);
			const tag = headers.etag ?? "";
			tags.add(tag);
			for (const known of [
				{ "if-none-match": tag },
				{ "if-none-match": `"other", ${tag}` },
				{ "if-modified-since": headers["last-modified"] },
			]) {
				const again = await ask("/guides/", { ...accept, ...known });
				expect(again.status, JSON.stringify(known)).toBe(304);
				expect(again.body).toHaveLength(0);
				expect(again.headers).toMatchObject({ etag: tag, vary: "Accept-Encoding" });
				expect(again.headers["content-encoding"]).toBeUndefined();
			}
			const changed = await ask("/guides/", { ...accept, "if-none-match": '"other"' });
			expect(changed.status).toBe(200);
		}
		expect(tags.size).toBe(3);
	});

	it("are described to HEAD as they would be sent", async () => {
		const accept = { "accept-encoding": "br" };
		const got = await ask("/guides/", accept);
		const head = await ask("/guides/", accept, "HEAD");
		expect(head.status).toBe(200);
		expect(head.body).toHaveLength(0);
		for (const name of ["content-encoding", "content-length", "content-type", "etag", "vary"])
			expect(head.headers[name], name).toBe(got.headers[name]);
	});

	it("are left aside for parts of a file", async () => {
		const part = await ask("/guides/", { "accept-encoding": "br", range: "bytes=0-14" });
		expect(part.status).toBe(206);
		expect(part.headers["content-encoding"]).toBeUndefined();
		expect(part.body.toString()).toBe("<!doctype html>");
	});

	it("are made of the 404 page, too", async () => {
		const { status, headers, body } = await ask("/no-such-page/", { "accept-encoding": "br" });
		expect(status).toBe(404);
		expect(headers).toMatchObject({ "content-encoding": "br", "content-type": "text/html; charset=utf-8" });
		expect(brotliDecompressSync(body).toString()).toContain("没有这个页面");
	});
});
