import { z } from "zod";
import { isoDate, line } from "./common.ts";

/** `office/spreadsheet.yaml`: headings, values and messages of spreadsheets. */
export const spreadsheetFile = z.strictObject({
	asOf: isoDate,
	/** Name of the sheet in an export. */
	sheet: line(2, 20),
	/** Field → headings besides its label. */
	headings: z.record(z.string(), z.array(line(1, 40))),
	/** Column that the ledger sets itself → its heading. */
	meta: z.record(z.string(), line(2, 20)),
	/** Field (or `boolean`) → word → value. */
	values: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.boolean()]))),
	/** Code → what is said after the heading of the cell. */
	messages: z.record(z.string(), line(2, 120)),
});
export type SpreadsheetWording = z.infer<typeof spreadsheetFile>;
