import { z } from "zod";
import { isoDate, line } from "./common.ts";
import { REFUSED_GROUPS } from "./vocabulary.ts";

const examples = z.array(line(2, 200)).min(1);

/** `office/refused.yaml`: questions that are refused, and such as only look like them. */
export const refusedFile = z.strictObject({
	asOf: isoDate,
	refused: z
		.strictObject(
			Object.fromEntries(REFUSED_GROUPS.map((name) => [name, examples])) as Record<
				(typeof REFUSED_GROUPS)[number],
				typeof examples
			>,
		)
		.superRefine((refused, context) => {
			const seen = new Map<string, string>();
			for (const name of REFUSED_GROUPS) {
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
