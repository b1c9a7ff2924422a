import { z } from "zod";
import { change, isoDate, line, slug } from "./common.ts";

/** Programme a course belongs to. */
export const PROGRAMMES = ["induction", "rotation", "going-out", "inviting-in", "demonstration"] as const;
export type Programme = (typeof PROGRAMMES)[number];
export const PROGRAMME_LABELS: Readonly<Record<Programme, string>> = {
	induction: "任职培训",
	rotation: "全员轮训",
	"going-out": "走出去",
	"inviting-in": "请进来",
	demonstration: "示范培训",
};

/** How a session is taught. */
export const METHODS = ["lecture", "site-visit", "seminar", "simulation"] as const;
export type Method = (typeof METHODS)[number];
export const METHOD_LABELS: Readonly<Record<Method, string>> = {
	lecture: "专题讲座",
	"site-visit": "现场观摩",
	seminar: "专题研讨",
	simulation: "模拟演练",
};

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时间应写成 09:00 这样的24小时制");

/** Front matter of `content/training/<slug>.mdx`. */
export const course = z.strictObject({
	/** Course title. */
	title: line(4, 30),
	/** What participants learn, one sentence. */
	goal: line(10, 100),
	/** Programme. */
	programme: z.enum(PROGRAMMES),
	/** Who takes part. */
	audience: line(2, 60),
	/** Learning hours in total; the sum of the sessions' hours. */
	hours: z.number().positive(),
	/** Venue. */
	place: line(2, 60),
	/** Places available, if limited. */
	seats: z.number().int().positive().optional(),
	/** How and by when to register. */
	registration: z.strictObject({ deadline: isoDate, how: line(4, 60) }),
	/** Timetable. Times are Asia/Shanghai. */
	sessions: z
		.array(
			z.strictObject({
				date: isoDate,
				from: clock,
				to: clock,
				title: line(2, 40),
				method: z.enum(METHODS),
				hours: z.number().positive(),
			}),
		)
		.min(1),
	/** What participants can do afterwards. */
	outcomes: z.array(line(4, 60)).min(1),
	/** Documents handed out: slugs in `content/documents`. */
	materials: z.array(slug).min(1),
	/** Related guides. */
	guides: z.array(slug).default([]),
	/** The programme on this site is an example. */
	example: z.literal(true),
	/** Day the text was checked. */
	asOf: isoDate,
	/** What changed when, newest first. */
	changes: z.array(change).min(1),
});
export type Course = z.infer<typeof course>;
