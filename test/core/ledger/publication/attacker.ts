/**
 * A reader of the published files who wants to know about single units. It knows nothing of how they are made: it
 * takes every number in them as a sum over kinds of units that it cannot see, and narrows each sum it is curious about
 * by linear programming, over one quarter or two.
 */
import type { Statistics } from "../../../../core/content/statistics.ts";
import { type Equation, Solutions } from "./linear-bounds.ts";

/** What a unit is in one quarter. */
export interface Kind {
	readonly street: string;
	readonly kind: string;
	readonly form: string;
	readonly standing: string;
	readonly should: boolean;
}

/** Units that were `from` in the first quarter and are `to` in the second; null where there are none. */
export interface Movement {
	readonly from: Kind | null;
	readonly to: Kind | null;
}

type Is = (kind: Kind) => boolean;

/** Something the reader is curious about, and the truth. */
export interface Question {
	readonly what: string;
	readonly about: (movement: Movement) => boolean;
	readonly truth: number;
}

const JOINT = ["joint_area", "joint_industry", "joint_lead"];
const isJoined: Is = ({ standing }) => standing === "joint" || standing === "affiliated";
const isOrganised: Is = (kind) => kind.standing === "own" || isJoined(kind);

/** Every number of a file that counts units, as the set it counts. */
function sums(file: Statistics): { readonly is: Is; readonly value: number }[] {
	const table = (rows: Statistics["streets"], groupOf: (kind: Kind) => string) =>
		(rows ?? []).flatMap(({ groups, units, own, joined, work }) => {
			const here: Is = (kind) => groups.includes(groupOf(kind));
			return [
				{ is: here, value: units },
				{ is: (kind: Kind) => here(kind) && kind.standing === "own", value: own },
				{ is: (kind: Kind) => here(kind) && isJoined(kind), value: joined },
				{ is: (kind: Kind) => here(kind) && kind.standing !== "nothing", value: work },
			];
		});
	return [
		...table(file.total && [{ ...file.total, groups: ["district"] }], () => "district"),
		...table(file.streets, ({ street }) => street),
		...table(file.kinds, ({ kind }) => kind),
		...(file.forms ?? []).map(({ forms, units }) => ({
			is: (kind: Kind) => isOrganised(kind) && forms.includes(kind.form),
			value: units,
		})),
		...(file.should
			? [
					{ is: ({ should }: Kind) => should, value: file.should.units },
					{ is: (kind: Kind) => kind.should && isOrganised(kind), value: file.should.built },
				]
			: []),
	];
}

/** Numbers that are not sums over units get columns of their own, named here. */
const jointOrganisations = (quarter: number) => `joint ${quarter}`;
const starred = (quarter: number, level: string) => `stars ${quarter} ${level}`;
const unrated = (quarter: number) => `unrated ${quarter}`;

export class Attacker {
	readonly #movements: readonly Movement[];
	/** Movement → its column: those that no published number tells apart share one. */
	readonly #columnOf: readonly number[];
	readonly #names = new Map<string, number>();
	readonly #solutions: Solutions;

	/** @param movements what the reader holds possible. */
	constructor(files: readonly Statistics[], movements: readonly Movement[]) {
		this.#movements = movements;
		const known = files.flatMap((file, quarter) =>
			sums(file).map(({ is, value }) => ({ is, value, quarter })),
		);
		const inside = ({ is, quarter }: (typeof known)[number], { from, to }: Movement) => {
			const kind = quarter === 0 ? from : to;
			return kind !== null && is(kind);
		};
		const isOwn = (quarter: number) => ({
			is: ({ standing }: Kind) => standing === "own",
			value: 0,
			quarter,
		});
		const isJoint = (quarter: number) => ({
			is: ({ form }: Kind) => JOINT.includes(form),
			value: 0,
			quarter,
		});
		const told = [...known, ...files.flatMap((_, quarter) => [isOwn(quarter), isJoint(quarter)])];
		const signatures = movements.map((movement) =>
			told.map((sum) => (inside(sum, movement) ? 1 : 0)).join(""),
		);
		const columns = new Map([...new Set(signatures)].map((signature, at) => [signature, at]));
		this.#columnOf = signatures.map((signature) => columns.get(signature) ?? 0);
		let width = columns.size;
		const named = (name: string) => {
			const at = this.#names.get(name) ?? width++;
			this.#names.set(name, at);
			return at;
		};
		const columnsOf = (sum: (typeof known)[number]) => [
			...new Set(this.#columnOf.filter((_, at) => inside(sum, movements[at] ?? { from: null, to: null }))),
		];
		const equations: Equation[] = known.map((sum) => ({ columns: columnsOf(sum), value: sum.value }));
		for (const [quarter, { organisations, stars }] of files.entries()) {
			const joint = named(jointOrganisations(quarter));
			// A joint organisation has at least one unit.
			equations.push({
				columns: [joint, named(`more units than organisations ${quarter}`)],
				minus: columnsOf(isJoint(quarter)),
				value: 0,
			});
			if (organisations !== null)
				equations.push({ columns: [...columnsOf(isOwn(quarter)), joint], value: organisations });
			for (const row of stars ?? [])
				equations.push({
					columns: row.levels.map((level) => named(starred(quarter, level))),
					value: row.organisations,
				});
			const levels = (stars ?? []).flatMap((row) => row.levels);
			const rated = (stars ?? []).reduce((sum, row) => sum + row.organisations, 0);
			if (organisations !== null && stars !== null && rated <= organisations)
				equations.push({
					columns: [...levels.map((level) => named(starred(quarter, level))), named(unrated(quarter))],
					value: organisations,
				});
		}
		this.#solutions = new Solutions(width, equations);
		this.#width = width;
	}
	readonly #width: number;

	/** What the reader can say for certain about a question; null when several answers are possible. */
	answer({ about }: Pick<Question, "about">): number | null {
		const low = new Float64Array(this.#width).fill(1, 0, Math.max(-1, ...this.#columnOf) + 1);
		const high = new Float64Array(this.#width);
		for (const [at, movement] of this.#movements.entries()) {
			const column = this.#columnOf[at] ?? 0;
			if (about(movement)) high[column] = 1;
			else low[column] = 0;
		}
		return this.#certain(low, high);
	}

	/** The number of joint organisations, of organisations with some stars, or of those without, when it is certain. */
	answerNamed(name: string): number | null {
		const column = this.#names.get(name);
		if (column === undefined) return null;
		const weights = new Float64Array(this.#width);
		weights[column] = 1;
		return this.#certain(weights, weights);
	}

	#certain(low: Float64Array, high: Float64Array): number | null {
		const least = Math.ceil(this.#solutions.smallest(low) - 1e-6);
		const most = Math.floor(this.#solutions.largest(high) + 1e-6);
		return least === most ? least : null;
	}
}

export const NAMES = { jointOrganisations, starred, unrated };
