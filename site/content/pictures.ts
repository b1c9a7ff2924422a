import { drawnPictures } from "../../scripts/publication/pictures.ts";
import { knowledge } from "./knowledge.ts";

let drawn: ReadonlySet<string> | undefined;

/** Address of a preview picture that was drawn before the build; undefined where none was. */
export function pictureAddress(name: string): string | undefined {
	drawn ??= new Set(drawnPictures(knowledge()));
	return drawn.has(name) ? `/og/${name}.jpg` : undefined;
}
