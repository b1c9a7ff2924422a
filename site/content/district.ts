import { type District, districtFile } from "../../core/content/office.ts";
import { readContentFile } from "../../scripts/content/read.ts";

let loaded: District | undefined;

/** The district's names, streets and contacts: all that the frame of a page needs to know. */
export function district(): District {
	if (!loaded || import.meta.env.DEV)
		loaded = districtFile.parse(readContentFile("content/office/district.yaml").data);
	return loaded;
}
