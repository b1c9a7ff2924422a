import type { APIRoute } from "astro";

/** Everything may be read; printed collections repeat other pages and are left out. */
export const GET: APIRoute = ({ site }) =>
	new Response(
		["User-agent: *", "Disallow: /print/", "", `Sitemap: ${new URL("/sitemap.xml", site).href}`, ""].join(
			"\n",
		),
		{ headers: { "content-type": "text/plain; charset=utf-8" } },
	);
