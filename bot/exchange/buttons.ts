import type { Link, Reply, Section } from "../../core/assistant/types.ts";
import type { BotWording } from "../../core/content/bot-wording.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";

/**
 * A button as pressed. Buttons carry positions in the stored answer, not contents:
 * always within Telegram's 64 bytes, and a press on an older answer is recognised by its number.
 */
export interface Press {
	readonly kind: "choice" | "suggestion" | "expand" | "file" | "tick" | "done" | "confirm" | "reject";
	/** `ConversationRecord.sequence` of the answer the button belongs to. */
	readonly sequence: number;
	/** Which reply of the answer. */
	readonly reply: number;
	/** Which choice, suggestion, section or file of it. */
	readonly index: number;
}

/** A button as shown. */
export interface Button {
	readonly label: string;
	readonly data: string;
}

const LETTERS: Readonly<Record<Press["kind"], string>> = {
	choice: "c",
	suggestion: "s",
	expand: "x",
	file: "f",
	tick: "t",
	done: "d",
	confirm: "y",
	reject: "n",
};

/** Writes a press as callback data. */
export function pressData({ kind, sequence, reply, index }: Press): string {
	return `${LETTERS[kind]}.${sequence.toString(36)}.${reply.toString(36)}.${index.toString(36)}`;
}

/** Reads callback data; `null` when it is not one of ours. */
export function parsePress(data: string): Press | null {
	const match = /^([csxftdyn])\.([0-9a-z]{1,8})\.([0-9a-z]{1,3})\.([0-9a-z]{1,3})$/.exec(data);
	if (match === null) return null;
	const [, letter, sequence = "", reply = "", index = ""] = match;
	const kind = (Object.keys(LETTERS) as Press["kind"][]).find((one) => LETTERS[one] === letter);
	if (kind === undefined) return null;
	return {
		kind,
		sequence: Number.parseInt(sequence, 36),
		reply: Number.parseInt(reply, 36),
		index: Number.parseInt(index, 36),
	};
}

/** Fills `{blanks}` of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
	return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Title of a section as printed above it and on its 展开 button. */
export function sectionTitle(section: Section, labels: BotWording["labels"]): string | null {
	switch (section.kind) {
		case "links":
		case "text":
			return section.title;
		case "contact":
			return null;
		default:
			return labels[section.kind];
	}
}

/** A generated file that can be sent into the chat. */
export interface FileOffer {
	readonly label: string;
	/** Below `/downloads/`. */
	readonly url: string;
	/** Name under which it arrives. */
	readonly name: string;
	/** Section that mentions it. */
	readonly section: Section;
}

/** Generated files an answer mentions: pages of documents and direct downloads, each once. */
export function filesOf(reply: Reply, documents: Knowledge["documents"]): readonly FileOffer[] {
	const seen = new Set<string>();
	return reply.sections.flatMap((section) => {
		const links =
			section.kind === "materials" ? section.documents : section.kind === "links" ? section.links : [];
		return links.flatMap((link) => {
			const offer = offerOf(link, documents);
			if (offer === null || seen.has(offer.url)) return [];
			seen.add(offer.url);
			return [{ ...offer, section }];
		});
	});
}

function offerOf({ label, url }: Link, documents: Knowledge["documents"]): Omit<FileOffer, "section"> | null {
	const slug = /^\/documents\/([a-z0-9-]+)\/$/.exec(url)?.[1];
	const document = documents.find((one) => one.slug === slug);
	const format = document?.formats[0];
	if (document !== undefined && format !== undefined) {
		const name = `${document.title}.${format}`;
		return { label: document.title, url: `/downloads/${document.slug}.${format}`, name };
	}
	const file = /^\/downloads\/([\w.-]+\.(?:docx|pdf|pptx|xlsx|zip|ics))$/.exec(url)?.[1];
	return file === undefined ? null : { label, url, name: file };
}

/** What the buttons of one reply depend on. */
export interface ButtonContext {
	readonly sequence: number;
	/** Position of the reply in the answer. */
	readonly reply: number;
	readonly ticked: readonly number[];
	readonly labels: BotWording["labels"];
	/** Documents that exist as files. */
	readonly documents: Knowledge["documents"];
	/** Whether the reply asks to confirm what the language model read. */
	readonly confirms: boolean;
}

/** Choices of a reply as buttons; where several may be chosen they toggle and end with 选好了. */
export function choiceButtons(reply: Reply, context: ButtonContext): Button[] {
	const { sequence, reply: position, labels } = context;
	const press = (kind: Press["kind"], index: number) => pressData({ kind, sequence, reply: position, index });
	if (context.confirms) {
		return [
			{ label: labels.confirmReading, data: press("confirm", 0) },
			{ label: labels.rejectReading, data: press("reject", 0) },
		];
	}
	if (!reply.multiple) {
		return reply.choices.map((choice, index) => ({ label: choice.label, data: press("choice", index) }));
	}
	return [
		...reply.choices.map((choice, index) => ({
			label: context.ticked.includes(index) ? fill(labels.ticked, { label: choice.label }) : choice.label,
			data: press("tick", index),
		})),
		{ label: labels.done, data: press("done", 0) },
	];
}

/** Follow-up questions as buttons. */
export function suggestionButtons(reply: Reply, context: ButtonContext): Button[] {
	return reply.suggestions.map((label, index) => ({
		label,
		data: pressData({ kind: "suggestion", sequence: context.sequence, reply: context.reply, index }),
	}));
}

/** Files of the sections that are shown. */
export function fileButtons(reply: Reply, context: ButtonContext, shown: ReadonlySet<Section>): Button[] {
	return filesOf(reply, context.documents).flatMap((file, index) =>
		shown.has(file.section)
			? [
					{
						label: fill(context.labels.sendFile, { title: file.label }),
						data: pressData({ kind: "file", sequence: context.sequence, reply: context.reply, index }),
					},
				]
			: [],
	);
}
