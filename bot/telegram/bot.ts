import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, type BotError, InlineKeyboard } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { InboxItem } from "../inbox/reduce.ts";
import { submitterRef } from "../reference.ts";
import type { HandbookContext } from "./context.ts";
import type { BotDependencies } from "./dependencies.ts";
import { askFeature } from "./features/ask.ts";
import { buttonsFeature } from "./features/buttons.ts";
import { casesFeature } from "./features/cases.ts";
import { fallbackFeature } from "./features/fallback.ts";
import { helpFeature } from "./features/help.ts";
import { navigationFeature } from "./features/navigation.ts";
import { privacyFeature } from "./features/privacy.ts";
import { rateLimitFeature } from "./features/rate-limit.ts";
import { refusalsFeature } from "./features/refusals.ts";
import { staffFeature } from "./features/staff.ts";
import { startFeature } from "./features/start.ts";
import { surveyFeature } from "./features/survey.ts";
import { trainingFeature } from "./features/training.ts";
import { withdrawFeature } from "./features/withdraw.ts";
import { Sender } from "./send.ts";
import { sentencePart, show } from "./show.ts";

/** A bot that answers stored items. It does not fetch updates itself: see `polling.ts` and the webhook. */
export interface HandbookBot {
	readonly bot: Bot<HandbookContext>;
	/** Answers one item; throws the original error when that fails. */
	handle(item: InboxItem): Promise<void>;
	/** Tells the sender that an item was given up; never throws. */
	giveUp(item: InboxItem): Promise<void>;
}

/** Makes the bot with one Composer per feature; the catch-all is registered last. */
export function createBot(token: string, dependencies: BotDependencies, me?: UserFromGetMe): HandbookBot {
	const { knowledge, log } = dependencies;
	const bot = new Bot<HandbookContext>(token, {
		client: { apiRoot: dependencies.apiRoot, timeoutSeconds: 60 },
		...(me === undefined ? {} : { botInfo: me }),
	});
	// Waits out short flood limits. Everything else goes back to the inbox, which keeps the order and survives a restart.
	bot.api.config.use(
		autoRetry({
			maxRetryAttempts: 3,
			maxDelaySeconds: 30,
			rethrowInternalServerErrors: true,
			rethrowHttpErrors: true,
		}),
	);
	const sender = new Sender(log);
	const items = new WeakMap<Update, InboxItem>();
	bot.use(async (context, next) => {
		const item = items.get(context.update);
		if (item === undefined || context.chat === undefined || context.from === undefined) return;
		const chat = String(context.chat.id);
		const group = context.chat.type !== "private";
		const own: Pick<HandbookContext, "item" | "respond" | "say" | "pointToPrivate"> = {
			item,
			respond: async (input) => {
				if (dependencies.typing && input.kind === "text") {
					context.replyWithChatAction("typing").catch(() => undefined);
				}
				const outgoing = await dependencies.exchange({
					// In a group each person has a conversation of their own, so that facts do not mix.
					ref: submitterRef(dependencies.refKey, "telegram", group ? `${chat}:${context.from?.id}` : chat),
					chat,
					channel: "telegram",
					event: item.updateId,
					at: new Date(item.receivedAt),
					group,
					input,
				});
				await show(context, outgoing, dependencies, sender);
			},
			say: (text) => sender.send(context, [sentencePart(text)]),
			pointToPrivate: async () => {
				const url = `https://t.me/${context.me.username}?start=survey`;
				await context.reply(knowledge.bot.problems.groupSurvey, {
					reply_markup: new InlineKeyboard().url(knowledge.bot.labels.openPrivate, url),
				});
			},
		};
		Object.assign(context, own);
		await next();
	});
	bot.use(rateLimitFeature(knowledge));
	bot.use(refusalsFeature(knowledge));
	bot.use(startFeature());
	bot.use(askFeature());
	bot.use(surveyFeature());
	bot.use(casesFeature());
	bot.use(trainingFeature());
	bot.use(helpFeature());
	bot.use(privacyFeature());
	bot.use(withdrawFeature());
	bot.use(navigationFeature());
	if (dependencies.staff !== null) {
		const { adminIds, staff, refKey } = dependencies;
		bot.use(staffFeature({ knowledge, adminIds, desk: staff, refKey }));
	}
	bot.use(buttonsFeature());
	bot.use(fallbackFeature(knowledge));

	return {
		bot,
		handle: async (item) => {
			items.set(item.update, item);
			try {
				await bot.handleUpdate(item.update);
			} catch (error) {
				throw isBotError(error) ? error.error : error;
			}
			sender.forget(item.updateId);
		},
		giveUp: async (item) => {
			sender.forget(item.updateId);
			await bot.api.sendMessage(item.chat, knowledge.bot.problems.failed).catch(() => undefined);
		},
	};
}

function isBotError(error: unknown): error is BotError {
	return error instanceof Error && error.name === "BotError" && "error" in error;
}
