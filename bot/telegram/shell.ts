import { GrammyError } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { TelegramConfig } from "../config.ts";
import type { Button } from "../exchange/buttons.ts";
import { WEBHOOK_PATH } from "../http/webhook.ts";
import { Inbox } from "../inbox/inbox.ts";
import { claimInbox, InboxBusyError } from "../inbox/owner.ts";
import { type ReduceOptions, reduceUpdate } from "../inbox/reduce.ts";
import { errorCode } from "../log.ts";
import { pause } from "../pause.ts";
import { createBot, type HandbookBot } from "./bot.ts";
import type { BotDependencies } from "./dependencies.ts";
import { setMenu } from "./menu.ts";
import { Outage } from "./outage.ts";
import { ALLOWED_UPDATES, type Polling, startPolling } from "./polling.ts";
import { keyboard } from "./send.ts";
import { isTransient } from "./transient.ts";

/** State of the Telegram shell. */
export type TelegramState = "starting" | "unreachable" | "refused" | "busy" | "on";

/** What the shell is started with. */
export interface TelegramOptions extends Omit<BotDependencies, "apiRoot" | "adminIds"> {
	readonly config: Exclude<TelegramConfig, { mode: "off" }>;
	/** Folder of the inbox. */
	readonly inboxFolder: string;
	readonly personalData: ReduceOptions["personalData"];
	/** Called whenever the state changes; `username` is known once it is on. */
	readonly onState: (state: TelegramState, username: string | null) => void;
	/** Pause before the n-th new attempt, for tests. */
	readonly delay?: (attempt: number) => number;
}

/** A running shell. */
export interface TelegramShell {
	/** Takes updates from the webhook; resolves when they are durable. @throws while it is not ready. */
	accept(updates: readonly Update[]): Promise<void>;
	/** Writes to a chat out of turn. False when it is not reachable; never throws. */
	tell(chat: string, text: string, button?: Button): Promise<boolean>;
	/** Items not yet answered. */
	readonly open: number;
	/** Resolves when everything taken so far is answered. */
	idle(): Promise<void>;
	stop(): Promise<void>;
}

const backoff = (attempt: number) => Math.min(60_000, 1000 * 2 ** Math.min(attempt, 10));

/** Starts Telegram in the background: an unreachable Telegram must not keep the site from starting. */
export function startTelegram(options: TelegramOptions): TelegramShell {
	const stop = new AbortController();
	let inbox: Inbox | null = null;
	let polling: Polling | null = null;
	let bot: HandbookBot | null = null;
	let reduce: ReduceOptions | null = null;
	let release: (() => void) | null = null;

	const accept = async (updates: readonly Update[]) => {
		if (inbox === null || reduce === null) throw new Error("not ready");
		const { bot: me } = reduce;
		const items = updates.map((update) =>
			reduceUpdate(update, { ...options, now: () => new Date(), bot: me }),
		);
		const wanted = items.filter((item) => item !== null);
		try {
			await inbox.accept(wanted);
			outage.over();
		} catch (error) {
			await outage.during(wanted.map(({ chat }) => chat));
			throw error;
		}
	};
	const outage = new Outage(async (chat) =>
		bot?.bot.api.sendMessage(chat, options.knowledge.bot.problems.diskDown),
	);

	const begin = async (): Promise<void> => {
		const { config, log, knowledge } = options;
		release = claimInbox(options.inboxFolder);
		bot = createBot(config.token, { ...options, apiRoot: config.apiRoot, adminIds: config.adminIds });
		const me = await connect(bot, options, stop.signal);
		if (me === null || stop.signal.aborted) return;
		bot.bot.botInfo = me;
		reduce = {
			bot: { id: me.id, username: me.username },
			personalData: options.personalData,
			now: () => new Date(),
		};
		await setMenu(bot.bot.api, knowledge).catch((error: unknown) =>
			log({ event: "telegram.menu-failed", level: "warn", code: errorCode(error) }),
		);
		inbox = await Inbox.open({
			folder: options.inboxFolder,
			handle: bot.handle,
			giveUp: bot.giveUp,
			isTransient,
			log,
			...(options.delay === undefined ? {} : { delay: options.delay }),
		});
		if (stop.signal.aborted) return;
		if (config.mode === "polling") {
			polling = startPolling({
				token: config.token,
				apiRoot: config.apiRoot,
				accept,
				onRefused: () => options.onState("refused", null),
				log,
				...(options.delay === undefined ? {} : { delay: options.delay }),
			});
		}
		options.onState("on", me.username);
	};
	const started = begin().catch((error: unknown) => {
		options.log({ event: "telegram.failed", level: "error", code: errorCode(error) });
		options.onState(error instanceof InboxBusyError ? "busy" : "unreachable", null);
	});

	return {
		accept,
		tell: async (chat, text, button) => {
			try {
				if (bot === null || inbox === null) return false;
				await bot.bot.api.sendMessage(
					chat,
					text,
					button === undefined ? {} : { reply_markup: keyboard({ rows: [[button]] }) },
				);
				return true;
			} catch (error) {
				options.log({ event: "telegram.tell-failed", level: "warn", code: errorCode(error) });
				return false;
			}
		},
		get open() {
			return inbox?.open ?? 0;
		},
		idle: async () => {
			await started;
			await inbox?.idle();
		},
		stop: async () => {
			stop.abort();
			await started;
			await polling?.stop();
			await inbox?.stop();
			release?.();
		},
	};
}

/** Finds out who the bot is and how updates come; tries until it succeeds, is stopped, or the token is refused. */
async function connect(
	{ bot }: HandbookBot,
	{ config, log, onState, delay = backoff }: TelegramOptions,
	stop: AbortSignal,
): Promise<UserFromGetMe | null> {
	for (let attempt = 1; !stop.aborted; attempt += 1) {
		try {
			const me = await bot.api.getMe(stop);
			if (config.mode === "polling") await bot.api.deleteWebhook({}, stop);
			else {
				await bot.api.setWebhook(
					config.publicUrl + WEBHOOK_PATH,
					{ secret_token: config.secret, allowed_updates: ALLOWED_UPDATES, max_connections: 20 },
					stop,
				);
			}
			return me;
		} catch (error) {
			if (stop.aborted) return null;
			if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
				onState("refused", null);
				return null;
			}
			log({ event: "telegram.unreachable", level: "warn", code: errorCode(error), count: attempt });
			if (attempt === 1) onState("unreachable", null);
			await pause(delay(attempt), stop);
		}
	}
	return null;
}
