import type { ReportWording } from "../../content/report-wording.ts";
import { FORMATION_MODES, NO_ORG_REASONS } from "../../survey/fields.ts";
import type { ReportBlock, ReportDocument, ReportRun } from "./document.ts";
import type { ReportInput } from "./input.ts";
import type { MetricTable } from "./metric.ts";

/** Content names a metric that does not exist. */
export class UnknownMetricError extends Error {
	readonly metric: string;
	constructor(metric: string) {
		super(`content/office/report.yaml 引用了不存在的指标“${metric}”。请对照清单文件里的标识改正。`);
		this.name = "UnknownMetricError";
		this.metric = metric;
	}
}

type TableName = keyof ReportWording["tables"];

/** Sets the wording of content around the computed metrics. */
export function composeReport(
	wording: ReportWording,
	metrics: MetricTable,
	input: ReportInput,
): ReportDocument {
	const fill = (template: string) => fillTemplate(template, metrics, wording.missing);
	const paragraph = (template: string): ReportBlock => ({ kind: "paragraph", runs: fill(template) });
	const table = (name: TableName): ReportBlock => {
		const rows = rowsOf(name, wording, metrics, input).map((row) => row.map(fill));
		const head = (wording.tables[name] ?? []).map(fill);
		const none = [fill(wording.none), ...head.slice(1).map(() => fill(""))];
		return { kind: "table", head, rows: rows.length > 0 ? rows : [none] };
	};
	const blocks: ReportBlock[] = [
		...(input.sample ? [paragraph(wording.sampleNote)] : []),
		paragraph(wording.opening),
	];
	for (const section of wording.sections) {
		blocks.push({ kind: "heading", level: 2, runs: fill(section.heading) });
		for (const part of section.parts) {
			blocks.push({ kind: "heading", level: 3, runs: fill(part.heading) });
			for (const block of part.blocks) {
				if ("text" in block) blocks.push(paragraph(block.text));
				else if ("table" in block) blocks.push(table(block.table));
				else blocks.push({ kind: "slot", id: block.slot, hint: block.hint });
			}
		}
	}
	blocks.push(...wording.dataNote.map(paragraph));
	return { title: fill(wording.title), subtitle: fill(wording.subtitle), blocks };
}

/** Templates of a table's cells, row by row. */
function rowsOf(
	name: TableName,
	wording: ReportWording,
	metrics: MetricTable,
	input: ReportInput,
): readonly (readonly string[])[] {
	const cells = (prefix: string, ids: readonly string[]) => ids.map((id) => `{{${prefix}${id}}}`);
	switch (name) {
		case "streets":
			return [
				...input.streets.map(({ code }) =>
					cells(`street.${code}`, ["", ".units", ".org-coverage", ".work-coverage", ".should-missing"]),
				),
				["全区", ...cells("", ["units", "org-coverage", "work-coverage", "should-missing"])],
			];
		case "forms":
			return FORMATION_MODES.filter((mode) => mode !== "none").map((mode) =>
				cells(`form.${mode}`, ["", ".units"]),
			);
		case "trainings":
			return (input.figures?.trainings ?? []).map((_, at) =>
				cells(`training.${at}`, [".on", ".title", ".way", ".participants", ".days"]),
			);
		case "reasons":
			return NO_ORG_REASONS.map((reason) => cells(`reason.${reason}`, ["", ".units", ".share"]));
		case "tasks":
			// A task that concerns nobody is not a task.
			return wording.tasks
				.filter(({ units }) => metrics.get(units)?.numerator !== 0)
				.map(({ task, units, lead, due }) => [task, `{{${units}}}`, lead, `{{${due}}}`]);
	}
}

/**
 * Replaces `{{id}}` by the metric, `{{id.n}}` and `{{id.d}}` by its numerator and denominator.
 * @throws UnknownMetricError
 */
function fillTemplate(template: string, metrics: MetricTable, missing: string): readonly ReportRun[] {
	return template
		.split(/(\{\{[^{}]+\}\})/)
		.filter((piece) => piece !== "")
		.map((piece): ReportRun => {
			if (!piece.startsWith("{{")) return { kind: "wording", text: piece };
			const name = piece.slice(2, -2);
			const whole = metrics.get(name);
			const metric = whole ?? metrics.get(name.replace(/\.[nd]$/, ""));
			if (metric === undefined) throw new UnknownMetricError(name);
			const part = name.endsWith(".n") ? metric.numerator : metric.denominator;
			const text = whole ? metric.text : part === null ? null : String(part);
			if (text === null)
				return { kind: "missing", text: missing.replace("{label}", metric.label), metric: metric.id };
			return { kind: "metric", text, metric: metric.id };
		});
}
