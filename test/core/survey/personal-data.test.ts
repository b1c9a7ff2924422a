import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { findPersonalData, foldForFilter, redactPersonalData } from "../../../core/survey/personal-data.ts";

const cases = parse(readFileSync("test/core/survey/personal-data.cases.yaml", "utf8")) as {
	readonly mustFind: readonly { readonly text: string; readonly kind: string }[];
	readonly mustPass: readonly string[];
};

test.each(cases.mustFind)("finds $kind in $text", ({ text, kind }) => {
	expect(findPersonalData(text).map((finding) => finding.kind)).toContain(kind);
});

test.each(cases.mustPass)("leaves %s alone", (text) => {
	expect(findPersonalData(text)).toEqual([]);
});

test("redaction removes every number and name, and keeps the rest", () => {
	expect(redactPersonalData("张三是党员，电话13812345678，共3名党员")).toBe(
		"〔已隐去〕,电话〔已隐去〕,共3名党员",
	);
	expect(redactPersonalData("老板是党员，另有2名")).toBe("老板是党员，另有2名");
	for (const { text, kind } of cases.mustFind) {
		if (kind === "post-member") continue;
		expect(findPersonalData(redactPersonalData(text)), text).toEqual([]);
	}
});

test("a mobile number is found wherever it stands and never survives redaction", () => {
	const number = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
	const around = fc.constantFrom("", "电话", "，", "请打", "（", " ", "\n");
	fc.assert(
		fc.property(around, number, around, (before, [second, rest], after) => {
			const digits = `1${second}${String(rest).padStart(9, "0")}`;
			const text = `${before}${digits}${after}`;
			expect(findPersonalData(text)).not.toEqual([]);
			expect(redactPersonalData(text)).not.toContain(digits);
		}),
	);
});

test("a hundred thousand characters are filtered without going quadratic", () => {
	for (const piece of ["张", "党员", "1 3 8-", "是党员", "政治面貌", "张三"]) {
		const text = piece.repeat(Math.ceil(100_000 / piece.length));
		expect(foldForFilter(text).length).toBeGreaterThan(90_000);
		findPersonalData(text);
	}
});
