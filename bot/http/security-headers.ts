import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { FIRST_SCRIPT } from "../../core/publication/first-script.ts";

const firstScript = createHash("sha256").update(FIRST_SCRIPT).digest("base64");

/**
 * What the pages may load: only what comes from here, and the one script inside the pages.
 * `wasm-unsafe-eval` is for the search index.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'self'",
	`script-src 'self' 'wasm-unsafe-eval' 'sha256-${firstScript}'`,
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join("; ");

/** Security headers on every answer. */
export function securityHeaders(): MiddlewareHandler {
	return async (context, next) => {
		await next();
		const { headers } = context.res;
		headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
		headers.set("Cross-Origin-Opener-Policy", "same-origin");
	};
}
