import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Press, parsePress, pressData } from "../../../bot/exchange/buttons.ts";
import { textReply } from "../../../bot/exchange/text-reply.ts";
import { renderReply, renderSection } from "../../../bot/telegram/render.ts";
import type { Reply, Section } from "../../../core/assistant/types.ts";
import { checkKeyboard, checkText } from "../../doubles/telegram/entities.ts";
import { shellKnowledge } from "../../fixtures/shell-knowledge.ts";

const { labels } = shellKnowledge().bot;
const context = {
	labels,
	siteUrl: "https://handbook.example",
	sequence: 46_655,
	reply: 0,
	ticked: [],
	documents: [],
	confirms: false,
};
/** Texts with everything that could break HTML, limits or characters. */
const text = fc.oneof(
	fc.string({
		unit: fc.constantFrom("党", "<", ">", "&", '"', "'", "😀", "a", "\n", "&lt;", "</b>"),
		minLength: 1,
		maxLength: 300,
	}),
	fc.constant("长".repeat(9000)),
	fc.constant("😀".repeat(3000)),
);
const url = fc.constantFrom("/guides/x/#a", 'https://example.cn/?a=1&b="', "/downloads/a.docx");
const link = fc.record({ label: text.map((one) => one.slice(0, 60)), url });
const section: fc.Arbitrary<Section> = fc.oneof(
	fc.record({
		kind: fc.constant("text" as const),
		title: fc.option(text.map((one) => one.slice(0, 20))),
		paragraphs: fc.array(text, { maxLength: 3 }),
	}),
	fc.record({
		kind: fc.constant("links" as const),
		title: fc.constant("相关"),
		links: fc.array(link, { maxLength: 3 }),
	}),
	fc.record({
		kind: fc.constant("steps" as const),
		steps: fc.array(
			fc.record({ title: text, detail: fc.option(text), limit: fc.option(fc.constant("1个月内")) }),
			{ maxLength: 5 },
		),
		more: fc.option(link),
	}),
	fc.record({ kind: fc.constant("contact" as const), text, links: fc.array(link, { maxLength: 2 }) }),
);
const reply: fc.Arbitrary<Reply> = fc
	.record({
		headline: text,
		sections: fc.array(section, { maxLength: 6 }),
		choices: fc.array(
			fc.record({
				label: text.map((one) => one.trim().slice(0, 60) || "选"),
				value: fc.string({ maxLength: 64 }),
			}),
			{ maxLength: 12 },
		),
		multiple: fc.boolean(),
		suggestions: fc.array(
			text.map((one) => one.trim().slice(0, 60) || "问"),
			{ maxLength: 4 },
		),
	})
	.map((parts) => ({ ...textReply("x"), ...parts }));

const accepted = (part: { html: string; rows: readonly (readonly { label: string; data: string }[])[] }) => {
	const checked = checkText(part.html, "HTML");
	// Texts of nothing but line breaks are the one thing that cannot be sent; content never consists of them.
	if (!checked.ok && !checked.description.includes("empty")) throw new Error(checked.description);
	const keyboard = part.rows.map((row) =>
		row.map(({ label, data }) => ({ text: label, callback_data: data })),
	);
	expect(checkKeyboard({ inline_keyboard: keyboard })).toBeNull();
};

describe("renderReply", () => {
	it("only ever makes messages that Telegram accepts: valid HTML, 4,096 characters, 64 bytes a button", () => {
		fc.assert(
			fc.property(reply, (one) => {
				for (const part of renderReply(one, context)) accepted(part);
				for (const part of one.sections.flatMap((given) => renderSection(given, one, context)))
					accepted(part);
			}),
			{ numRuns: 150 },
		);
	});

	it("loses no section: what is not shown can be unfolded", () => {
		fc.assert(
			fc.property(reply, (one) => {
				const parts = renderReply(one, context);
				const unfoldable = parts
					.flatMap(({ rows }) => rows.flat())
					.flatMap(({ data }) => parsePress(data) ?? [])
					.filter(({ kind }) => kind === "expand")
					.map(({ index }) => index);
				const shown = parts.map(({ html }) => html).join("\n");
				one.sections.forEach((given, index) => {
					if (unfoldable.includes(index)) return;
					const first = renderSection(given, one, context)[0]?.html.split("\n")[0] ?? "";
					expect(shown).toContain(first);
				});
			}),
			{ numRuns: 100 },
		);
	});
});

describe("pressData", () => {
	it("survives the way there and back in at most 64 bytes", () => {
		const press: fc.Arbitrary<Press> = fc.record({
			kind: fc.constantFrom("choice", "suggestion", "expand", "file", "tick", "done", "confirm", "reject"),
			sequence: fc.nat({ max: 1_000_000_000 }),
			reply: fc.nat({ max: 40 }),
			index: fc.nat({ max: 1000 }),
		});
		fc.assert(
			fc.property(press, (one) => {
				expect(parsePress(pressData(one))).toEqual(one);
				expect(Buffer.byteLength(pressData(one))).toBeLessThanOrEqual(64);
			}),
		);
	});
});
