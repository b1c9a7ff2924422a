import { checkKeyboard, checkText } from "./entities.ts";
import { buttonsOf, type StoredMessage } from "./messages.ts";

/** What a method answers. */
export type Answer =
	| { readonly ok: true; readonly result: unknown }
	| {
			readonly ok: false;
			readonly status: number;
			readonly description: string;
			readonly retryAfter?: number;
	  };

/** State the methods work on. */
export interface Chats {
	readonly messages: StoredMessage[];
	readonly blocked: Set<number>;
	readonly answered: { id: string; text: string | null; alert: boolean }[];
	readonly openCallbacks: Set<string>;
	readonly actions: { chat: number; action: string }[];
	commands: { command: string; description: string }[];
	webhook: { url: string; secret: string | null } | null;
	nextMessage: number;
}

const ok = (result: unknown): Answer => ({ ok: true, result });
const bad = (description: string): Answer => ({ ok: false, status: 400, description });

function send(
	chats: Chats,
	parameters: Record<string, unknown>,
	document: StoredMessage["document"],
): Answer {
	const chat = Number(parameters["chat_id"]);
	if (!Number.isInteger(chat) || chat === 0) return bad("Bad Request: chat not found");
	if (chats.blocked.has(chat)) {
		return { ok: false, status: 403, description: "Forbidden: bot was blocked by the user" };
	}
	const text = document === null ? parameters["text"] : (parameters["caption"] ?? "");
	let visible = "";
	if (document === null || text !== "") {
		const checked = checkText(text, parameters["parse_mode"]);
		if (!checked.ok) return bad(checked.description);
		visible = checked.text;
		if (document !== null && visible.length > 1024) return bad("Bad Request: message caption is too long");
	}
	const markup =
		typeof parameters["reply_markup"] === "string"
			? JSON.parse(parameters["reply_markup"])
			: parameters["reply_markup"];
	const complaint = checkKeyboard(markup);
	if (complaint !== null) return bad(complaint);
	const message: StoredMessage = {
		id: chats.nextMessage,
		chat,
		text: visible,
		source: String(text),
		buttons: buttonsOf(markup),
		document,
		edits: 0,
	};
	chats.nextMessage += 1;
	chats.messages.push(message);
	const type = chat < 0 ? "supergroup" : "private";
	return ok({
		message_id: message.id,
		date: Math.floor(Date.now() / 1000),
		chat: type === "private" ? { id: chat, type, first_name: "x" } : { id: chat, type, title: "x" },
		...(document === null
			? { text: visible }
			: { document: { file_id: `f${message.id}`, file_name: document.name } }),
	});
}

/** The Bot API methods a bot of ours may call; anything else is 404 as with the real one. */
export function callMethod(
	chats: Chats,
	me: object,
	method: string,
	parameters: Record<string, unknown>,
	document: StoredMessage["document"],
): Answer {
	switch (method) {
		case "getMe":
			return ok(me);
		case "sendMessage":
			return send(chats, parameters, null);
		case "sendDocument":
			return document === null
				? bad("Bad Request: there is no document in the request")
				: send(chats, parameters, document);
		case "editMessageText":
		case "editMessageReplyMarkup": {
			const message = chats.messages.find(
				(one) => one.chat === Number(parameters["chat_id"]) && one.id === Number(parameters["message_id"]),
			);
			if (message === undefined) return bad("Bad Request: message to edit not found");
			const complaint = checkKeyboard(parameters["reply_markup"]);
			if (complaint !== null) return bad(complaint);
			const buttons = buttonsOf(parameters["reply_markup"]);
			let { text, source } = message;
			if (method === "editMessageText") {
				const checked = checkText(parameters["text"], parameters["parse_mode"]);
				if (!checked.ok) return bad(checked.description);
				text = checked.text;
				source = String(parameters["text"]);
			}
			if (source === message.source && JSON.stringify(buttons) === JSON.stringify(message.buttons)) {
				return bad("Bad Request: message is not modified");
			}
			message.text = text;
			message.source = source;
			message.buttons = buttons;
			message.edits += 1;
			return ok(true);
		}
		case "answerCallbackQuery": {
			const id = String(parameters["callback_query_id"]);
			if (!chats.openCallbacks.delete(id)) {
				return bad("Bad Request: query is too old and response timeout expired or query ID is invalid");
			}
			const text = parameters["text"];
			if (typeof text === "string" && text.length > 200) return bad("Bad Request: MESSAGE_TOO_LONG");
			chats.answered.push({
				id,
				text: typeof text === "string" ? text : null,
				alert: parameters["show_alert"] === true,
			});
			return ok(true);
		}
		case "setMyCommands": {
			const commands = parameters["commands"] as Chats["commands"];
			for (const { command, description } of commands) {
				if (!/^[a-z0-9_]{1,32}$/.test(command)) return bad("Bad Request: BOT_COMMAND_INVALID");
				if (description.length < 1 || description.length > 256)
					return bad("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
			}
			chats.commands = commands;
			return ok(true);
		}
		case "setWebhook":
			chats.webhook =
				parameters["url"] === ""
					? null
					: {
							url: String(parameters["url"]),
							secret: typeof parameters["secret_token"] === "string" ? parameters["secret_token"] : null,
						};
			return ok(true);
		case "deleteWebhook":
			chats.webhook = null;
			return ok(true);
		case "sendChatAction":
			chats.actions.push({ chat: Number(parameters["chat_id"]), action: String(parameters["action"]) });
			return ok(true);
		default:
			return { ok: false, status: 404, description: "Not Found: method not found" };
	}
}
