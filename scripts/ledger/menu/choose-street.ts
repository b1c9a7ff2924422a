import type { Choice } from "./ask.ts";
import type { Session } from "./session.ts";

/** Options of a command for one street, or none for the whole district. */
export async function chooseStreet({ ask, office }: Session): Promise<readonly string[]> {
	const choices: Choice<string | null>[] = [
		{ value: null, label: "全区" },
		...office.district.streets.map(({ code, name }) => ({ value: code, label: name })),
	];
	const street = await ask.choose("哪个街道？", choices);
	return street === null ? [] : ["--street", street];
}
