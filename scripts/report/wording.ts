import { type ReportWording, reportFile } from "../../core/content/report-wording.ts";
import { computeMetrics } from "../../core/ledger/report/metrics.ts";
import { snapshotOf } from "../../core/ledger/snapshot.ts";
import { previousQuarter } from "../../core/survey/quarter.ts";
import { ContentError } from "../content/content-error.ts";
import { ContentReader } from "../content/reader.ts";
import type { Office } from "../ledger/office.ts";
import { choiceLabel } from "../ledger/words.ts";

const FILE = "office/report.yaml";

/** @throws ContentError with file, line and how to mend it. */
export function loadReportWording(root = "content"): ReportWording {
	const reader = new ContentReader(root);
	const entry = reader.yaml(reportFile, FILE);
	if (!entry) throw new ContentError(reader.problems);
	return entry.data;
}

/** Loads the wording and looks up every metric it names. @throws ContentError */
export function checkReportWording(office: Office, root = "content"): ReportWording {
	const reader = new ContentReader(root);
	const entry = reader.yaml(reportFile, FILE);
	if (!entry) throw new ContentError(reader.problems);
	const known = metricNames(office);
	const unknown = (name: string, path: readonly (string | number)[]) => {
		if (known.has(name) || known.has(name.replace(/\.[nd]$/, ""))) return;
		reader.problems.push({
			file: entry.file.file,
			line: entry.file.lineOf(path),
			what: `没有“${name}”这个指标`,
			mend: "照着上一次季度总结的清单文件 manifest.json 里的 id 改正；分子写 .n，分母写 .d",
		});
	};
	visit(entry.data, [], (text, path) => {
		for (const [, name = ""] of text.matchAll(/\{\{([^{}]+)\}\}/g)) unknown(name, path);
	});
	for (const [at, { units }] of entry.data.tasks.entries()) unknown(units, ["tasks", at, "units"]);
	if (reader.problems.length > 0) throw new ContentError(reader.problems);
	return entry.data;
}

/** Metrics every report has, whatever the ledger holds. */
function metricNames({ district, survey, ...office }: Office): ReadonlySet<string> {
	const quarter = "2026-Q3";
	const metrics = computeMetrics({
		quarter,
		asOf: "2026-09-30",
		snapshot: snapshotOf(quarter, []),
		rows: [],
		previous: snapshotOf(previousQuarter(quarter), []),
		previousRows: [],
		figures: null,
		streets: district.streets,
		labelOf: (field, value) => choiceLabel(field, value, { district, survey, ...office }),
		snapshotHash: "",
		auditHead: { seq: 0, hash: "" },
		sample: false,
	});
	return new Set(metrics.all().map(({ id }) => id));
}

/** Every text in a value with the path to it. */
function visit(
	value: unknown,
	path: readonly (string | number)[],
	see: (text: string, path: readonly (string | number)[]) => void,
): void {
	if (typeof value === "string") see(value, path);
	else if (Array.isArray(value)) for (const [at, one] of value.entries()) visit(one, [...path, at], see);
	else if (typeof value === "object" && value !== null)
		for (const [name, one] of Object.entries(value)) visit(one, [...path, name], see);
}
