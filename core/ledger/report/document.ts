/** A report before it becomes Markdown or DOCX: every run says whether its digits may be trusted. */

/** A stretch of text: wording, a number, or a figure that is still to be entered. */
export interface ReportRun {
	readonly kind: "wording" | "metric" | "missing";
	readonly text: string;
	/** Metric the text comes from; absent for wording. */
	readonly metric?: string;
}

export type ReportBlock =
	| { readonly kind: "heading"; readonly level: 2 | 3; readonly runs: readonly ReportRun[] }
	| { readonly kind: "paragraph"; readonly runs: readonly ReportRun[] }
	| {
			readonly kind: "table";
			readonly head: readonly (readonly ReportRun[])[];
			readonly rows: readonly (readonly (readonly ReportRun[])[])[];
	  }
	/** A place where staff write. */
	| { readonly kind: "slot"; readonly id: string; readonly hint: string };

export interface ReportDocument {
	readonly title: readonly ReportRun[];
	readonly subtitle: readonly ReportRun[];
	readonly blocks: readonly ReportBlock[];
}

export const textOf = (runs: readonly ReportRun[]): string => runs.map(({ text }) => text).join("");
