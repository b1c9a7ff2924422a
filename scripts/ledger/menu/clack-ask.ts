import { confirm, isCancel, log, select, text, updateSettings } from "@clack/prompts";
import { wrapLine } from "../display-width.ts";
import { type Ask, Cancelled } from "./ask.ts";

/** Columns of the library's mark before each line. */
const MARGIN = 4;
/** Lines of a list shown at a time. */
const ITEMS = 20;

updateSettings({ messages: { cancel: "已取消", error: "出错了" } });

/** The menu in a terminal. */
export const clackAsk: Ask = {
	async choose(question, choices, at = 0) {
		const chosen = await select({
			message: question,
			maxItems: ITEMS,
			// The library's own hint is in English; the menu's title says it.
			showInstructions: false,
			initialValue: at,
			// Indices instead of values: the library's option types depend on what the value is.
			options: choices.map(({ label, hint }, index) => ({
				value: index,
				label,
				...(hint === undefined ? {} : { hint }),
			})),
		});
		const choice = isCancel(chosen) ? undefined : choices[chosen];
		if (choice === undefined) throw new Cancelled();
		return choice.value;
	},
	async text(question, { initial = "", placeholder = "", check } = {}) {
		const given = await text({
			message: question,
			initialValue: initial,
			placeholder,
			validate: (value) => check?.((value ?? "").trim()),
		});
		if (isCancel(given)) throw new Cancelled();
		return given.trim();
	},
	async confirm(question) {
		const given = await confirm({ message: question, active: "是", inactive: "否", initialValue: false });
		if (isCancel(given)) throw new Cancelled();
		return given;
	},
	say: (text) => {
		// The terminal would cut lines anywhere and leave out the mark at their beginning.
		const columns = Math.max(20, (process.stdout.columns || 80) - MARGIN);
		log.message(
			text
				.split("\n")
				.flatMap((line) => wrapLine(line, columns))
				.join("\n"),
		);
	},
};
