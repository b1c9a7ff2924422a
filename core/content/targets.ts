import { z } from "zod";
import { isoDate, line, slug } from "./common.ts";

/** What a target may be set for; each has a computed actual value. */
export const TARGET_MEASURES = [
	/** 排查核实率: active registered units with a verified survey, per cent. */
	"verified",
	/** 组织覆盖率, per cent. */
	"coverage",
	/** 工作覆盖率, per cent. */
	"work",
	/** 应建已建率, per cent. */
	"should",
	/** 新建党组织数: organisations established in the quarter. */
	"newOrganisations",
] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];

/** `office/targets.yaml`: what the streets signed for (目标责任书). */
export const targetsFile = z.strictObject({
	asOf: isoDate,
	/** Paper the targets are taken from. */
	source: line(4, 80),
	/** Whether these are examples and no real targets. */
	sample: z.boolean(),
	/** Measure → its name as printed. */
	measures: z.record(z.enum(TARGET_MEASURES), line(2, 16)),
	targets: z.array(
		z.strictObject({
			quarter: z.string().regex(/^20\d{2}-Q[1-4]$/, "季度写成 2026-Q3"),
			street: slug,
			/** Per cent, or a number of organisations. */
			values: z.partialRecord(z.enum(TARGET_MEASURES), z.number().min(0).max(1000)),
		}),
	),
});
export type Targets = z.infer<typeof targetsFile>;
