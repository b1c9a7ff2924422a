import { z } from "zod";
import { isoDate, line } from "./common.ts";
import { LEARNT_CLASSES } from "./vocabulary.ts";

/** Classes of words in which questions that are refused are put (`office/refusals.yaml`). */
export const REFUSAL_CLASSES = [
	"plain",
	"person",
	"people",
	"who",
	"status",
	"probation",
	"full",
	"detail",
	"roster",
	"contact",
	"whether",
	"doubt",
	"must",
	"know",
	"handover",
	"covert",
	"forme",
	"proper",
	"blank",
	"self",
	"forge",
	"fake",
	"evade",
	"unheld",
	"absent",
	"supply",
	"blunt",
	"request",
	"own",
	"issued",
	"record",
	"figure",
	"date",
	"backward",
	"upward",
	"borrow",
	"lend",
	"bribe",
	"against",
	"accuse",
	"override",
	"rule",
	"norm",
	"internal",
	"breach",
	"emit",
	"persona",
	"official",
	"only",
	"say",
	"verdict",
	"leader",
	"politics",
	"soft",
	"judge",
	"cynical",
	"party",
	"revolt",
	"cope",
] as const;
export type RefusalClass = (typeof REFUSAL_CLASSES)[number];

/** Words separated by spaces. */
const words = z
	.string()
	.trim()
	.min(1)
	.regex(/^[^A-Z，。、！？]+$/, "用空格隔开词，不写标点和大写字母");

/** `office/refusals.yaml`. */
export const refusalsFile = z.strictObject({
	asOf: isoDate,
	words: z
		.strictObject(
			Object.fromEntries(REFUSAL_CLASSES.map((name) => [name, words])) as Record<RefusalClass, typeof words>,
		)
		.superRefine((lists, context) => {
			const seen = new Map<string, RefusalClass>();
			for (const name of REFUSAL_CLASSES) {
				for (const word of lists[name].split(/\s+/)) {
					const other = seen.get(word);
					if (other !== undefined) {
						context.addIssue({
							code: "custom",
							path: [name],
							message: `“${word}”已经在 ${other} 里，一个词只能放在一类里，删去其中一处`,
						});
					}
					seen.set(word, name);
				}
			}
		}),
});
export type RefusalWords = Readonly<Record<RefusalClass, string>>;

const examples = z.array(line(2, 200)).min(1);

/** `office/refused.yaml`: questions that are refused, and such as only look like them. */
export const refusedFile = z.strictObject({
	asOf: isoDate,
	refused: z
		.strictObject(
			Object.fromEntries(LEARNT_CLASSES.map((name) => [name, examples])) as Record<
				(typeof LEARNT_CLASSES)[number],
				typeof examples
			>,
		)
		.superRefine((refused, context) => {
			const seen = new Map<string, string>();
			for (const name of LEARNT_CLASSES) {
				for (const question of refused[name]) {
					const other = seen.get(question);
					if (other !== undefined) {
						context.addIssue({
							code: "custom",
							path: [name],
							message: `“${question}”在 ${other} 下面也有，一句话只放在一类下`,
						});
					}
					seen.set(question, name);
				}
			}
		}),
});
export type Refused = z.infer<typeof refusedFile>["refused"];
