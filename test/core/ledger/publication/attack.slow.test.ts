import fc from "fast-check";
import { expect, test } from "vitest";
import type { Statistics } from "../../../../core/content/statistics.ts";
import type { Unit } from "../../../../core/ledger/coverage.ts";
import type { Figures } from "../../../../core/ledger/figures-schema.ts";
import { statisticsOf } from "../../../../core/ledger/publication/statistics.ts";
import type { Snapshot } from "../../../../core/ledger/snapshot.ts";
import { Attacker, type Kind, type Movement, NAMES, type Question } from "./attacker.ts";

const STREETS = ["a", "b", "c"];
const ORG_KINDS = ["enterprise", "social_org"];
const SHAPES = [
	{ form: "standalone", standing: "own" },
	{ form: "joint_area", standing: "joint" },
	{ form: "affiliated", standing: "affiliated" },
	{ form: "none", standing: "workOnly" },
	{ form: "none", standing: "nothing" },
] as const;
const KINDS: readonly Kind[] = STREETS.flatMap((street) =>
	ORG_KINDS.flatMap((kind) => SHAPES.map((shape) => ({ street, kind, ...shape, should: false }))),
);
const LEVELS = ["5", "4", "3", "2", "1"];
const QUARTERS = ["2026-Q2", "2026-Q3"];

/** A district over two quarters: who stayed as it was, who changed, came or went, and the organisations with stars. */
interface District {
	readonly counts: ReadonlyMap<Movement, number>;
	/** Units in each joint organisation, by quarter. */
	readonly perOrganisation: readonly number[];
	readonly stars: readonly (readonly number[])[];
}

const few = fc.oneof(
	{ weight: 5, arbitrary: fc.constant(0) },
	{ weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 5, max: 40 }) },
);
const place = fc.integer({ min: -1, max: KINDS.length - 1 });
const moves = fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 6 })), { maxLength: 10 });
const times = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
	fc.array(arbitrary, { minLength: count, maxLength: count });

const district: fc.Arbitrary<District> = fc
	.record({
		stay: times(few, KINDS.length),
		moves,
		perOrganisation: times(fc.integer({ min: 1, max: 3 }), 2),
		stars: times(times(few, LEVELS.length), 2),
	})
	.map(({ stay, moves, ...rest }) => {
		const counts = new Map<Movement, number>(
			KINDS.map((kind, at) => [{ from: kind, to: kind }, stay[at] ?? 0]),
		);
		for (const [from, to, count] of moves) {
			if (from !== to) counts.set({ from: KINDS[from] ?? null, to: KINDS[to] ?? null }, count);
		}
		return { counts, ...rest };
	});

/** What is published of a district, quarter after quarter. */
function published({ counts, perOrganisation, stars }: District): Statistics[] {
	const files: Statistics[] = [];
	for (const [at, quarter] of QUARTERS.entries()) {
		let joint = 0;
		const units = [...counts].flatMap(([{ from, to }, count]) => {
			const kind = at === 0 ? from : to;
			return kind === null
				? []
				: Array.from(
						{ length: count },
						(): Unit => ({
							orgCode: "",
							streetCode: kind.street,
							orgKind: kind.kind as Unit["orgKind"],
							surveyed: true,
							standing: kind.standing as Unit["standing"],
							form: kind.form as Unit["form"],
							should: kind.should,
							partyOrgId:
								kind.standing === "joint" ? `PO-${Math.floor(joint++ / (perOrganisation[at] ?? 1))}` : null,
							record: null,
						}),
					);
		});
		const figures: Figures = {
			quarter,
			stars: LEVELS.map((level, place) => ({
				stars: Number(level),
				organisations: stars[at]?.[place] ?? 0,
				source: "示例",
			})),
		};
		const snapshot: Snapshot = {
			quarter,
			units,
			active: [],
			inactive: [],
			waiting: 0,
			returned: 0,
			withdrawn: 0,
			registered: null,
			registerDate: null,
		};
		files.push(
			statisticsOf({
				snapshot,
				figures,
				streets: STREETS,
				previous: files.at(-1) ?? null,
				publishedOn: "2026-11-24",
				auditHead: "0".repeat(64),
				sample: true,
			}),
		);
	}
	return files;
}

