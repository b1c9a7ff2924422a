import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAssistant } from "../../../core/assistant/assistant.ts";
import { NEW_CONVERSATION } from "../../../core/assistant/conversation.ts";
import { clientDetails, clientKnowledge, withDetails } from "../../../core/content/client-knowledge.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { plainReaders, SURROUNDINGS } from "../assistant/plain-reader.ts";
import { anyProfile } from "../formation/arbitrary.ts";

const knowledge = loadKnowledge();
const client = clientKnowledge(knowledge);
const complete = withDetails(client, clientDetails(knowledge));
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

	test("details of another version are left aside", () => {
		expect(withDetails(client, { ...clientDetails(knowledge), version: "other" })).toBe(client);
	});

	test("leaves room for the code within 60 KB", () => {
		expect(brotliCompressSync(JSON.stringify(client)).length).toBeLessThan(44_000);
	});
});
