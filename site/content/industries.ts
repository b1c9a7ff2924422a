import { district } from "./district.ts";

/** Name of an industry of `office/district.yaml`. */
export function industryName(id: string): string {
	return district().industries.find((industry) => industry.id === id)?.name ?? id;
}
