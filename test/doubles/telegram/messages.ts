/** A button of a stored message. */
export interface Button {
	readonly text: string;
	readonly data: string | null;
	readonly url: string | null;
}

/** What a chat holds: messages of the bot as a person would see them. */
export interface StoredMessage {
	readonly id: number;
	readonly chat: number;
	/** Visible text, entities parsed. */
	text: string;
	/** As sent. */
	source: string;
	buttons: Button[];
	readonly document: { readonly name: string; readonly bytes: Uint8Array } | null;
	/** How often it was edited. */
	edits: number;
}

/** Buttons of an inline keyboard. */
export function buttonsOf(markup: unknown): Button[] {
	const rows = (
		markup as { inline_keyboard?: { text: string; callback_data?: string; url?: string }[][] } | undefined
	)?.inline_keyboard;
	return (rows ?? []).flat().map((button) => ({
		text: button.text,
		data: button.callback_data ?? null,
		url: button.url ?? null,
	}));
}
