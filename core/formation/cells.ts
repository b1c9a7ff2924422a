import {
	CHOICES,
	type ChoiceQuantity,
	isChoiceQuantity,
	isNumberQuantity,
	NUMBERS,
	type Quantity,
} from "./quantities.ts";

/** A cell as staff write it: `[a, b]`, or a text such as `"<6 or unknown"`. */
export type RawCell = string | readonly (string | boolean | null)[];

/** An interval of numbers; `from` belongs to it, `to` only when it is not `open`. */
export interface Range {
	readonly from: number;
	readonly to: number;
	readonly open: boolean;
}

/** A parsed cell. */
export type Cell =
	| { readonly kind: "set"; readonly values: readonly string[] }
	| { readonly kind: "number"; readonly ranges: readonly Range[]; readonly unknown: boolean };

/** A cell that cannot be read. The message is for the person who edits the table. */
export class CellError extends Error {
	override readonly name = "CellError";
}

const FORMS = "可写 <6、>=3、3..6、known（已知）、unknown（未说明），用 or 连接";

/**
 * Reads one cell.
 * @throws CellError in Chinese, saying what may be written.
 */
export function parseCell(quantity: string, raw: RawCell): Cell {
	if (isChoiceQuantity(quantity)) return parseSet(quantity, raw);
	if (isNumberQuantity(quantity)) return parseNumber(quantity, raw);
	throw new CellError(
		`没有“${quantity}”这个项目；可用的有：${[...Object.keys(CHOICES), ...NUMBERS].join("、")}`,
	);
}

function parseSet(quantity: ChoiceQuantity, raw: RawCell): Cell {
	const allowed: readonly string[] = CHOICES[quantity];
	if (!Array.isArray(raw)) {
		throw new CellError(`“${quantity}”要写成方括号集合，例如 [${allowed.slice(0, 2).join(", ")}]`);
	}
	const values = (raw as readonly unknown[]).map(String);
	for (const value of values) {
		if (allowed.includes(value)) continue;
		const hint = quantity === "transferable" && value === "false" ? '；值 no 要加引号写成 "no"' : "";
		throw new CellError(`“${quantity}”没有“${value}”这个值；可用的有：${allowed.join("、")}${hint}`);
	}
	if (new Set(values).size < values.length) throw new CellError(`“${quantity}”的集合里有重复的值`);
	return { kind: "set", values };
}

function parseNumber(quantity: string, raw: RawCell): Cell {
	if (typeof raw !== "string") throw new CellError(`“${quantity}”是数字项目，不能写集合；${FORMS}`);
	const ranges: Range[] = [];
	let unknown = false;
	for (const part of raw.split(/\s+or\s+/)) {
		const text = part.trim();
		const below = /^<\s*(\d+)$/.exec(text);
		const from = /^>=\s*(\d+)$/.exec(text);
		const between = /^(\d+)\s*\.\.\s*(\d+)$/.exec(text);
		if (text === "unknown") unknown = true;
		else if (text === "known") ranges.push({ from: 0, to: Infinity, open: true });
		else if (below) ranges.push({ from: 0, to: Number(below[1]), open: true });
		else if (from) ranges.push({ from: Number(from[1]), to: Infinity, open: true });
		else if (between) {
			const range = { from: Number(between[1]), to: Number(between[2]), open: false };
			if (range.from > range.to) throw new CellError(`“${quantity}”的范围“${text}”前大后小，请对调`);
			ranges.push(range);
		} else throw new CellError(`看不懂“${quantity}”的条件“${text}”；${FORMS}`);
	}
	return { kind: "number", ranges, unknown };
}

/** Whether `value` satisfies the cell; `null` is an unknown number. */
export function cellHolds(cell: Cell, value: string | number | null): boolean {
	if (cell.kind === "set") return cell.values.includes(value as string);
	if (value === null) return cell.unknown;
	const number = value as number;
	return cell.ranges.some(
		(range) => number >= range.from && (range.open ? number < range.to : number <= range.to),
	);
}

/**
 * Smallest whole numbers at which the cell may change its answer: bands between
 * them behave alike. `3..6` changes at 3 and, for whole persons, at 7.
 */
export function cellEdges(cell: Cell): number[] {
	if (cell.kind === "set") return [];
	return cell.ranges.flatMap((range) => {
		const end = range.open ? range.to : range.to + 1;
		return [range.from, end].filter((edge) => Number.isFinite(edge));
	});
}

/** One parsed conjunction: all cells must hold. */
export type Conjunction = readonly (readonly [Quantity, Cell])[];

/** Parses a conjunction. @throws CellError */
export function parseConjunction(raw: Readonly<Record<string, RawCell>>): Conjunction {
	return Object.entries(raw).map(([name, cell]) => [name as Quantity, parseCell(name, cell)] as const);
}
