import type { StaffSubmissions } from "../../bot/stores/submissions/store.ts";
import type { Row } from "../../core/ledger/fold.ts";

/** Rows of every quarter up to one, oldest first; the last list is that of the quarter itself, possibly empty. */
export async function quartersUpTo(
	store: StaffSubmissions,
	quarter: string,
): Promise<readonly (readonly Row[])[]> {
	const lists: (readonly Row[])[] = [];
	for (const name of await store.quarters()) if (name < quarter) lists.push(await store.rows(name));
	lists.push(await store.rows(quarter));
	return lists;
}
