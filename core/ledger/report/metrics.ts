import { coverageMetrics } from "./coverage-metrics.ts";
import { formationMetrics } from "./formation-metrics.ts";
import type { ReportInput } from "./input.ts";
import { MetricTable } from "./metric.ts";
import { problemMetrics } from "./problem-metrics.ts";
import { qualityMetrics } from "./quality-metrics.ts";
import { surveyMetrics } from "./survey-metrics.ts";

/** Every number the report may use. */
export function computeMetrics(input: ReportInput): MetricTable {
	const table = new MetricTable();
	surveyMetrics(table, input);
	coverageMetrics(table, input);
	formationMetrics(table, input);
	qualityMetrics(table, input);
	problemMetrics(table, input);
	return table;
}
