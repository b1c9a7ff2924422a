import type { Ask, Choice } from "./ask.ts";

/** Things shown at a time. */
const PAGE = 10;

/** Which page a person has turned to; kept by the caller, so that the next choice begins there. */
export interface Turned {
	page: number;
}

/** Lets a person choose one of many, a page at a time. @returns null for 返回. */
export async function choosePaged<T extends object>(
	ask: Ask,
	title: string,
	question: string,
	all: readonly T[],
	label: (one: T) => string,
	turned: Turned,
): Promise<T | null> {
	const pages = Math.ceil(all.length / PAGE);
	for (;;) {
		turned.page = Math.min(turned.page, pages - 1);
		const { page } = turned;
		const choices: Choice<T | number | null>[] = all
			.slice(page * PAGE, (page + 1) * PAGE)
			.map((one) => ({ value: one, label: label(one) }));
		if (page + 1 < pages) choices.push({ value: page + 1, label: "下一页" });
		if (page > 0) choices.push({ value: page - 1, label: "上一页" });
		choices.push({ value: null, label: "返回" });
		const place = pages > 1 ? `，第${page + 1}/${pages}页` : "";
		const chosen = await ask.choose(`${title}${place}。${question}`, choices);
		if (typeof chosen !== "number") return chosen;
		turned.page = chosen;
	}
}
