import type { Message as TelegramMessage, Update } from "grammy/types";
import { z } from "zod";
import { type PersonalDataFilter, type Refusal, refusalOf } from "../exchange/admit.ts";

/** An update cut down to what is needed to answer it: of people only the numeric id. */
export interface InboxItem {
	readonly updateId: number;
	/** Chat it belongs to; updates of one chat are worked through in order. */
	readonly chat: number;
	/** ISO instant of arrival here. */
	readonly receivedAt: string;
	/** Minimal update in Telegram's shape, ready for grammY. */
	readonly update: Update;
	readonly refused: Refusal | null;
}

/** Shape of an item in the journal; the file is outside input like any other. */
export const inboxItem = z.object({
	updateId: z.number().int(),
	chat: z.number().int(),
	receivedAt: z.iso.datetime(),
	update: z.looseObject({ update_id: z.number().int() }),
	refused: z
		.union([
			z.object({ kind: z.literal("too-long") }),
			z.object({ kind: z.literal("personal-data"), kinds: z.array(z.string()) }),
			z.object({
				kind: z.literal("attachment"),
				what: z.enum(["photo", "file", "voice", "location", "contact", "other"]),
			}),
		])
		.nullable(),
});

/** What the reduction needs to know. */
export interface ReduceOptions {
	readonly bot: { readonly id: number; readonly username: string };
	/** Runs before anything is written. */
	readonly personalData: PersonalDataFilter;
	readonly now: () => Date;
}

/** Kind of an attachment, as the assistant names it. */
function attachmentOf(message: TelegramMessage): Extract<Refusal, { kind: "attachment" }>["what"] {
	if (message.photo !== undefined || message.video !== undefined || message.animation !== undefined)
		return "photo";
	if (message.document !== undefined) return "file";
	if (message.voice !== undefined || message.audio !== undefined || message.video_note !== undefined)
		return "voice";
	if (message.location !== undefined || message.venue !== undefined) return "location";
	if (message.contact !== undefined) return "contact";
	return "other";
}

/** Service messages (joined, pinned, title changed …) have no content and need no answer. */
function isService(message: TelegramMessage): boolean {
	const content = [
		"photo",
		"video",
		"animation",
		"document",
		"voice",
		"audio",
		"video_note",
		"location",
		"venue",
		"contact",
		"sticker",
		"poll",
		"dice",
		"game",
		"story",
		"paid_media",
		"checklist",
	];
	return message.text === undefined && !content.some((name) => name in message);
}

/** Text addressed to the bot in a group (mention, reply, /command@bot) without the mention; `null` when it is not for us. */
function addressed(message: TelegramMessage, bot: ReduceOptions["bot"]): string | null {
	const text = message.text ?? message.caption ?? "";
	const mention = new RegExp(`@${bot.username}(?![A-Za-z0-9_])`, "gi");
	if (mention.test(text)) {
		// Strip the mention, but keep it on a command: grammY reads /ask@bot itself.
		return text.startsWith("/") ? text : text.replace(mention, " ").replace(/ {2,}/g, " ").trim();
	}
	return message.reply_to_message?.from?.id === bot.id ? text : null;
}

/** Reduces a message; `null` when it needs no answer. */
function reduceMessage(
	message: TelegramMessage,
	options: ReduceOptions,
): { message: Record<string, unknown>; refused: Refusal | null } | null {
	if (message.from === undefined || message.from.is_bot || isService(message)) return null;
	const group = message.chat.type !== "private";
	const text = group ? addressed(message, options.bot) : (message.text ?? "");
	if (text === null) return null;
	const bare = {
		message_id: message.message_id,
		date: message.date,
		chat: { id: message.chat.id, type: message.chat.type },
		from: { id: message.from.id, is_bot: false },
	};
	if (message.text === undefined) {
		return { message: { ...bare, text: "" }, refused: { kind: "attachment", what: attachmentOf(message) } };
	}
	const refused = refusalOf(text, options.personalData);
	if (refused !== null) return { message: { ...bare, text: "" }, refused };
	const command = message.entities?.find((entity) => entity.type === "bot_command" && entity.offset === 0);
	const entities = command === undefined || !text.startsWith("/") ? [] : [command];
	return {
		message: {
			...bare,
			text,
			entities: entities.map(({ type, offset, length }) => ({ type, offset, length })),
		},
		refused: null,
	};
}

/**
 * Cuts an update down to what is needed to answer it; `null` when nothing is to be done
 * (edits, service messages, group talk that is not addressed to us).
 */
export function reduceUpdate(update: Update, options: ReduceOptions): InboxItem | null {
	const receivedAt = options.now().toISOString();
	if (update.message !== undefined) {
		const reduced = reduceMessage(update.message as TelegramMessage, options);
		if (reduced === null) return null;
		return {
			updateId: update.update_id,
			chat: update.message.chat.id,
			receivedAt,
			update: { update_id: update.update_id, message: reduced.message } as unknown as Update,
			refused: reduced.refused,
		};
	}
	const query = update.callback_query;
	if (query?.message === undefined || query.data === undefined || query.data.length > 64) return null;
	const { message } = query;
	return {
		updateId: update.update_id,
		chat: message.chat.id,
		receivedAt,
		update: {
			update_id: update.update_id,
			callback_query: {
				id: query.id,
				from: { id: query.from.id, is_bot: false },
				chat_instance: "",
				data: query.data,
				message: {
					message_id: message.message_id,
					date: message.date,
					chat: { id: message.chat.id, type: message.chat.type },
				},
			},
		} as unknown as Update,
		refused: null,
	};
}
