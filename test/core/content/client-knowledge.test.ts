import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAssistant } from "../../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import { understand } from "../../../core/assistant/understand/understand.ts";
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
const reading = withReading(client, clientReading(knowledge));
const complete = withDetails(reading, clientDetails(knowledge));
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

	test("gives the answers of every other channel once the details have arrived", () => {
		for (const guide of knowledge.guides) {
			const text = `${guide.intent} ${guide.id}`;
			expect(answer(text, complete).map((one) => one.text)).toEqual(
				answer(text, knowledge).map((one) => one.text),
			);
		}
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const text = `formation ${JSON.stringify(profile)}`;
				expect(answer(text, complete).map((one) => one.text)).toEqual(
					answer(text, knowledge).map((one) => one.text),
				);
			}),
			{ numRuns: 200 },
		);
	});

	test("reads words as every other channel does, before and after the details have arrived", () => {
		for (const question of readQuestions("test/eval/questions.dev.jsonl")) {
			const read = (using: typeof knowledge) => understand(question.q, using);
			expect(read(reading)).toEqual(read(knowledge));
			expect(read(complete)).toEqual(read(knowledge));
		}
	});

	test("details and lists of another version are left aside", () => {
		expect(withReading(client, { ...clientReading(knowledge), version: "other" })).toBe(client);
	});

	test("details of another version are left aside", () => {
		expect(withDetails(client, { ...clientDetails(knowledge), version: "other" })).toBe(client);
	});

	test("leaves room for the code: rules and one-line answers in 26 KB, what reading takes in 38 KB", () => {
		expect(brotliCompressSync(JSON.stringify(client)).length).toBeLessThan(26_000);
		expect(brotliCompressSync(JSON.stringify(clientReading(knowledge))).length).toBeLessThan(38_000);
	});
});
