import type { APIRoute } from "astro";
import { district } from "../content/district.ts";

/** Lets a phone put the site on its start screen. */
export const GET: APIRoute = () => {
	const { siteName, name } = district();
	const manifest = {
		name: `${siteName}（${name}）`,
		short_name: siteName,
		lang: "zh-CN",
		start_url: "/",
		scope: "/",
		display: "minimal-ui",
		background_color: "#fbf8f3",
		theme_color: "#fbf8f3",
		icons: [{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml" }],
	};
	return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
};
