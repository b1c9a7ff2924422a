/** A piece of a message: Telegram HTML and how long it is when shown (UTF-16 units, what Telegram counts). */
export interface Piece {
	readonly html: string;
	readonly length: number;
}

/** Escapes text for Telegram's HTML mode. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

/** Plain text. */
export const plain = (text: string): Piece => ({ html: escapeHtml(text), length: text.length });

/** Bold text. */
export const bold = (text: string): Piece => ({ html: `<b>${escapeHtml(text)}</b>`, length: text.length });

/** A link; without a usable address the label and the path are printed instead. */
export function link(label: string, url: string, siteUrl: string | null): Piece {
	const absolute = /^https?:\/\//.test(url) ? url : siteUrl === null ? null : siteUrl + url;
	if (absolute === null) return plain(`${label}（${url}）`);
	return { html: `<a href="${escapeHtml(absolute)}">${escapeHtml(label)}</a>`, length: label.length };
}

/** Pieces one after the other. */
export function join(pieces: readonly Piece[], between = ""): Piece {
	return {
		html: pieces.map((piece) => piece.html).join(escapeHtml(between)),
		length:
			pieces.reduce((sum, piece) => sum + piece.length, 0) + between.length * Math.max(0, pieces.length - 1),
	};
}

/** Longest text of one message. Telegram allows 4,096; the rest is margin. */
export const LIMIT = 4000;

/** Cuts an over-long plain text into pieces that fit, never inside a character. */
export function cutLong(text: string): Piece[] {
	if (text.length <= LIMIT) return [plain(text)];
	const parts: Piece[] = [];
	let part = "";
	for (const character of text) {
		if (part.length + character.length > LIMIT) {
			parts.push(plain(part));
			part = "";
		}
		part += character;
	}
	if (part !== "") parts.push(plain(part));
	return parts;
}

/** Packs blocks into messages, breaking only between blocks. Each block must fit by itself. */
export function pack(blocks: readonly Piece[]): Piece[] {
	const messages: Piece[] = [];
	let current: Piece[] = [];
	let length = 0;
	for (const block of blocks) {
		const added = block.length + (current.length > 0 ? 1 : 0);
		if (length + added > LIMIT && current.length > 0) {
			messages.push(join(current, "\n"));
			current = [];
			length = 0;
		}
		length += block.length + (current.length > 0 ? 1 : 0);
		current.push(block);
	}
	if (current.some((block) => block.length > 0)) messages.push(join(current, "\n"));
	return messages;
}
