import type { RegisterUnit } from "../../core/ledger/register.ts";
import { registerUnitSchema } from "../../core/ledger/register-schema.ts";
import type { Office } from "../ledger/office.ts";
import type { Grid } from "./cell.ts";
import { type KnownColumn, readTable } from "./columns.ts";
import { cellProblem, type RowProblem, rowProblem } from "./problem.ts";
import { headingOf, readerOf } from "./survey-columns.ts";

/** Field of the register → field of the survey that has its label, headings and words. */
const FIELDS = {
	orgCode: "orgCode",
	orgName: "orgName",
	orgKind: "orgKind",
	streetCode: "streetCode",
	status: "operatingStatus",
} as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as readonly Field[];

/** A row of a register file. */
export interface RegisterRow {
	readonly number: number;
	/** Null when something is wrong. */
	readonly unit: RegisterUnit | null;
	readonly problems: readonly RowProblem[];
}

function columns(office: Office): readonly KnownColumn[] {
	return NAMES.map((field) => ({
		field,
		label: headingOf(FIELDS[field], office),
		headings: office.spreadsheet.headings[FIELDS[field]] ?? [],
	}));
}

/**
 * Reads a list of registered units as a registration authority hands it over.
 * @throws SpreadsheetError when the heading cannot be understood.
 */
export function readRegisterRows(
	grid: Grid,
	office: Office,
): { readonly rows: readonly RegisterRow[]; readonly ignored: readonly string[] } {
	const table = readTable(grid, columns(office), NAMES);
	const readers = NAMES.map((field) => [field, readerOf(FIELDS[field], office)] as const);
	const seen = new Map<string, number>();
	const rows = table.rows.map(({ number, cell: cellOf, merged }): RegisterRow => {
		const problems: RowProblem[] = merged ? [rowProblem("merged", office)] : [];
		const read: Record<string, unknown> = {};
		for (const [field, reader] of readers) {
			const cell = cellOf(field);
			const result = cell === undefined ? ({ ok: false, code: "required" } as const) : reader(cell);
			if (result.ok) read[field] = result.value;
			else problems.push(cellProblem(field, headingOf(FIELDS[field], office), result, office));
		}
		if (typeof read["orgCode"] === "string") {
			const first = seen.get(read["orgCode"]);
			if (first !== undefined) problems.push(rowProblem("duplicate-code", office, { row: first }));
			else seen.set(read["orgCode"], number);
		}
		const parsed = registerUnitSchema.safeParse(read);
		if (problems.length === 0 && !parsed.success) problems.push(rowProblem("name", office));
		return { number, unit: problems.length === 0 && parsed.success ? parsed.data : null, problems };
	});
	return { rows, ignored: table.ignored };
}
