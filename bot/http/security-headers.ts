import type { MiddlewareHandler } from "hono";

/** What the pages may load: only what comes from here. `wasm-unsafe-eval` is for the search index. */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
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
