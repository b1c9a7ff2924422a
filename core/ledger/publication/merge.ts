/**
 * Merging of groups until no small number is left in a one-way table. Counts are partitions: the cells of a
 * group add up to its units, so a published rate's numerator and remainder are sums of cells.
 */

/** Smallest count that may be published; smaller ones, except zero, identify. */
export const SMALLEST = 5;

/** Whether a count may be published. */
export function isPublishable(count: number): boolean {
	return count === 0 || count >= SMALLEST;
}

/** Cells of one group: a partition of its units. */
export type Cells = readonly number[];

/** Names of the groups that are published as one. */
export type Merging = readonly (readonly string[])[];

/** Cells of merged groups. */
export function sumCells(groups: readonly Cells[]): number[] {
	const width = Math.max(0, ...groups.map((cells) => cells.length));
	return Array.from({ length: width }, (_, at) => groups.reduce((sum, cells) => sum + (cells[at] ?? 0), 0));
}

/**
 * The finest merging, coarser than or equal to `previous`, in which every cell is zero or at least five in every
 * quarter; `null` when even the whole is too small, so that the table has to be left out.
 * @param names all groups, in the order of the table.
 * @param quarters cells of each group, one map per quarter; an absent group counts as zeros.
 * @param previous merging of what was published before: the same merging is kept, or made coarser, never undone,
 *   because two different mergings of nearly the same units can be subtracted from each other.
 */
export function mergeGroups(
	names: readonly string[],
	quarters: readonly ReadonlyMap<string, Cells>[],
	previous: Merging = [],
): Merging | null {
	const known = new Set(previous.flat());
	// A group that was renamed or dissolved stays in the merging it was published in: leaving it out would split the rest.
	const order = [...new Set([...names, ...previous.flat()])];
	const placeOf = (name: string | undefined) => order.indexOf(name ?? "");
	let groups: string[][] = [
		...previous.map((group) => [...group]),
		...names.filter((name) => !known.has(name)).map((name) => [name]),
	];
	const cellsOf = (group: readonly string[], quarter: ReadonlyMap<string, Cells>) =>
		sumCells(group.map((name) => quarter.get(name) ?? []));
	const unsafe = (group: readonly string[]) =>
		quarters.some((quarter) => cellsOf(group, quarter).some((count) => !isPublishable(count)));
	const size = (group: readonly string[]) =>
		Math.max(0, ...quarters.map((quarter) => cellsOf(group, quarter).reduce((sum, count) => sum + count, 0)));
	for (;;) {
		const bySize = [...groups].sort((a, b) => size(a) - size(b) || placeOf(a[0]) - placeOf(b[0]));
		const small = bySize.find(unsafe);
		if (!small) break;
		// The smallest partner keeps the table finest; an empty group helps nobody and stays by itself.
		const partner = bySize.find((group) => group !== small && size(group) > 0);
		if (!partner) return null;
		const merged = [...small, ...partner].sort((a, b) => placeOf(a) - placeOf(b));
		groups = [...groups.filter((group) => group !== small && group !== partner), merged];
	}
	return groups.sort((a, b) => placeOf(a[0]) - placeOf(b[0]));
}
