import type { FormationFile } from "../content/rules.ts";
import { OUTCOME_CODES } from "../content/vocabulary.ts";
import { CHOICES, isChoiceQuantity } from "./quantities.ts";

/** A table that differs from the published one in one cell. */
export interface Mutant {
	/** Where and what, e.g. `R30.1 here ">=3" → ">=4"`. */
	readonly name: string;
	readonly file: FormationFile;
}

type RawCell = FormationFile["rows"][number]["when"][number][string];

/** Every table that differs in one cell of a row or scope, or in the conclusion of one row. */
export function mutants(file: FormationFile): Mutant[] {
	const found: Mutant[] = [];
	const add = (name: string, change: (copy: FormationFile) => void) => {
		const copy = structuredClone(file);
		change(copy);
		found.push({ name, file: copy });
	};
	const cells = (
		place: string,
		conjunction: Readonly<Record<string, RawCell>>,
		write: (copy: FormationFile, cells: Record<string, RawCell>) => void,
	) => {
		for (const [quantity, raw] of Object.entries(conjunction)) {
			const { [quantity]: _dropped, ...rest } = conjunction;
			add(`${place} ${quantity} dropped`, (copy) => write(copy, rest));
			for (const other of variants(quantity, raw)) {
				add(`${place} ${quantity} ${JSON.stringify(raw)} → ${JSON.stringify(other)}`, (copy) =>
					write(copy, { ...conjunction, [quantity]: other }),
				);
			}
		}
	};
	for (const [name, scope] of Object.entries(file.scopes)) {
		cells(`scope ${name}`, scope, (copy, value) => {
			copy.scopes[name] = value;
		});
	}
	file.rows.forEach((row, at) => {
		row.when.forEach((conjunction, which) => {
			cells(`${row.id}.${which + 1}`, conjunction, (copy, value) => {
				const when = copy.rows[at]?.when;
				if (when) when[which] = value;
			});
		});
		for (const outcome of [...OUTCOME_CODES, "ask"] as const) {
			if (outcome === row.outcome) continue;
			add(`${row.id} outcome ${row.outcome} → ${outcome}`, (copy) => {
				const changed = copy.rows[at];
				if (!changed) return;
				changed.outcome = outcome;
				if (outcome === "ask") changed.ask = "support";
				else delete changed.ask;
			});
		}
		for (const ask of ["fullMembers", "durationMonths", "support"] as const) {
			if (row.ask === undefined || row.ask === ask) continue;
			add(`${row.id} ask ${row.ask} → ${ask}`, (copy) => {
				const changed = copy.rows[at];
				if (changed) changed.ask = ask;
			});
		}
	});
	return found;
}

/** Other texts for a cell: one value more, one less; each number one up and one down; unknown added or removed. */
function variants(quantity: string, raw: RawCell): RawCell[] {
	if (isChoiceQuantity(quantity) && Array.isArray(raw)) {
		const values = raw.map(String);
		const all: readonly string[] = CHOICES[quantity];
		const fewer = values.length > 1 ? values.map((value) => values.filter((one) => one !== value)) : [];
		const more = all.filter((value) => !values.includes(value)).map((value) => [...values, value]);
		const others =
			values.length === 1 ? all.filter((value) => value !== values[0]).map((value) => [value]) : [];
		return [...fewer, ...more, ...others];
	}
	const text = String(raw);
	const found = new Set<string>();
	for (const match of text.matchAll(/\d+/g)) {
		for (const step of [-1, 1]) {
			const number = Number(match[0]) + step;
			const changed = text.slice(0, match.index) + number + text.slice(match.index + match[0].length);
			const bounds = /^(\d+)\.\.(\d+)$/.exec(changed);
			if (number >= 0 && !(bounds && Number(bounds[1]) > Number(bounds[2]))) found.add(changed);
		}
	}
	found.add(
		/\bunknown\b/.test(text) ? text.replace(/( or )?unknown( or )?/, "") || "known" : `${text} or unknown`,
	);
	if (text.startsWith("<")) found.add(text.replace("<", ">="));
	if (text.startsWith(">=")) found.add(text.replace(">=", "<"));
	return [...found].filter((other) => other !== text);
}
