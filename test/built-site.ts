import { buildIfStale } from "../scripts/build/site.ts";

/** Global setup of the browser project: `dist/` is what is in the working tree now. */
export default async function builtSite(): Promise<void> {
	await buildIfStale();
}
