import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ReplyFunction } from "../core/assistant/assistant.ts";
import type { Knowledge } from "../core/content/knowledge.ts";
import type { Profile } from "../core/formation/profile.ts";
import { findPersonalData } from "../core/survey/personal-data.ts";
import type { Config } from "./config.ts";
import { fill } from "./exchange/buttons.ts";
import { createExchange } from "./exchange/exchange.ts";
import type { Exchange } from "./exchange/incoming.ts";
import { siteFiles } from "./files.ts";
import { createApp } from "./http/app.ts";
import { type Listening, listen } from "./http/server.ts";
import { createLanguageAssistant } from "./llm/assistant.ts";
import { createLanguageModel } from "./llm/client.ts";
import { errorCode, type Log } from "./log.ts";
import { loadRefKey } from "./reference.ts";
import { ContactStore } from "./stores/contacts/contact-store.ts";
import { ConversationStore } from "./stores/conversations.ts";
import { readRegister } from "./stores/register/register-store.ts";
import { openSubmissionStore } from "./stores/submissions/open.ts";
import { createSubmissionDesk } from "./submissions/desk.ts";
import { createWebDesk } from "./submissions/receive.ts";
import { sendReminders } from "./submissions/reminders.ts";
import { sendReturnNotices } from "./submissions/return-notices.ts";
import { createStaffDesk } from "./submissions/staff-desk.ts";
import { startTelegram, type TelegramShell, type TelegramState } from "./telegram/shell.ts";

/** The assistant as the service uses it. */
export interface Assistant {
	readonly reply: ReplyFunction;
	/** Slots the deterministic reader finds in a text. */
	readonly readSlots: (text: string, knowledge: Knowledge) => Partial<Profile>;
	/** Whether the deterministic reader could make nothing of a text that may well be about our subject. */
	readonly isUnclear: (text: string, knowledge: Knowledge) => boolean;
}

/** What the service is started with. */
export interface ServiceOptions {
	readonly config: Config;
	readonly knowledge: Knowledge;
	readonly assistant: Assistant;
	/** Folder of the built site. */
	readonly siteRoot: string;
	/** Prints one line for the person who starts it. */
	readonly print: (line: string) => void;
	readonly log: Log;
	/** Pause before the n-th new attempt towards Telegram, in milliseconds; the default grows to a minute. */
	readonly retryDelay?: (attempt: number) => number;
}

/** What shells share: stores opened below DATA_DIR, and the exchange over them. */
export interface Workshop {
	readonly refKey: Uint8Array;
	readonly exchange: Exchange;
	readonly conversations: ConversationStore;
	readonly contacts: ContactStore;
	readonly store: Awaited<ReturnType<typeof openSubmissionStore>>;
}

