import { z } from "zod";
import { isoDate } from "./common.ts";

/** Digits outside `{{…}}`: every number of the report must be computed or entered. */
const DIGIT = /[0-9０-９]/;
const PLACEHOLDER = /\{\{[a-z0-9._-]+\}\}/g;

/** Text of the report with placeholders for metrics. Numbers are written as `{{metric}}`, never as digits. */
const template = (least: number, most: number) =>
	z
		.string()
		.min(least)
		.max(most)
		.refine((text) => !DIGIT.test(text.replaceAll(PLACEHOLDER, "")), {
			message: "这里不能直接写阿拉伯数字：数字用 {{指标}} 引用，“三名以上”这类规定用汉字",
		})
		.refine((text) => !/\{\{|\}\}/.test(text.replaceAll(PLACEHOLDER, "")), {
			message: "{{ }} 要成对，里面只写指标的标识",
		});

/** Tables the report knows how to build. */
export const REPORT_TABLES = ["streets", "forms", "trainings", "reasons", "tasks"] as const;

const block = z.union([
	z.strictObject({ text: template(2, 600) }),
	z.strictObject({
		/** Name of a place where staff write; their text is found again by it. Never rename. */
		slot: z.string().regex(/^[a-z][a-z0-9-]*$/),
		/** What belongs there. */
		hint: template(4, 120),
	}),
	z.strictObject({ table: z.enum(REPORT_TABLES) }),
]);

const part = z.strictObject({ heading: template(2, 40), blocks: z.array(block).min(1) });

/** `office/report.yaml`: wording of the quarterly report. */
export const reportFile = z.strictObject({
	asOf: isoDate,
	title: template(4, 40),
	/** Line under the title. */
	subtitle: template(2, 80),
	/** Printed under the title when the data is the demonstration ledger. */
	sampleNote: template(4, 120),
	opening: template(10, 600),
	sections: z.array(z.strictObject({ heading: template(2, 30), parts: z.array(part).min(1) })).length(3),
	/** How the numbers were made, at the end. */
	dataNote: z.array(template(4, 300)).min(1),
	/** Column heads of each table. */
	tables: z.record(z.enum(REPORT_TABLES), z.array(template(1, 16)).min(2)),
	/** 下步打算 as a table: what, how many units, who leads, until when. */
	tasks: z
		.array(
			z.strictObject({
				task: template(4, 80),
				/** Metric that says how many units it concerns. */
				units: z.string().regex(/^[a-z0-9._-]+$/),
				lead: template(2, 40),
				/** Metric with the date. */
				due: z.enum(["next-period-end", "next-period-middle"]),
			}),
		)
		.min(1),
	/** Printed for a figure nobody entered yet; `{label}` is its name. */
	missing: z.string().includes("{label}"),
	/** Printed in an empty table. */
	none: template(1, 20),
});
export type ReportWording = z.infer<typeof reportFile>;
