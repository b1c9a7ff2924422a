import type { ReportInput } from "./input.ts";
import type { Metric, MetricTable } from "./metric.ts";

/** `manifest.json`: how each number of a report came about. */
export interface Manifest {
	readonly version: 1;
	readonly quarter: string;
	readonly asOf: string;
	/** Whether the data is the demonstration ledger. */
	readonly sample: boolean;
	/** SHA-256 over every revision counted, this quarter's and the one before. */
	readonly snapshotHash: string;
	/** End of the audit chain when the report was made. */
	readonly auditHead: { readonly seq: number; readonly hash: string };
	readonly registerDate: string | null;
	/** SHA-256 of the Markdown outside the slots, to notice later edits there. */
	readonly textHash: string;
	readonly metrics: readonly Metric[];
}

export function manifestOf(input: ReportInput, metrics: MetricTable, textHash: string): Manifest {
	const { quarter, asOf, sample, snapshotHash, auditHead, snapshot } = input;
	const { registerDate } = snapshot;
	return {
		version: 1,
		quarter,
		asOf,
		sample,
		snapshotHash,
		auditHead,
		registerDate,
		textHash,
		metrics: metrics.all(),
	};
}