/** A running service. */
export interface Service {
	readonly url: string;
	/** Resolves when every update taken so far is answered. */
	idle(): Promise<void>;
	/** Ends everything within three seconds; what is unfinished is taken up at the next start. */
	stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Time everything gets to finish at the end, in milliseconds. */
const STOP_MS = 2500;

/**
 * Opens the stores and makes the exchange that Telegram and terminal share.
 * @throws StorageError when DATA_DIR cannot be written.
 */
export async function openWorkshop(
	{ config, knowledge, assistant, log }: Pick<ServiceOptions, "config" | "knowledge" | "assistant" | "log">,
	surveyUrl: string,
): Promise<Workshop> {
	const refKey = loadRefKey(config.dataDir, config.refKey);
	const { survey } = knowledge;
	const store = await openSubmissionStore(config.dataDir, { trashDays: survey.trashDays });
	const conversations = await ConversationStore.open(join(config.dataDir, "conversations"), (path) =>
		log({ event: "conversation.damaged", level: "error", path }),
	);
	await conversations.sweep(new Date(Date.now() - survey.draftDays * DAY_MS));
	const contacts = new ContactStore(join(config.dataDir, "contacts"), refKey);
	const language =
		config.languageModel.mode === "off"
			? null
			: createLanguageAssistant({
					model: createLanguageModel(config.languageModel, log),
					knowledge,
					readBack: (text) => assistant.readSlots(text, knowledge),
					log,
				});
	const exchange = createExchange({
		reply: assistant.reply,
		isUnclear: (text) => assistant.isUnclear(text, knowledge),
		knowledge,
		conversations,
		submissions: createSubmissionDesk(store.submissions, contacts, knowledge),
		refKey,
		language,
		surveyUrl,
		log,
	});
	return { refKey, exchange, conversations, contacts, store };
}

/** Starts HTTP, and Telegram where it is configured; prints what is on and what is off. */
export async function startService(options: ServiceOptions): Promise<Service> {
	const { config, knowledge, siteRoot, print, log } = options;
	const { status } = knowledge.bot;
	const { telegram } = config;
	const siteUrl = config.siteUrl;
	const workshop = await openWorkshop(options, `${siteUrl ?? ""}/survey/`);
	let state: TelegramState | "off" = telegram.mode === "off" ? "off" : "starting";
	const ending = new AbortController();
	const noticeReturns = async (): Promise<void> => {
		await sendReturnNotices({
			folder: join(config.dataDir, "reminders"),
			store: workshop.store.submissions,
			contacts: workshop.contacts,
			knowledge,
			tell: async (chat, text) => (await shell?.tell(chat, text)) ?? false,
			stop: ending.signal,
		});
	};
	const desk = createStaffDesk({
		store: workshop.store.submissions,
		knowledge,
		register: () => readRegister(config.dataDir),
		// The notices know which returns were told already, so that none is told twice.
		tell: () => noticeReturns(),
	});
	const shell: TelegramShell | null =
		telegram.mode === "off"
			? null
			: startTelegram({
					config: telegram,
					exchange: workshop.exchange,
					typing: config.languageModel.mode === "on",
					knowledge,
					refKey: workshop.refKey,
					siteUrl,
					staff: telegram.adminIds.length === 0 ? null : desk,
					readFile: siteFiles(siteRoot),
					inboxFolder: join(config.dataDir, "inbox"),
					personalData: refusedKinds,
					log,
					...(options.retryDelay === undefined ? {} : { delay: options.retryDelay }),
					onState: (next, username) => {
						state = next;
						const values = { username: username ?? "", url: "", root: telegram.apiRoot };
						if (next === "refused") print(fill(status.telegramRefused, values));
						else if (next === "busy") print(status.telegramBusy);
						else if (next === "unreachable") print(fill(status.telegramUnreachable, values));
						else if (telegram.mode === "webhook") {
							print(fill(status.telegramWebhook, { ...values, url: telegram.publicUrl }));
						} else print(fill(status.telegramPolling, values));
					},
				});
	const app = createApp({
		siteRoot,
		knowledge,
		desk: createWebDesk(workshop.store.submissions, knowledge, workshop.refKey),
		webhook:
			telegram.mode === "webhook" && shell !== null
				? { secret: telegram.secret, accept: shell.accept }
				: null,
		health: () => ({
			telegram: state,
			languageModel: config.languageModel.mode,
			knowledge: knowledge.version,
			inbox: shell?.open ?? 0,
		}),
		log,
	});
	let listening: Listening;
	try {
		listening = await listen(app, config.http.host, config.http.port);
	} catch (error) {
		await shell?.stop();
		throw error;
	}
	printStatus(options, listening.url);
	const remind = () => {
		if (state !== "on") return;
		sendReminders({
			folder: join(config.dataDir, "reminders"),
			store: workshop.store.submissions,
			contacts: workshop.contacts,
			knowledge,
			tell: async (chat, text, button) => (await shell?.tell(chat, text, button)) ?? false,
			log,
			stop: ending.signal,
		})
			.then(noticeReturns)
			.catch((error: unknown) => log({ event: "reminders.failed", level: "warn", code: errorCode(error) }));
	};
	const reminders = setInterval(remind, HOUR_MS);
	reminders.unref();
	const sweeper = setInterval(() => {
		workshop.conversations
			.sweep(new Date(Date.now() - knowledge.survey.draftDays * DAY_MS))
			.catch(() => log({ event: "conversation.sweep-failed", level: "warn" }));
		workshop.store
			.purge(Date.now())
			.catch((error: unknown) => log({ event: "trash.not-purged", level: "error", code: errorCode(error) }));
	}, DAY_MS / 4);
	sweeper.unref();
	return {
		url: listening.url,
		idle: async () => {
			await shell?.idle();
		},
		stop: async () => {
			ending.abort();
			clearInterval(reminders);
			clearInterval(sweeper);
			const ended = Promise.all([listening.close(), shell?.stop()]);
			await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
		},
	};
}

/**
 * Kinds of personal data for which a message is refused at the door. That a person in some post is a member
 * names nobody and is needed to answer questions about forms; the survey refuses it in its own free texts.
 */
export function refusedKinds(text: string): readonly string[] {
	const kinds = findPersonalData(text).map(({ kind }) => kind);
	return [...new Set(kinds)].filter((kind) => kind !== "post-member");
}

function printStatus({ config, knowledge, siteRoot, print }: ServiceOptions, url: string): void {
	const { status } = knowledge.bot;
	print(existsSync(join(siteRoot, "index.html")) ? fill(status.site, { url }) : status.siteMissing);
	print(fill(status.survey, { url: `${url}/survey/`, folder: join(config.dataDir, "submissions") }));
	if (config.telegram.mode === "off") print(status.telegramOff);
	else if (config.telegram.adminIds.length === 0) print(status.staffOff);
	const model = config.languageModel;
	print(
		model.mode === "off"
			? status.languageModelOff
			: fill(status.languageModelOn, { model: model.model, cap: model.dailyCap }),
	);
}
