import fc from "fast-check";
import { expect, test } from "vitest";
import { isOrganised, type Standing, type Unit } from "../../../../core/ledger/coverage.ts";
import { isPublishable, SMALLEST } from "../../../../core/ledger/publication/merge.ts";
import { type PublishedQuarter, publish } from "../../../../core/ledger/publication/publish.ts";
import { RowSpace } from "./row-space.ts";

const STREETS = ["a", "b", "c", "d"];
const KINDS = ["enterprise", "social_org", "individual_business"] as const;
const SHAPES: readonly { readonly form: Unit["form"]; readonly standing: Standing }[] = [
	{ form: "standalone", standing: "own" },
	{ form: "joint_area", standing: "joint" },
	{ form: "joint_industry", standing: "joint" },
	{ form: "joint_lead", standing: "joint" },
	{ form: "affiliated", standing: "affiliated" },
	{ form: "temporary", standing: "workOnly" },
	{ form: "none", standing: "workOnly" },
	{ form: "none", standing: "nothing" },
];

/** Every kind of unit the published tables can tell apart, and more. */
const MICRO: readonly Unit[] = STREETS.flatMap((streetCode) =>
	KINDS.flatMap((orgKind) =>
		SHAPES.flatMap((shape) =>
			[true, false].map((should) => ({
				...shape,
				orgCode: "",
				streetCode,
				orgKind,
				should,
				surveyed: true,
				partyOrgId: null,
				record: null,
			})),
		),
	),
);

type Is = (unit: Unit) => boolean;
const JOINED: readonly Standing[] = ["joint", "affiliated"];
const isWork: Is = ({ standing }) => standing !== "nothing";

/** Counts by micro-cell: a district in one quarter. Skewed, so that small groups are common. */
const counts = fc.array(
	fc.oneof(
		{ weight: 6, arbitrary: fc.constant(0) },
		fc.integer({ min: 1, max: 3 }),
		fc.integer({ min: 1, max: 40 }),
	),
	{
		minLength: MICRO.length,
		maxLength: MICRO.length,
	},
);

function unitsOf(sizes: readonly number[]): Unit[] {
	return MICRO.flatMap((unit, at) => Array.from({ length: sizes[at] ?? 0 }, () => unit));
}

/** Every published number as the set it counts, with its value. */
function statements(published: PublishedQuarter): { readonly is: Is; readonly value: number }[] {
	const rowsOf = (table: PublishedQuarter["streets"], groupOf: (unit: Unit) => string) =>
		(table ?? []).flatMap(({ groups, units, own, joined, work }) => {
			const inside: Is = (unit) => groups.includes(groupOf(unit));
			return [
				{ is: inside, value: units },
				{ is: (unit: Unit) => inside(unit) && unit.standing === "own", value: own },
				{ is: (unit: Unit) => inside(unit) && JOINED.includes(unit.standing), value: joined },
				{ is: (unit: Unit) => inside(unit) && isWork(unit), value: work },
			];
		});
	const { total, streets, kinds, forms, should } = published;
	return [
		...rowsOf(total && [{ ...total, groups: ["all"] }], () => "all"),
		...rowsOf(streets, (unit) => unit.streetCode),
		...rowsOf(kinds, (unit) => unit.orgKind),
		...(forms ?? []).map((row) => ({
			is: (unit: Unit) => isOrganised(unit) && row.forms.includes(unit.form),
			value: row.units,
		})),
		...(should
			? [
					{ is: (unit: Unit) => unit.should, value: should.units },
					{ is: (unit: Unit) => unit.should && isOrganised(unit), value: should.built },
				]
			: []),
	];
}

const GROUPS: readonly Is[] = [
	() => true,
	...STREETS.map(
		(code): Is =>
			({ streetCode }) =>
				streetCode === code,
	),
	...KINDS.map(
		(kind): Is =>
			({ orgKind }) =>
				orgKind === kind,
	),
	...STREETS.flatMap((code) =>
		KINDS.map(
			(kind): Is =>
				({ streetCode, orgKind }) =>
					streetCode === code && orgKind === kind,
		),
	),
];
const CLASSES: readonly Is[] = [
	() => true,
	...(["own", "joint", "affiliated", "workOnly", "nothing"] as const).map(
		(name): Is =>
			({ standing }) =>
				standing === name,
	),
	({ standing }) => JOINED.includes(standing),
	isOrganised,
	(unit) => !isOrganised(unit),
	isWork,
	...SHAPES.map(
		({ form }): Is =>
			(unit) =>
				unit.form === form,
	),
	({ should }) => should,
	({ should }) => !should,
	(unit) => unit.should && isOrganised(unit),
	(unit) => unit.should && !isOrganised(unit),
	(unit) => !unit.should && isOrganised(unit),
	(unit) => !unit.should && !isOrganised(unit),
];

