/** Staff's own text inside a report, kept from one generation to the next. */

/** A report file whose marks are damaged: regenerating would lose text. */
export class SlotError extends Error {
	readonly line: number;
	constructor(line: number, what: string) {
		super(`第${line}行：${what}。为免丢失您写的内容，没有重新生成。请恢复成对的标记行后再运行。`);
		this.name = "SlotError";
		this.line = line;
	}
}

const OPEN = /^<!-- 填写 ([a-z][a-z0-9-]*)(?:：.*)? -->$/;
const CLOSE = /^<!-- 填写完 ([a-z][a-z0-9-]*) -->$/;

export const slotOpen = (id: string, hint: string) => `<!-- 填写 ${id}：${hint} -->`;
export const slotClose = (id: string) => `<!-- 填写完 ${id} -->`;
/** Stands in a slot until somebody writes there. */
export const slotPlaceholder = (hint: string) => `【待填写：${hint}】`;

/** What a Markdown report holds in its slots, and what stands around them. */
export interface ReadSlots {
	/** Slot → text; slots that hold only a placeholder are left out. */
	readonly texts: ReadonlyMap<string, string>;
	/** The file with empty slots, to tell whether anything else was edited. */
	readonly around: string;
}

/** @throws SlotError when marks do not pair. */
export function readSlots(markdown: string): ReadSlots {
	const texts = new Map<string, string>();
	const around: string[] = [];
	let open: { readonly id: string; readonly lines: string[]; readonly line: number } | null = null;
	for (const [at, line] of markdown.replaceAll("\r\n", "\n").split("\n").entries()) {
		const trimmed = line.trim();
		const opened = OPEN.exec(trimmed)?.[1];
		const closed = CLOSE.exec(trimmed)?.[1];
		if (opened !== undefined) {
			if (open !== null) throw new SlotError(at + 1, `“填写 ${open.id}”还没有结束，又开始了“填写 ${opened}”`);
			if (texts.has(opened)) throw new SlotError(at + 1, `“填写 ${opened}”出现了两次`);
			open = { id: opened, lines: [], line: at + 1 };
			around.push(opened);
		} else if (closed !== undefined) {
			if (open?.id !== closed) throw new SlotError(at + 1, `“填写完 ${closed}”前面没有对应的开始标记`);
			const text = open.lines.join("\n").trim();
			texts.set(open.id, /^【待填写：[^【】]*】$/.test(text) ? "" : text);
			open = null;
		} else if (open !== null) open.lines.push(line);
		else around.push(line);
	}
	if (open !== null) throw new SlotError(open.line, `“填写 ${open.id}”没有结束标记`);
	for (const [id, text] of texts) if (text === "") texts.delete(id);
	return { texts, around: around.join("\n") };
}
