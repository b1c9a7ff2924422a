/** `npm run build`: checks the content and builds the static site into `dist/`. */
import { build } from "./build/site.ts";
import { reportFailure } from "./failure.ts";

try {
	await build();
} catch (error) {
	reportFailure(error);
}