/** Small numbers that a reader of `published` can solve, if the quarters concern the same units. */
function solvable(published: readonly PublishedQuarter[], sizes: readonly number[]): number[] {
	const known = published.flatMap(statements);
	// A published zero makes every cell in it zero: those cells are out of the game.
	const open = MICRO.map((unit, at) => ({ unit, at })).filter(
		({ unit }) => !known.some(({ is, value }) => value === 0 && is(unit)),
	);
	const vector = (is: Is) => open.map(({ unit }) => (is(unit) ? 1 : 0));
	// Cells that no published number tells apart are one column: a target that splits them cannot be solved.
	const signature = open.map(({ unit }) => known.map(({ is }) => (is(unit) ? 1 : 0)).join(""));
	const columns = [...new Set(signature)];
	const first = columns.map((name) => signature.indexOf(name));
	const space = new RowSpace(known.map(({ is }) => vector(is)).map((row) => first.map((at) => row[at] ?? 0)));
	return GROUPS.flatMap((group) =>
		CLASSES.flatMap((inClass) => {
			const is: Is = (unit) => group(unit) && inClass(unit);
			const value = MICRO.reduce((sum, unit, at) => sum + (is(unit) ? (sizes[at] ?? 0) : 0), 0);
			if (isPublishable(value)) return [];
			const row = vector(is);
			const splits = row.some((cell, at) => cell !== row[first[columns.indexOf(signature[at] ?? "")] ?? 0]);
			return !splits && space.contains(first.map((at) => row[at] ?? 0)) ? [value] : [];
		}),
	);
}

const names = { streets: STREETS, kinds: KINDS };

test("no number under five can be solved from one quarter", () => {
	fc.assert(
		fc.property(counts, (sizes) => {
			const { quarters } = publish(new Map([["2026-Q2", unitsOf(sizes)]]), names, null);
			expect(solvable(quarters, sizes)).toEqual([]);
		}),
		{ numRuns: 150 },
	);
});

test("nor from two quarters in which nothing changed, though the second was merged anew in between", () => {
	fc.assert(
		fc.property(counts, counts, (sizes, others) => {
			const first = publish(new Map([["2026-Q1", unitsOf(sizes)]]), names, null);
			const between = publish(new Map([["2026-Q2", unitsOf(others)]]), names, first.mergings);
			const second = publish(new Map([["2026-Q3", unitsOf(sizes)]]), names, between.mergings);
			expect(solvable([...first.quarters, ...second.quarters], sizes)).toEqual([]);
		}),
		{ numRuns: 100 },
	);
});

test("every number of every later quarter is safe by itself and the merging only grows coarser", () => {
	fc.assert(
		fc.property(counts, counts, (sizes, later) => {
			const first = publish(new Map([["2026-Q1", unitsOf(sizes)]]), names, null);
			const second = publish(new Map([["2026-Q2", unitsOf(later)]]), names, first.mergings);
			expect(solvable(second.quarters, later)).toEqual([]);
			for (const table of ["streets", "kinds", "forms"] as const) {
				for (const group of first.mergings[table]) {
					const now = second.mergings[table].filter((merged) => group.some((name) => merged.includes(name)));
					expect(now).toHaveLength(1);
				}
			}
		}),
		{ numRuns: 100 },
	);
});

test("the check finds a number that two mergings give away", () => {
	const sizes = MICRO.map(({ streetCode, standing, orgKind, form, should }) =>
		orgKind === "enterprise" && form !== "temporary" && !should && (standing === "own" || form === "none")
			? { a: 20, b: 20, c: standing === "own" ? 2 : 9, d: 0 }[streetCode]
			: 0,
	).map((size) => size ?? 0);
	const units = new Map([["2026-Q1", unitsOf(sizes)]]);
	const one = publish(units, names, { streets: [["a", "c"]], kinds: [], forms: [] });
	const other = publish(units, names, { streets: [["b", "c"]], kinds: [], forms: [] });
	expect(solvable(one.quarters, sizes)).toEqual([]);
	expect(solvable([...one.quarters, ...other.quarters], sizes)).toContain(2);
});

test("the check finds a small number that is simply printed", () => {
	const row = { groups: ["a"], units: 22, own: SMALLEST - 1, joined: 8, work: 17 };
	const sizes = MICRO.map(({ streetCode, orgKind, form, standing, should }) => {
		if (streetCode !== "a" || orgKind !== "enterprise" || should) return 0;
		if (form === "standalone") return 4;
		return form === "joint_area" ? 8 : form === "none" ? 5 : standing === "own" ? 1 : 0;
	});
	const quarter = {
		quarter: "2026-Q1",
		total: null,
		streets: [row],
		kinds: null,
		forms: null,
		organisations: null,
		should: null,
	};
	expect(solvable([quarter], sizes)).toContain(4);
});
