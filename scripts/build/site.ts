import { build as astroBuild } from "astro";
import { loadKnowledge } from "../knowledge.ts";
import { buildFingerprint, isFresh, markFresh } from "./stale.ts";

/**
 * Builds the site into `dist/`.
 * @throws ContentError when content is invalid; errors of Astro otherwise.
 */
export async function build(): Promise<void> {
	process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
	const fingerprint = buildFingerprint();
	// Content first: its messages name file, line and remedy, which Astro's own would hide.
	loadKnowledge();
	await astroBuild({ logLevel: "warn" });
	markFresh(fingerprint);
}

/** Builds only when something changed. Returns whether it built. */
export async function buildIfStale(): Promise<boolean> {
	if (isFresh()) return false;
	await build();
	return true;
}
