import { z } from "zod";
import { isoDate, line } from "./common.ts";

const sentence = z.string().trim().min(2).max(600);
const label = line(1, 16);

/** `office/bot.yaml`: what the shells (Telegram, terminal, HTTP) say by themselves, around the assistant's answers. */
export const botFile = z.strictObject({
	asOf: isoDate,
	/** Descriptions in Telegram's command menu, by command. */
	commands: z.strictObject({
		start: line(2, 60),
		ask: line(2, 60),
		survey: line(2, 60),
		cases: line(2, 60),
		training: line(2, 60),
		help: line(2, 60),
		privacy: line(2, 60),
		withdraw: line(2, 60),
		cancel: line(2, 60),
		back: line(2, 60),
	}),
	/** Refusals and faults: each says what to do next. `{…}` are blanks filled by the shell. */
	problems: z.strictObject({
		tooLong: sentence,
		tooFast: sentence,
		personalData: sentence,
		unknownCommand: sentence,
		staleButton: sentence,
		notSaved: sentence,
		/** Nothing can be taken in: Telegram keeps the messages meanwhile. */
		diskDown: sentence,
		conflict: sentence,
		failed: sentence,
		groupSurvey: sentence,
		surveyOffHere: sentence,
		staffPrivateOnly: sentence,
		staffOnly: sentence,
		verifyUsage: sentence,
		returnUsage: sentence,
		documentMissing: sentence,
	}),
	/** Names of the kinds of personal data, as printed in `problems.personalData`. */
	personalData: z.strictObject({
		mobile: label,
		landline: label,
		"id-number": label,
		email: label,
		"named-member": label,
	}),
	/** Words on buttons and headings. */
	labels: z.strictObject({
		expand: label,
		sendFile: label,
		openPage: label,
		openPrivate: label,
		done: label,
		ticked: label,
		more: label,
		facts: label,
		why: label,
		steps: label,
		materials: label,
		changes: label,
		cases: label,
		assumed: label,
		check: label,
		asOf: label,
		row: label,
		followUp: label,
		confirmReading: label,
		rejectReading: label,
		plainWords: line(1, 24),
	}),
	/** Longer fixed texts of the shells. */
	sentences: z.strictObject({
		readingShown: sentence,
		readingRejected: sentence,
		privacyTelegram: sentence,
		privacyModel: sentence,
		terminalWelcome: sentence,
		terminalChoices: sentence,
		terminalBye: sentence,
		terminalResumed: sentence,
	}),
	/** What a start prints: what is on, what is off, which variable turns it on. */
	status: z.strictObject({
		site: sentence,
		siteMissing: sentence,
		survey: sentence,
		telegramPolling: sentence,
		telegramWebhook: sentence,
		telegramOff: sentence,
		telegramRefused: sentence,
		telegramUnreachable: sentence,
		telegramBusy: sentence,
		languageModelOn: sentence,
		languageModelOff: sentence,
		staffOff: sentence,
	}),
	/** Answers to staff commands in the chat. */
	staff: z.strictObject({
		queueEmpty: sentence,
		queueHead: sentence,
		queueLine: sentence,
		queueMore: sentence,
		conflictLine: sentence,
		verified: sentence,
		returned: sentence,
		notFound: sentence,
		changed: sentence,
		ownSubmission: sentence,
		wrongState: sentence,
		invalid: sentence,
		unknownStreet: sentence,
		unknownQuarter: sentence,
		staleHead: sentence,
		staleEmpty: sentence,
		staleStreet: sentence,
		staleLine: sentence,
		staleBase: sentence,
		statsHead: sentence,
		statsUnits: sentence,
		statsCoverage: sentence,
		statsOwn: sentence,
		statsShould: sentence,
		statsWork: sentence,
		statsWaiting: sentence,
		returnedToSender: sentence,
	}),
	/** Reminders to submitters who asked for them. */
	reminders: z.strictObject({
		/** Days before the end of a quarter from which reminders go out. */
		daysBefore: z.number().int().min(1).max(60),
		/** Hours of the day (Asia/Shanghai) in which they go out. */
		fromHour: z.number().int().min(0).max(23),
		toHour: z.number().int().min(1).max(24),
		text: sentence,
	}),
	/** Answers of the HTTP interface. */
	http: z.strictObject({
		tooLarge: sentence,
		notJson: sentence,
		wrongType: sentence,
		tooMany: sentence,
		notSaved: sentence,
		notFound: sentence,
		failed: sentence,
	}),
});
/** Validated `office/bot.yaml`. */
export type BotWording = z.infer<typeof botFile>;
