import { existsSync } from "node:fs";

/** Address of a preview picture that was drawn before the build; undefined where none was. */
export function pictureAddress(name: string): string | undefined {
	return existsSync(`.cache/og/${name}.png`) ? `/og/${name}.png` : undefined;
}
