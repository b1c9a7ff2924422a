import { z } from "zod";
import { findPersonalData } from "../survey/personal-data.ts";
import { QUARTER_PATTERN } from "../survey/quarter.ts";
import { hasUnsafeCharacter } from "../survey/safe-text.ts";

const count = z.int().min(0).max(9_999_999);
const text = (most: number) =>
	z
		.string()
		.trim()
		.min(2)
		.max(most)
		.refine((value) => !hasUnsafeCharacter(value) && findPersonalData(value).length === 0);
/** Where a figure was taken from, e.g. the name of a paper or a system; never a person. */
const source = text(80);

/** One star level; `stars` is its number of stars. */
const starLevel = z.strictObject({ stars: z.int().min(1).max(5), organisations: count, source });

const training = z.strictObject({
	on: z.iso.date(),
	title: text(60),
	/** 请进来: held here; 走出去: visits and training elsewhere. */
	way: z.enum(["here", "away"]),
	participants: count,
	days: z.number().min(0.5).max(60),
	source,
});

/**
 * Figures the survey cannot give, entered by staff with their source: `DATA_DIR/figures/<quarter>.json`. Every part
 * may be absent: the report then says 待录入 instead of a number.
 */
export const figuresSchema = z.strictObject({
	quarter: z.string().regex(QUARTER_PATTERN),
	/** 目标责任书: streets that signed. */
	responsibility: z.strictObject({ streets: count, source }).optional(),
	/** 发展党员 of the whole district this year: denominator of the share of 两新. */
	development: z.strictObject({ districtTotal: count, asOf: z.iso.date(), source }).optional(),
	/** 星级创评 results in force. */
	stars: z
		.array(starLevel)
		.max(5)
		.refine((levels) => new Set(levels.map(({ stars }) => stars)).size === levels.length)
		.optional(),
	/** 授牌 and rewards; amounts in yuan. */
	awards: z
		.strictObject({ heldOn: z.iso.date(), rewardMin: count, rewardMax: count, source })
		.refine(({ rewardMin, rewardMax }) => rewardMin <= rewardMax)
		.optional(),
	/** 活动经费补贴 beyond the awards; yuan. */
	subsidies: z.strictObject({ organisations: count, amount: count, source }).optional(),
	trainings: z.array(training).max(200).optional(),
});
export type Figures = z.infer<typeof figuresSchema>;
