import { cellEdges } from "./cells.ts";
import { anyHolds, type CompiledTable } from "./compile.ts";
import { derive } from "./derive.ts";
import { visitParts } from "./partition.ts";
import type { Profile } from "./profile.ts";
import { CHOICES, isChoiceQuantity, type Quantities, type Quantity } from "./quantities.ts";

/** A decision graph, computed from the table and therefore never out of step with it. */
export type GraphNode =
	| { readonly kind: "row"; readonly row: string }
	| {
			readonly kind: "question";
			readonly quantity: Quantity;
			readonly branches: readonly GraphBranch[];
	  };

/** Answers that lead to the same place. */
export interface GraphBranch {
	/** Answers of a closed list, or one band of numbers; `null` is an unknown number. */
	readonly answers: readonly GraphAnswer[];
	readonly node: GraphNode;
}
export type GraphAnswer =
	| { readonly kind: "value"; readonly value: string }
	| { readonly kind: "band"; readonly from: number; readonly to: number }
	| { readonly kind: "unknown" };

interface Situation {
	readonly row: string;
	/** Answer number of each quantity, in the order of `ALL`. */
	readonly answers: readonly number[];
}

/**
 * Asked first, in this order. A gate only lets through: answers that settle the matter
 * at once leave here, all others go on together.
 */
const GATES: readonly Quantity[] = ["orgKind", "ended", "fullMembers"];
/** After the gates this comes first, then always the quantity that most of the remaining rows speak of. */
const FIRST: Quantity = "existing";
const OTHERS: readonly Quantity[] = [
	"existing",
	"task",
	"here",
	"membersHere",
	"membersWorking",
	"durationMonths",
	"transferable",
	"jointFull",
	"best",
];

const ALL: readonly Quantity[] = [...GATES, ...OTHERS];

/** Builds the graph of a table that is known to be complete. */
export function decisionGraph(table: CompiledTable): GraphNode {
	const answers = new Map(ALL.map((quantity) => [quantity, answersOf(table, quantity)] as const));
	return grow(situations(table, answers), {
		quantities: ALL,
		gates: GATES,
		answers,
		mentioned: mentions(table),
	});
}

/** All kinds of input, each with the row it falls on. */
function situations(
	table: CompiledTable,
	answers: ReadonlyMap<Quantity, readonly GraphAnswer[]>,
): Situation[] {
	const found = new Map<number, Situation & { readonly profile: Partial<Profile> }>();
	const lists = [...answers].map(([quantity, list]) => [quantity, list.length + 1, numbering(list)] as const);
	const add = (profile: Partial<Profile>, quantities: Quantities, place: number) => {
		let key = place + 1;
		const numbers = lists.map(([quantity, many, numberOf]) => {
			const number = numberOf(quantities[quantity]);
			key = key * many + number + 1;
			return number;
		});
		if (!found.has(key)) found.set(key, { row: table.rows[place]?.row.id ?? "", answers: numbers, profile });
	};
	visitParts([table], (part) => {
		const profile = part.profile();
		add(profile, derive(profile, table.supportOrder), part.hits[0]?.[0] ?? -1);
		return true;
	});
	// A part stands for all values that no rule tells apart; the graph names each of them.
	for (const { profile } of [...found.values()]) {
		for (const slot of ["durationMonths", "jointFull"] as const) {
			for (const answer of answers.get(slot) ?? []) {
				const variant = { ...profile, [slot]: answer.kind === "band" ? answer.from : null };
				const quantities = derive(variant, table.supportOrder);
				const place = table.rows.findIndex(({ conjunctions }) => anyHolds(conjunctions, quantities));
				add(variant, quantities, place);
			}
		}
	}
	return [...found.values()];
}

function answersOf(table: CompiledTable, quantity: Quantity): GraphAnswer[] {
	if (isChoiceQuantity(quantity)) {
		return CHOICES[quantity].map((value) => ({ kind: "value", value }) as const);
	}
	const edges = table.rows.flatMap(({ conjunctions }) =>
		conjunctions.flat().flatMap(([name, cell]) => (name === quantity ? cellEdges(cell) : [])),
	);
	const starts = [...new Set([0, ...edges])].sort((a, b) => a - b);
	const bands = starts.map((from, at) => ({ kind: "band", from, to: starts[at + 1] ?? Infinity }) as const);
	return [{ kind: "unknown" }, ...bands];
}

