import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumeral, readNumber } from "../../../core/language/numerals.ts";

/** Independent writer of Chinese numerals below 10,000, to test the reader against. */
function write(value: number): string {
	const digits = "零一二三四五六七八九";
	const units = ["", "十", "百", "千"];
	const text = String(value);
	let result = "";
	let gap = false;
	for (let index = 0; index < text.length; index++) {
		const digit = Number(text[index]);
		if (digit === 0) {
			gap = true;
			continue;
		}
		if (gap && result) result += "零";
		gap = false;
		result += digits[digit] + (units[text.length - 1 - index] ?? "");
	}
	return result === "" ? "零" : result.replace(/^一十/, "十");
}

describe("parseNumeral", () => {
	it("reads back every number below 10,000", () => {
		fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), (n) => parseNumeral(write(n)) === n));
	});

	it.each([
		["二〇一五", 2015],
		["一百二", 120],
		["一百零二", 102],
		["三万五", 35000],
		["两千三百", 2300],
		["1,250", 1250],
		["两", 2],
	])("%s = %d", (text, value) => {
		expect(parseNumeral(text)).toBe(value);
	});

	it("rejects what is no numeral", () => {
		expect(parseNumeral("")).toBeNull();
		expect(parseNumeral("党员")).toBeNull();
	});
});

describe("readNumber", () => {
	it.each([
		["3名", 3, 3],
		["俩党员", 2, 2],
		["仨", 3, 3],
		["一两个", 1, 2],
		["两三个", 2, 3],
		["三四十个", 30, 49],
		["十五六个", 15, 16],
		["十几个", 11, 19],
		["二十多个", 21, 29],
		["30多名", 31, 39],
		["十来个", 8, 15],
		["三五个", 2, 6],
		["几个", 1, 9],
		["几十个", 20, 99],
		["两百多名", 201, 299],
		["500万", 5_000_000, 5_000_000],
		["3到5个", 3, 5],
		["three full", 3, 3],
	])("%s is %d to %d", (text, low, high) => {
		expect(readNumber(text, 0)).toMatchObject({ low, high });
	});

	it("knows where the number ends", () => {
		expect(readNumber("有二十三名", 1)?.end).toBe(4);
		expect(readNumber("俩个人", 0)).toMatchObject({ end: 2, counted: true });
	});

	it("digits and words read alike", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
				const digits = readNumber(`${n}名`, 0);
				const words = readNumber(`${write(n)}名`, 0);
				return digits?.low === n && words?.low === n && words.high === n;
			}),
		);
	});
});
