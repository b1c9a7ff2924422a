import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "../../../../core/assistant/understand/understand.ts";
import { knowledge } from "./knowledge.ts";

const read = (text: string) => understand(text, knowledge);
const count = fc.integer({ min: 0, max: 160 });
const WORDS = "零一二三四五六七八九";

/** Chinese words of a number below 1,000, independent of the reader. */
function words(value: number): string {
	if (value < 10) return WORDS[value] ?? "";
	const hundreds = Math.floor(value / 100);
	const tens = Math.floor((value % 100) / 10);
	const ones = value % 10;
	return [
		hundreds > 0 ? `${WORDS[hundreds]}百` : "",
		tens > 0 ? `${tens === 1 && hundreds === 0 ? "" : WORDS[tens]}十` : hundreds > 0 && ones > 0 ? "零" : "",
		ones > 0 ? WORDS[ones] : "",
	].join("");
}

/** Ways of stating the same number of full members. */
const STATEMENTS: readonly ((n: string) => string)[] = [
	(n) => `我们有${n}名正式党员，能成立党支部吗`,
	(n) => `公司正式党员${n}名，想建支部`,
	(n) => `${n}个党员都是正式的，该建什么组织`,
	(n) => `单位现有正式党员${n}人，怎么组建党组织`,
	(n) => `厂里正式党员一共${n}个，可以建支部不`,
];
/** Sentences that say nothing about members. */
const DISTRACTORS = [
	"公司2016年成立",
	"员工一共320人",
	"办公面积500平米",
	"注册资本1000万元",
	"在8号楼12层",
	"去年营收3000万",
	"入党积极分子2名",
	"共青团员15名",
	"老板是民建会员",
	"一年开两次会",
	"我们做家具的",
] as const;
const TRADITIONAL = new Map(
	Object.entries({
		党: "黨",
		员: "員",
		们: "們",
		个: "個",
		单: "單",
		现: "現",
		组: "組",
		织: "織",
		总: "總",
		建: "建",
		该: "該",
		吗: "嗎",
		厂: "廠",
		里: "裡",
		关: "關",
		系: "係",
		么: "麼",
	}),
);

describe("laws of reading", () => {
	it("number words and digits mean the same", () => {
		fc.assert(
			fc.property(count, fc.constantFrom(...STATEMENTS), (n, say) => {
				const digits = read(say(String(n)));
				expect(digits.slots.fullMembers).toBe(n);
				expect(read(say(words(n))).slots).toEqual(digits.slots);
			}),
		);
	});

	it("full-width digits and traditional characters mean the same", () => {
		fc.assert(
			fc.property(count, fc.constantFrom(...STATEMENTS), (n, say) => {
				const plain = say(String(n));
				const wide = say(
					Array.from(String(n), (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join(""),
				);
				const traditional = Array.from(plain, (character) => TRADITIONAL.get(character) ?? character).join(
					"",
				);
				const expected = read(plain);
				expect(read(wide)).toEqual(expected);
				expect(read(traditional)).toEqual(expected);
			}),
		);
	});

	it("sentences about other things change no slot", () => {
		fc.assert(
			fc.property(
				count,
				fc.constantFrom(...STATEMENTS),
				fc.subarray([...DISTRACTORS], { maxLength: 4 }),
				fc.boolean(),
				(n, say, others, first) => {
					const plain = say(String(n));
					const text = first ? [...others, plain].join("，") : [plain, ...others].join("。");
					expect(read(text).slots).toEqual(read(plain).slots);
				},
			),
		);
	});

	it("the order of full and probationary members does not matter", () => {
		fc.assert(
			fc.property(count, fc.integer({ min: 1, max: 30 }), (full, probationary) => {
				const one = read(`正式党员${full}名，预备党员${probationary}名，能建支部吗`);
				const other = read(`预备党员${probationary}名，正式党员${full}名，能建支部吗`);
				expect(one.slots).toMatchObject({ fullMembers: full, probationary });
				expect(other.slots).toEqual(one.slots);
			}),
		);
	});

	it("N名党员其中M名预备 leaves N minus M full members", () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 150 }), fc.nat(), (total, seed) => {
				const probationary = 1 + (seed % (total - 1));
				const { slots } = read(`公司${total}名党员，其中${probationary}名是预备党员，能建支部吗`);
				expect(slots).toMatchObject({ fullMembers: total - probationary, probationary });
			}),
		);
	});

	it("relations elsewhere are never more than the members", () => {
		fc.assert(
			fc.property(count, count, (n, e) => {
				const { slots } = read(`${n}名正式党员，其中${e}名组织关系还在老家，能建支部吗`);
				const elsewhere = slots.relationElsewhere ?? 0;
				expect(elsewhere).toBeLessThanOrEqual(slots.fullMembers ?? 0);
			}),
		);
	});

	it("never throws, whatever is sent", () => {
		const pieces = [
			"党员",
			"3",
			"两三",
			"名",
			"没有",
			"关系",
			"转不过来",
			"支部",
			"，",
			"挂靠",
			"😀",
			"俩",
			"万",
			"半年",
			"其中",
			"\u200b",
			"項目",
			"x",
		];
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme" }))),
				(parts) => {
					const { confidence } = read(parts.join(""));
					expect(confidence).toBeGreaterThanOrEqual(0);
				},
			),
		);
	});
});
