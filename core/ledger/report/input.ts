import type { Figures } from "../figures-schema.ts";
import type { Row } from "../fold.ts";
import type { Snapshot } from "../snapshot.ts";

/** Everything a report is computed from. */
export interface ReportInput {
	readonly quarter: string;
	/** Day the report speaks of: last day of the quarter, or today while it runs. */
	readonly asOf: string;
	readonly snapshot: Snapshot;
	readonly rows: readonly Row[];
	/** The quarter before. */
	readonly previous: Snapshot;
	readonly previousRows: readonly Row[];
	readonly figures: Figures | null;
	readonly streets: readonly { readonly code: string; readonly name: string }[];
	/** Field → value → label, from the survey's wording. */
	readonly labelOf: (field: string, value: string) => string;
	/** SHA-256 over every revision counted. */
	readonly snapshotHash: string;
	readonly auditHead: { readonly seq: number; readonly hash: string };
	readonly sample: boolean;
}
