import { cellEdges, cellHolds } from "./cells.ts";
import type { CompiledTable, Conjunction } from "./compile.ts";
import { derive } from "./derive.ts";
import type { Profile, Support } from "./profile.ts";
import { CHOICES, type Quantities, type Quantity } from "./quantities.ts";

/**
 * The whole input space of one or several tables, cut into parts whose inputs
 * no table can tell apart. Every possible profile falls into exactly one part,
 * so a statement checked for each part holds for every profile.
 *
 * How: the slots fall into independent dimensions. Within a dimension all values
 * are listed (numbers up to one more than the largest threshold: beyond it
 * nothing changes), and values that satisfy the same cells are merged.
 */
export interface Part {
	/** Builds a profile of this part; the smallest numbers that belong to it. */
	readonly profile: () => Partial<Profile>;
	/** For each table, the places of the rows that match, ascending, without repetition. */
	readonly hits: readonly (readonly number[])[];
}

/** A dimension: slots that are listed together because a derived quantity joins them. */
interface Dimension {
	readonly quantities: readonly Quantity[];
	/** Listed values, each as the slots it sets. */
	readonly values: readonly Partial<Profile>[];
}

/** Thresholds beyond this would make the listing slow; no rule on members needs them. */
const LARGEST_THRESHOLD = 400;

/**
 * Visits every part until `visit` answers `false`. The part is only valid during the call.
 * @throws RangeError when a threshold is too large to list
 */
export function visitParts(tables: readonly CompiledTable[], visit: (part: Part) => boolean): void {
	const rules = tables.flatMap((table, at) =>
		table.rows.flatMap(({ conjunctions }, row) =>
			conjunctions.map((conjunction) => ({ table: at, row, conjunction })),
		),
	);
	const conjunctions = rules.map((rule) => rule.conjunction);
	const orders = rules.map((rule) => tables[rule.table]?.supportOrder ?? []);
	const levels = dimensions(conjunctions).map((dimension) => merge(dimension, conjunctions, orders));
	const words = Math.ceil(rules.length / WORD);
	const masks = levels.map(() => new Int32Array(words));
	const chosen: Partial<Profile>[] = [];
	const profile = () => Object.assign({}, ...chosen) as Partial<Profile>;
	const leaf = (mask: Int32Array): boolean => {
		const hits: number[][] = tables.map(() => []);
		for (let word = 0; word < words; word++) {
			for (let bits = mask[word] ?? 0; bits !== 0; bits &= bits - 1) {
				const rule = rules[word * WORD + (31 - Math.clz32(bits & -bits))];
				const rows = rule && hits[rule.table];
				if (rows && rows.at(-1) !== rule.row) rows.push(rule.row);
			}
		}
		return visit({ profile, hits });
	};
	const walk = (depth: number, mask: Int32Array): boolean => {
		const level = levels[depth];
		const joined = masks[depth];
		if (!level || !joined) return leaf(mask);
		for (const one of level) {
			for (let word = 0; word < words; word++) joined[word] = (mask[word] ?? 0) & (one.mask[word] ?? 0);
			chosen[depth] = one.profile;
			if (!walk(depth + 1, joined)) return false;
		}
		return true;
	};
	walk(0, new Int32Array(words).fill(0x7fffffff));
}

/** Rules held by one word of a mask: 31, so that no word is negative. */
const WORD = 31;

/** Merges the values of a dimension that satisfy the same cells of the same conjunctions. */
function merge(
	dimension: Dimension,
	conjunctions: readonly Conjunction[],
	orders: readonly (readonly Support[])[],
) {
	const relevant = conjunctions.map((conjunction) =>
		conjunction.filter(([quantity]) => dimension.quantities.includes(quantity)),
	);
	const found = new Map<string, { profile: Partial<Profile>; mask: Int32Array }>();
	for (const profile of dimension.values) {
		const derived = new Map<readonly Support[], Quantities>();
		for (const order of new Set(orders)) derived.set(order, derive(profile, order));
		const mask = new Int32Array(Math.ceil(conjunctions.length / WORD));
		relevant.forEach((cells, at) => {
			const quantities = derived.get(orders[at] ?? []);
			const holds = cells.every(([quantity, cell]) => quantities && cellHolds(cell, quantities[quantity]));
			if (holds) mask[Math.trunc(at / WORD)] = (mask[Math.trunc(at / WORD)] ?? 0) | (1 << (at % WORD));
		});
		const key = mask.join();
		if (!found.has(key)) found.set(key, { profile, mask });
	}
	return [...found.values()];
}