const CLASSES: readonly { readonly name: string; readonly is: (kind: Kind) => boolean }[] = [
	{ name: "any", is: () => true },
	...["own", "joint", "affiliated", "workOnly", "nothing"].map((name) => ({
		name,
		is: ({ standing }: Kind) => standing === name,
	})),
	{ name: "joined", is: ({ standing }) => standing === "joint" || standing === "affiliated" },
	{ name: "not organised", is: ({ standing }) => standing === "workOnly" || standing === "nothing" },
];
const GROUPS: typeof CLASSES = [
	{ name: "district", is: () => true },
	...STREETS.map((name) => ({ name, is: ({ street }: Kind) => street === name })),
	...ORG_KINDS.map((name) => ({ name, is: ({ kind }: Kind) => kind === name })),
	...STREETS.flatMap((street) =>
		ORG_KINDS.map((kind) => ({
			name: `${street} ${kind}`,
			is: (one: Kind) => one.street === street && one.kind === kind,
		})),
	),
];
const ABOUT: readonly Omit<Question, "truth">[] = [
	...QUARTERS.flatMap((quarter, at) =>
		GROUPS.flatMap((group) =>
			CLASSES.map((oneClass) => ({
				what: `${quarter} ${group.name} ${oneClass.name}`,
				about: ({ from, to }: Movement) => {
					const kind = at === 0 ? from : to;
					return kind !== null && group.is(kind) && oneClass.is(kind);
				},
			})),
		),
	),
	// Who came, went, changed: what the two quarters together might tell.
	...GROUPS.flatMap((group) =>
		CLASSES.flatMap((oneClass) => [
			{
				what: `${group.name} ${oneClass.name} gone`,
				about: ({ from, to }: Movement) =>
					from !== null && group.is(from) && oneClass.is(from) && to === null,
			},
			{
				what: `${group.name} ${oneClass.name} come`,
				about: ({ from, to }: Movement) => to !== null && group.is(to) && oneClass.is(to) && from === null,
			},
			...CLASSES.map((other) => ({
				what: `${group.name} from ${oneClass.name} to ${other.name}`,
				about: ({ from, to }: Movement) =>
					from !== null &&
					to !== null &&
					group.is(from) &&
					oneClass.is(from) &&
					other.is(to) &&
					from.standing !== to.standing,
			})),
		]),
	),
];

/** Small numbers the reader knows for certain, with their names. */
function foundOut(attacker: Attacker, { counts, stars }: District, files: readonly Statistics[]): string[] {
	const small = (truth: number) => truth > 0 && truth < 5;
	const found: string[] = [];
	for (const { what, about } of ABOUT) {
		const truth = [...counts].reduce((sum, [movement, count]) => sum + (about(movement) ? count : 0), 0);
		if (small(truth) && attacker.answer({ about }) === truth) found.push(`${what}: ${truth}`);
	}
	for (const [at, file] of files.entries()) {
		const names = [
			NAMES.jointOrganisations(at),
			NAMES.unrated(at),
			...LEVELS.map((level) => NAMES.starred(at, level)),
		];
		for (const name of names) {
			const answer = attacker.answerNamed(name);
			if (answer !== null && small(answer)) found.push(`${file.quarter} ${name}: ${answer}`);
		}
		if (file.stars !== null) {
			const truth = (stars[at] ?? []).reduce((sum, count) => sum + count, 0);
			expect(file.stars.reduce((sum, row) => sum + row.organisations, 0)).toBe(truth);
		}
	}
	return found;
}

const ALL: readonly (Kind | null)[] = [null, ...KINDS];
/** Anybody may have come, gone or changed in any way. */
const ANYTHING: readonly Movement[] = ALL.flatMap((from) =>
	ALL.flatMap((to) => (from === null && to === null ? [] : [{ from, to }])),
);
/** A reader who knows more than is published: that nobody came, went, moved house or became another kind of unit. */
const CLOSED: readonly Movement[] = ANYTHING.filter(
	({ from, to }) => from !== null && to !== null && from.street === to.street && from.kind === to.kind,
);

/** A reader who knows that every unit is what it was. */
const STILL: readonly Movement[] = CLOSED.filter(({ from, to }) => from === to);

