import type { Reply, Section } from "../../core/assistant/types.ts";
import {
	type Button,
	type ButtonContext,
	choiceButtons,
	fileButtons,
	fill,
	pressData,
	sectionTitle,
	suggestionButtons,
} from "../exchange/buttons.ts";
import { bold, cutLong, LIMIT, type Piece, pack, plain } from "./html.ts";
import { type SectionContext, sectionBlocks } from "./sections.ts";

/** A message ready to send: Telegram HTML and rows of buttons. */
export interface Part {
	readonly html: string;
	readonly rows: readonly (readonly Button[])[];
}

/** Everything the rendering of a reply depends on. */
export type RenderContext = SectionContext & ButtonContext;

/** Shown length up to which an answer stays one message; beyond, sections fold behind 展开 buttons. */
export const FOLD_AT = 700;
/** Widest row in Chinese characters: buttons whose labels fit stand side by side on a phone. */
const ROW_CHARACTERS = 14;

/** Puts buttons into rows that fit a phone. */
export function rows(buttons: readonly Button[]): Button[][] {
	const result: Button[][] = [];
	let width = 0;
	for (const button of buttons) {
		const size = [...button.label].length + 2;
		const last = result.at(-1);
		if (last !== undefined && last.length < 4 && width + size <= ROW_CHARACTERS) {
			last.push(button);
			width += size;
		} else {
			result.push([button]);
			width = size;
		}
	}
	return result;
}

/**
 * Sections that stay in the first message: in order until the room is used up, at least one with content of its
 * own. What has no title (the contact: who decides) always stays, and pages of the survey never fold.
 */
function unfolded(reply: Reply, context: SectionContext): ReadonlySet<Section> {
	const size = (section: Section) =>
		sectionBlocks(section, context).reduce((sum, block) => sum + block.length + 1, 0);
	const sizes = new Map(reply.sections.map((section) => [section, size(section)]));
	const total = reply.headline.length + [...sizes.values()].reduce((sum, one) => sum + one, 0);
	if (total <= FOLD_AT || reply.intent === "survey") return new Set(reply.sections);
	const kept = new Set(reply.sections.filter((section) => sectionTitle(section, context.labels) === null));
	let room = FOLD_AT - reply.headline.length;
	for (const section of kept) room -= sizes.get(section) ?? 0;
	let substance = false;
	for (const section of reply.sections) {
		if (kept.has(section)) continue;
		const needed = sizes.get(section) ?? 0;
		if (needed > room && (substance || needed > 2 * FOLD_AT)) break;
		kept.add(section);
		room -= needed;
		substance ||= section.kind !== "facts";
	}
	return kept;
}

/** A reply as messages. Buttons stand under the last one. */
export function renderReply(reply: Reply, context: RenderContext): Part[] {
	const kept = unfolded(reply, context);
	const alone = reply.sections.length === 0 || reply.headline.length > LIMIT;
	const blocks: Piece[] = alone ? cutLong(reply.headline) : [bold(reply.headline)];
	const folded: Button[] = [];
	reply.sections.forEach((section, index) => {
		if (kept.has(section)) {
			blocks.push(plain(""), ...sectionBlocks(section, context));
			return;
		}
		const title = sectionTitle(section, context.labels) ?? context.labels.more;
		folded.push({
			label: fill(context.labels.expand, { title }),
			data: pressData({ kind: "expand", sequence: context.sequence, reply: context.reply, index }),
		});
	});
	const buttons = [
		...rows(choiceButtons(reply, context)),
		...rows(folded),
		...rows(fileButtons(reply, context, kept)),
		...suggestionButtons(reply, context).map((button) => [button]),
	];
	return withButtons(pack(blocks), buttons);
}

/** A folded section when it is opened, with its files as buttons. */
export function renderSection(section: Section, reply: Reply, context: RenderContext): Part[] {
	const files = fileButtons(reply, context, new Set([section]));
	return withButtons(pack(sectionBlocks(section, context)), rows(files));
}

function withButtons(messages: readonly Piece[], buttons: readonly (readonly Button[])[]): Part[] {
	return messages.map((message, index) => ({
		html: message.html,
		rows: index === messages.length - 1 ? buttons : [],
	}));
}
