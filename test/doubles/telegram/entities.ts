/** Tags Telegram's HTML mode knows. */
const TAGS = new Set([
	"b",
	"strong",
	"i",
	"em",
	"u",
	"ins",
	"s",
	"strike",
	"del",
	"a",
	"code",
	"pre",
	"blockquote",
	"tg-spoiler",
	"span",
]);
const NAMED = new Set(["lt", "gt", "amp", "quot"]);

/** Result of parsing a message: its visible text, or Telegram's complaint. */
export type Parsed =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly description: string };

const complaint = (what: string): Parsed => ({
	ok: false,
	description: `Bad Request: can't parse entities: ${what}`,
});

/** Parses a text the way the Bot API does with `parse_mode: "HTML"`. */
export function parseHtml(source: string): Parsed {
	const open: string[] = [];
	let text = "";
	let at = 0;
	while (at < source.length) {
		const character = source[at];
		if (character === "<") {
			const end = source.indexOf(">", at);
			if (end < 0) return complaint(`Unclosed start tag at byte offset ${at}`);
			const tag = /^<(\/?)([a-z-]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>$/.exec(source.slice(at, end + 1));
			const name = tag?.[2];
			if (tag === null || name === undefined || !TAGS.has(name)) {
				return complaint(`Unsupported start tag "${source.slice(at + 1, end)}" at byte offset ${at}`);
			}
			if (tag[1] === "/") {
				const last = open.pop();
				if (last !== name) return complaint(`Unmatched end tag at byte offset ${at}, expected "</${last}>"`);
			} else open.push(name);
			at = end + 1;
			continue;
		}
		if (character === "&") {
			const entity = /^&(?:#(\d+)|#x([0-9a-fA-F]+)|([a-z]+));/.exec(source.slice(at, at + 12));
			if (entity !== null && (entity[3] === undefined || NAMED.has(entity[3]))) {
				const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };
				text +=
					entity[3] === undefined
						? String.fromCodePoint(
								Number.parseInt(entity[1] ?? entity[2] ?? "0", entity[1] === undefined ? 16 : 10),
							)
						: (named[entity[3]] ?? "");
				at += entity[0].length;
				continue;
			}
		}
		text += character;
		at += 1;
	}
	if (open.length > 0) return complaint(`Can't find end tag corresponding to start tag "${open.at(-1)}"`);
	return { ok: true, text };
}

/** What the Bot API refuses in a text: wrong entities, nothing to read, too long (4,096 UTF-16 units after parsing). */
export function checkText(text: unknown, parseMode: unknown): Parsed {
	if (typeof text !== "string") return { ok: false, description: "Bad Request: message text is empty" };
	const parsed: Parsed = parseMode === "HTML" ? parseHtml(text) : { ok: true, text };
	if (!parsed.ok) return parsed;
	if (parsed.text.trim() === "") return { ok: false, description: "Bad Request: message text is empty" };
	if (parsed.text.length > 4096) return { ok: false, description: "Bad Request: message is too long" };
	return parsed;
}

/** Complaint about an inline keyboard, or null: callback data is 1–64 bytes, URLs are absolute. */
export function checkKeyboard(markup: unknown): string | null {
	if (markup === undefined || markup === null) return null;
	const rows = (markup as { inline_keyboard?: { callback_data?: string; url?: string; text?: string }[][] })
		.inline_keyboard;
	if (!Array.isArray(rows)) return "Bad Request: object expected as reply markup";
	for (const button of rows.flat()) {
		if (!button.text) return "Bad Request: inline keyboard button text is empty";
		if (button.callback_data !== undefined) {
			const bytes = Buffer.byteLength(button.callback_data);
			if (bytes < 1 || bytes > 64) return "Bad Request: BUTTON_DATA_INVALID";
		} else if (button.url === undefined || !/^(https?|tg):\/\//.test(button.url)) {
			return "Bad Request: BUTTON_URL_INVALID";
		}
	}
	return null;
}