/** Districts in which nothing else happens than is held possible. */
const within = (possible: readonly Movement[]) =>
	district.map((one) => ({
		...one,
		counts: new Map(
			[...one.counts].filter(([movement]) =>
				possible.some(({ from, to }) => from === movement.from && to === movement.to),
			),
		),
	}));

test.each([
	["no number under five can be found out from two quarters, whatever moved in between", ANYTHING],
	["nor by a reader who knows that nobody came, went or moved house", CLOSED],
	["nor by one who knows that nothing changed at all", STILL],
])("%s", (_, possible) => {
	let tables = 0;
	fc.assert(
		fc.property(within(possible), (one) => {
			const files = published(one);
			tables += files.filter(({ streets, stars }) => streets !== null && stars !== null).length;
			expect(foundOut(new Attacker(files, possible), one, files)).toEqual([]);
		}),
		{ numRuns: 120 },
	);
	// There was something to attack.
	expect(tables).toBeGreaterThan(120);
});

/** A quiet district: the same units in both quarters. */
function quiet(own: readonly [number, number, number], stars: readonly number[]): District {
	const sizes: Readonly<Record<string, readonly number[]>> = {
		own,
		nothing: [20, 20, 20],
		workOnly: [9, 9, 9],
	};
	const counts = new Map<Movement, number>(
		KINDS.map((kind) => [
			{ from: kind, to: kind },
			kind.kind === "enterprise" ? (sizes[kind.standing]?.[STREETS.indexOf(kind.street)] ?? 0) : 0,
		]),
	);
	return { counts, perOrganisation: [1, 1], stars: [stars, stars] };
}

test("the reader finds a small number that two different mergings give away", () => {
	const one = quiet([20, 20, 2], [10, 10, 10, 0, 0]);
	const [first, second] = published(one) as [Statistics, Statistics];
	const row = (groups: readonly string[]) => {
		const own = groups.reduce((sum, street) => sum + ([20, 20, 2][STREETS.indexOf(street)] ?? 0), 0);
		const work = own + 9 * groups.length;
		return { groups: [...groups], units: work + 20 * groups.length, own, joined: 0, work };
	};
	const mixed = [
		{ ...first, streets: [row(["a", "c"]), row(["b"])] },
		{ ...second, streets: [row(["a"]), row(["b", "c"])] },
	];
	expect(foundOut(new Attacker([first, second], STILL), one, [first, second])).toEqual([]);
	expect(foundOut(new Attacker(mixed, STILL), one, mixed)).toContain("2026-Q2 c own: 2");
});

test("the reader finds the few organisations without a star, so the stars are withheld then", () => {
	const one = quiet([20, 20, 20], [20, 20, 18, 0, 0]);
	const files = published(one);
	expect(files.map(({ organisations, stars }) => [organisations, stars])).toEqual([
		[60, null],
		[60, null],
	]);
	const careless = files.map((file) => ({
		...file,
		stars: [
			{ levels: ["5"], organisations: 20 },
			{ levels: ["4"], organisations: 20 },
			{ levels: ["3", "2", "1"], organisations: 18 },
		],
	}));
	expect(foundOut(new Attacker(careless, ANYTHING), one, careless)).toEqual([
		"2026-Q2 unrated 0: 2",
		"2026-Q3 unrated 1: 2",
	]);
});

test("the reader finds that two units closed when everybody else is known to have stayed", () => {
	const one = quiet([20, 20, 20], [20, 20, 20, 0, 0]);
	const gone = [...one.counts].map(([movement, count]): [Movement, number] =>
		movement.from?.street === "a" && movement.from.standing === "own" && movement.from.kind === "enterprise"
			? [movement, count - 2]
			: [movement, count],
	);
	const own = KINDS.find(({ street, standing }) => street === "a" && standing === "own") ?? null;
	const counts = new Map([...gone, [{ from: own, to: null }, 2]] as [Movement, number][]);
	const files = published({ ...one, counts });
	const leaves = ANYTHING.filter(
		({ from, to }) => from !== null && (from === to || (to === null && from.standing === "own")),
	);
	expect(foundOut(new Attacker(files, leaves), { ...one, counts }, files)).toContain("a own gone: 2");
});