function edgesOf(quantity: Quantity, conjunctions: readonly Conjunction[]): number[] {
	const edges = conjunctions.flatMap((conjunction) =>
		conjunction.flatMap(([name, cell]) => (name === quantity ? cellEdges(cell) : [])),
	);
	return [...new Set(edges)].sort((a, b) => a - b);
}

const MEMBER_QUANTITIES = [
	"fullMembers",
	"probationary",
	"relationElsewhere",
	"here",
	"membersHere",
	"membersWorking",
] as const;
type MemberQuantity = (typeof MEMBER_QUANTITIES)[number];

function dimensions(conjunctions: readonly Conjunction[]): Dimension[] {
	const months = edgesOf("durationMonths", conjunctions);
	const joint = [...new Set([0, 3, ...edgesOf("jointFull", conjunctions)])];
	return [
		{ quantities: ["orgKind"], values: CHOICES.orgKind.map((orgKind) => ({ orgKind })) },
		{ quantities: ["task"], values: CHOICES.task.map((task) => ({ task })) },
		{
			quantities: ["existing", "ended"],
			values: CHOICES.existing.flatMap((existing) =>
				[false, true].map((taskEnded) => ({ existing, taskEnded })),
			),
		},
		{
			quantities: ["transferable"],
			values: CHOICES.transferable.map((transferable) => ({ transferable })),
		},
		{
			quantities: ["best", "jointFull"],
			values: supports().flatMap((support) => [null, ...joint].map((jointFull) => ({ support, jointFull }))),
		},
		{
			quantities: ["durationMonths"],
			values: [null, 0, ...months].map((durationMonths) => ({ durationMonths })),
		},
		{
			quantities: [...MEMBER_QUANTITIES, "elsewhereExcess"],
			values: members((name) => edgesOf(name, conjunctions)),
		},
	];
}

/** Not stated, and all sixteen subsets. */
function supports(): (readonly Support[] | null)[] {
	const all: readonly Support[] = ["area", "industry", "lead", "host"];
	const subsets = Array.from({ length: 16 }, (_, bits) => all.filter((_one, at) => (bits >> at) & 1));
	return [null, ...subsets];
}

/**
 * Members here, elsewhere and probationary, each up to one more than the largest
 * threshold: larger numbers behave alike, because every other count is a sum of
 * these. One example is kept for each combination of bands.
 */
function members(edges: (name: MemberQuantity) => readonly number[]): Partial<Profile>[] {
	const limit = Math.max(0, ...MEMBER_QUANTITIES.flatMap(edges)) + 1;
	if (limit > LARGEST_THRESHOLD) {
		throw new RangeError(`人数界线最大支持${LARGEST_THRESHOLD - 1}，表里写了${limit - 1}`);
	}
	const bands = (name: MemberQuantity) => {
		const own = edges(name);
		return Uint8Array.from(
			{ length: 3 * limit + 1 },
			(_, value) => own.filter((edge) => value >= edge).length,
		);
	};
	const full = bands("fullMembers");
	const probationaryBand = bands("probationary");
	const elsewhere = bands("relationElsewhere");
	const here = bands("here");
	const membersHere = bands("membersHere");
	const working = bands("membersWorking");
	const seen = new Set<number>();
	const found: Partial<Profile>[] = [];
	for (let f = 0; f <= limit; f++) {
		for (let e = 0; e <= limit; e++) {
			for (let p = 0; p <= limit; p++) {
				let key = full[f + e] ?? 0;
				key = key * 32 + (probationaryBand[p] ?? 0);
				key = key * 32 + (elsewhere[e] ?? 0);
				key = key * 32 + (here[f] ?? 0);
				key = key * 32 + (membersHere[f + p] ?? 0);
				key = key * 32 + (working[f + e + p] ?? 0);
				if (seen.has(key)) continue;
				seen.add(key);
				found.push({ fullMembers: f + e, relationElsewhere: e, probationary: p });
			}
		}
	}
	const unknown = [0, ...edges("relationElsewhere")].flatMap((relationElsewhere) =>
		[0, ...edges("probationary")].map((probationary) => ({
			fullMembers: null,
			relationElsewhere,
			probationary,
		})),
	);
	// More relations elsewhere than members: counted as all elsewhere.
	const excess = [0, ...edges("fullMembers")].map((fullMembers) => ({
		fullMembers,
		relationElsewhere: fullMembers + 1,
		probationary: 0,
	}));
	return [...found, ...unknown, ...excess];
}
