import { z } from "zod";
import { isoDate } from "./common.ts";

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