/** Tells the number of the answer that a value is; each value is looked for once, because hundreds of thousands ask. */
function numbering(list: readonly GraphAnswer[]): (value: string | number | null) => number {
	const known = new Map<string | number | null, number>();
	return (value) => {
		let number = known.get(value);
		if (number === undefined) {
			number = list.findIndex((answer) => {
				if (answer.kind === "value") return answer.value === value;
				if (answer.kind === "unknown") return value === null;
				return typeof value === "number" && value >= answer.from && value < answer.to;
			});
			known.set(value, number);
		}
		return number;
	};
}

/** For each row, the quantities its own conditions speak of. */
function mentions(table: CompiledTable): ReadonlyMap<string, ReadonlySet<string>> {
	return new Map(
		table.rows.map(({ row }) => [row.id, new Set(row.when.flatMap((one) => Object.keys(one)))] as const),
	);
}

interface Growth {
	/** Quantities that may still be asked for. */
	readonly quantities: readonly Quantity[];
	/** Gates not passed yet. */
	readonly gates: readonly Quantity[];
	readonly answers: ReadonlyMap<Quantity, readonly GraphAnswer[]>;
	readonly mentioned: ReadonlyMap<string, ReadonlySet<string>>;
}

function grow(here: readonly Situation[], growth: Growth): GraphNode {
	const { quantities, gates, answers, mentioned } = growth;
	const rows = [...new Set(here.map((situation) => situation.row))];
	const [only] = rows;
	if (only !== undefined && rows.length === 1) return { kind: "row", row: only };
	const weight = (quantity: Quantity) => rows.filter((row) => mentioned.get(row)?.has(quantity)).length;
	const useful = quantities.filter((quantity) => weight(quantity) > 0);
	const gate = gates.find((one) => quantities.includes(one));
	const [chosen] = gate
		? [gate]
		: useful.includes(FIRST)
			? [FIRST]
			: [...useful].sort((a, b) => weight(b) - weight(a));
	if (chosen === undefined) throw new Error(`rows ${rows.join()} cannot be told apart`);
	const groups = Map.groupBy(here, (situation) => situation.answers[ALL.indexOf(chosen)] ?? -1);
	if (gate) return pass(gate, groups, { ...growth, gates: gates.filter((one) => one !== gate) });
	const rest = quantities.filter((quantity) => quantity !== chosen);
	const branches: { answers: GraphAnswer[]; node: GraphNode; key: string }[] = [];
	for (const [number, group] of [...groups].sort((a, b) => a[0] - b[0])) {
		const answer = answers.get(chosen)?.[number];
		if (!answer) continue;
		const node = grow(group, { ...growth, quantities: rest });
		const key = JSON.stringify(node);
		const same = branches.find((branch) => branch.key === key);
		if (same) same.answers = join(same.answers, answer);
		else branches.push({ answers: [answer], node, key });
	}
	const [single] = branches;
	// All answers lead to the same place: the question need not be asked.
	if (single && branches.length === 1) return single.node;
	return {
		kind: "question",
		quantity: chosen,
		branches: branches.map((branch) => ({ answers: branch.answers, node: branch.node })),
	};
}

/** A gate: answers with a single row leave, the others go on as one branch and may be told apart later. */
function pass(gate: Quantity, groups: ReadonlyMap<number, readonly Situation[]>, growth: Growth): GraphNode {
	const leaving: GraphBranch[] = [];
	const going: { answers: GraphAnswer[]; situations: Situation[] } = { answers: [], situations: [] };
	for (const [number, group] of [...groups].sort((a, b) => a[0] - b[0])) {
		const answer = growth.answers.get(gate)?.[number];
		if (!answer) continue;
		const rows = new Set(group.map((situation) => situation.row));
		const [row] = rows;
		if (row !== undefined && rows.size === 1) leaving.push({ answers: [answer], node: { kind: "row", row } });
		else {
			going.answers = join(going.answers, answer);
			going.situations.push(...group);
		}
	}
	const node = grow(going.situations, growth);
	if (leaving.length === 0) return node;
	return { kind: "question", quantity: gate, branches: [...leaving, { answers: going.answers, node }] };
}

/** Adds an answer; a band that continues the last one is joined with it. */
function join(answers: readonly GraphAnswer[], answer: GraphAnswer): GraphAnswer[] {
	const last = answers.at(-1);
	if (last?.kind === "band" && answer.kind === "band" && last.to === answer.from) {
		return [...answers.slice(0, -1), { ...last, to: answer.to }];
	}
	return [...answers, answer];
}
