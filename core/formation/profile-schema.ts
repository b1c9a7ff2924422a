import { z } from "zod";
import type { Profile } from "./profile.ts";
import { CHOICES } from "./quantities.ts";

const count = z
	.number({ error: "应是数字，例如 3；不知道就写 null" })
	.int("应是整数")
	.min(0, "不能是负数")
	.max(1_000_000, "数字太大，请核对")
	.nullable()
	.default(null);
const choice = <T extends string>(values: readonly [T, ...T[]]) =>
	z
		.enum(values, { error: `只能是 ${values.join("、")}，不知道就写 null` })
		.nullable()
		.default(null);

/** Slots as they come from outside; missing or `null` means not stated. `id` is handed back. */
export const profileLine = z.strictObject(
	{
		id: z.union([z.string(), z.number()], { error: "应是文字或数字" }).optional(),
		orgKind: choice(CHOICES.orgKind),
		task: choice(CHOICES.task),
		existing: choice(CHOICES.existing),
		fullMembers: count,
		probationary: count,
		relationElsewhere: count,
		transferable: choice(CHOICES.transferable),
		durationMonths: z
			.number({ error: "应是数字，单位是月；不知道就写 null" })
			.min(0, "不能是负数")
			.max(1200, "单位是月，请核对")
			.nullable()
			.default(null),
		support: z
			.array(z.enum(["area", "industry", "lead", "host"], { error: "只能是 area、industry、lead、host" }), {
				error: '应是列表，例如 ["area"]；都没有写 []，不知道写 null',
			})
			.nullable()
			.default(null),
		jointFull: count,
		taskEnded: z.boolean({ error: "只能是 true 或 false" }).nullable().default(null),
	},
	{ error: '每行应是一个 JSON 对象，例如 {"fullMembers":3}' },
) satisfies z.ZodType<Profile>;
