import { COPIES, type ContentCoding } from "../../core/publication/compressed-copies.ts";

/**
 * Content codings a reader takes, best first: his order of preference, ours where he has none. What he does not
 * name he may not be sent, `*` names all others, and `q=0` forbids (RFC 9110, 12.5.3).
 */
export function acceptedCodings(header: string | undefined): ContentCoding[] {
	const wishes = new Map<string, number>();
	for (const wish of header?.toLowerCase().split(",") ?? []) {
		const [name = "", ...parameters] = wish.split(";").map((part) => part.trim());
		const quality = parameters.find((part) => part.startsWith("q="))?.slice(2);
		wishes.set(name, quality === undefined ? 1 : Number(quality) || 0);
	}
	const wish = (coding: string) => wishes.get(coding) ?? wishes.get("*") ?? 0;
	const codings = Object.keys(COPIES) as ContentCoding[];
	return codings.filter((coding) => wish(coding) > 0).sort((a, b) => wish(b) - wish(a));
}
