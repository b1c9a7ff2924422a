import fc from "fast-check";
import { expect, test } from "vitest";
import { rememberingParser } from "../../../core/survey/parse-many.ts";
import { parseSubmission } from "../../../core/survey/schema.ts";
import { ORGANISED, UNORGANISED } from "./samples.ts";

/** Right, wrong and not quite normal values of some fields. */
const CHANGES: readonly Readonly<Record<string, unknown>>[] = [
	{ revision: 2, baseRevision: 1, state: "verified" },
	{ baseRevision: 1 },
	{ state: "returned", returnReason: "请核对" },
	{ returnReason: "请核对" },
	{ orgName: " 示例软件有限公司 " },
	{ orgName: "示" },
	{ orgName: "示例\u200b软件" },
	{ orgName: "e\u0301cole" },
	{ orgName: "示".repeat(61) },
	{ submissionId: "8".repeat(26) },
	{ submitterRef: "A".repeat(64) },
	{ submittedAt: "2026-09-20T01:00:00.000Z" },
	{ submittedAt: "2026-02-30T01:00:00.000Z" },
	{ submittedAt: "2026-09-20T24:00:00.000Z" },
	{ submittedAt: "2026-09-20" },
	{ orgCode: "９１９９０１０１ＭＡ０ＴＥ０Ｔ１２６" },
	{ employees: -1 },
	{ employees: "40" },
	{ relationElsewhere: 3 },
	{ measure: { text: "联建", due: "2027-06-30" } },
	{ measure: { due: "2027-06-30", text: " 联建" } },
	{ measure: "联建" },
	{ measure: '\0{"text":"联建","due":"2027-06-30"}' },
	{ measure: { text: "联建", name: "张三" } },
	{ measure: null },
	{ surveyedOn: "2026-02-30" },
	{ surveyMethod: undefined },
	{ hasUnion: 1 },
	{ unknown: 1 },
	{},
];

test("what was read before changes nothing: each submission is parsed as it would be alone", () => {
	const one = fc.record({
		base: fc.constantFrom(ORGANISED, UNORGANISED),
		changes: fc.array(fc.constantFrom(...CHANGES), { maxLength: 3 }),
	});
	fc.assert(
		fc.property(fc.array(one, { maxLength: 12 }), (submissions) => {
			const parse = rememberingParser();
			for (const { base, changes } of submissions) {
				const input = JSON.parse(JSON.stringify(Object.assign({}, base, ...changes)));
				expect(parse(input)).toEqual(parseSubmission(input));
			}
		}),
	);
	for (const input of [null, [], "text", 5]) {
		expect(rememberingParser()(input)).toEqual(parseSubmission(input));
	}
});

test("a text that looks like a remembered object is judged as the text it is", () => {
	const parse = rememberingParser();
	const measure = { text: "联建", due: "2027-06-30" };
	expect(parse({ ...ORGANISED, measure }).submission).not.toBeNull();
	for (const said of [JSON.stringify(measure), `\0${JSON.stringify(measure)}`]) {
		const input = { ...ORGANISED, measure: said };
		expect(parse(input)).toEqual(parseSubmission(input));
	}
});

test("a key too many does not stand for a field that is missing, not even in the first submission", () => {
	const { surveyMethod: _missing, ...rest } = ORGANISED;
	expect(rememberingParser()({ ...rest, unknown: 1 }).submission).toBeNull();
});
