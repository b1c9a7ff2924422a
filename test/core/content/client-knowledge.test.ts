import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAssistant } from "../../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import { readInConversation } from "../../../core/assistant/follow-up/read.ts";
import { unreadAliases } from "../../../core/assistant/follow-up/unread-aliases.ts";
import {
	clientDetails,
	clientKnowledge,
	clientReading,
	withDetails,
	withReading,
} from "../../../core/content/client-knowledge.ts";
import { readQuestions } from "../../../scripts/eval/questions.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { plainReaders, SURROUNDINGS } from "../assistant/plain-reader.ts";
import { anyProfile } from "../formation/arbitrary.ts";

const knowledge = loadKnowledge();
const client = clientKnowledge(knowledge);
const lists = clientReading(knowledge, unreadAliases(knowledge));
const reading = withReading(client, lists);
/** What the browser knows after the details of a topic have arrived. */
const completeFor = (topic: string | null | undefined) => {
	const details = clientDetails(knowledge, topic ?? "");
	return details === null ? reading : withDetails(reading, details);
};
const reply = createAssistant(plainReaders);
const answer = (text: string, using: typeof knowledge) =>
	reply({ kind: "text", text }, NEW_CONVERSATION, using, SURROUNDINGS).replies;

describe("knowledge of the browser", () => {
	test("reaches the same conclusions at once", () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const text = `formation ${JSON.stringify(profile)}`;
				const [[mine], [theirs]] = [answer(text, client), answer(text, knowledge)];
				expect([mine?.headline, mine?.outcome, mine?.ask, mine?.sources.map((one) => one.label)]).toEqual([
					theirs?.headline,
					theirs?.outcome,
					theirs?.ask,
					theirs?.sources.map((one) => one.label),
				]);
			}),
			{ numRuns: 200 },
		);
	});

	test("gives the answers of every other channel once the details of the topic have arrived", () => {
		const texts = (text: string, using: typeof knowledge) => answer(text, using).map((one) => one.text);
		for (const guide of knowledge.guides) {
			const text = `${guide.intent} ${guide.id}`;
			expect(texts(text, completeFor(guide.id))).toEqual(texts(text, knowledge));
		}
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const text = `formation ${JSON.stringify(profile)}`;
				const [first] = answer(text, reading);
				expect(texts(text, completeFor(first?.topic))).toEqual(texts(text, knowledge));
			}),
			{ numRuns: 200 },
		);
	});

	test("reads and answers words as every other channel does", () => {
		const read = createAssistant({ ...plainReaders, understand: readInConversation });
		const ask = (text: string, using: typeof knowledge) =>
			read({ kind: "text", text }, NEW_CONVERSATION, using, SURROUNDINGS).replies.map(
				({ text, topic, suggestions }) => ({ text, topic, suggestions }),
			);
		const questions = readQuestions("test/eval/questions.dev.jsonl").map(({ q }) => q);
		for (const q of [...questions, ...knowledge.guides.flatMap(({ aliases }) => aliases)]) {
			const [first] = ask(q, reading);
			expect(ask(q, completeFor(first?.topic)), q).toEqual(ask(q, knowledge));
		}
	});

	test("explains a term whichever part arrived first", () => {
		const term = knowledge.glossary.terms.find(({ guide }) => guide === "affiliated");
		const details = clientDetails(knowledge, "affiliated");
		if (term === undefined || details === null) throw new Error("no such term");
		for (const both of [withDetails(reading, details), withReading(withDetails(client, details), lists)]) {
			expect(both.glossary.terms.filter(({ id }) => id === term.id)).toEqual([term]);
			expect(both.glossary.terms.length).toBe(reading.glossary.terms.length);
		}
	});

	test("parts of another version are left aside", () => {
		expect(withReading(client, { ...lists, version: "other" })).toBe(client);
		const details = clientDetails(knowledge, "re-election");
		expect(details && withDetails(client, { ...details, version: "other" })).toBe(client);
	});

	test("leaves room for the code: rules and one-line answers in 26 KB, what reading takes in 38 KB", () => {
		expect(brotliCompressSync(JSON.stringify(client)).length).toBeLessThan(26_000);
		expect(brotliCompressSync(JSON.stringify(lists)).length).toBeLessThan(38_000);
	});
});
