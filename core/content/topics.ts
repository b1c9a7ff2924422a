import { z } from "zod";
import { isoDate, line, slug } from "./common.ts";
import { INTENTS } from "./vocabulary.ts";

/** A topic the search recognises: an entry of `office/topics.yaml`. */
export const topic = z.strictObject({
	/** Topic id; also the id of the guide that answers it. */
	id: slug,
	/** What the topic is, as printed. */
	title: line(2, 30),
	/** Intent of questions about it. */
	intent: z.enum(INTENTS),
	/**
	 * Signs of the topic in a question: groups joined by `&` that all occur, each a
	 * list of words joined by `|`; a group with `!` must not occur. A leading number
	 * and colon is the weight.
	 */
	signals: z
		.array(
			z
				.string()
				.max(600)
				.regex(/^(\d+: ?)?[^&:]+( & ?!?[^&:]+)*$/, "写成 词|词 & 词|词 & !词，可以用“5: ”开头写分量"),
		)
		.min(1, "至少写一条线索"),
});
export type Topic = z.infer<typeof topic>;

/** `office/topics.yaml`. */
export const topicsFile = z.strictObject({ asOf: isoDate, topics: z.array(topic).min(1) });

/** `office/asked.yaml`: questions as people put them, by the guide that answers them. */
export const askedFile = z.strictObject({
	asOf: isoDate,
	asked: z.record(slug, z.array(line(2, 200)).min(1)).superRefine((asked, context) => {
		const seen = new Map<string, string>();
		for (const [id, questions] of Object.entries(asked)) {
			for (const question of questions) {
				const other = seen.get(question);
				if (other !== undefined) {
					context.addIssue({
						code: "custom",
						path: [id],
						message: `“${question}”在 ${other} 下面也有，一句话只放在一个主题下`,
					});
				}
				seen.set(question, id);
			}
		}
	}),
});
