import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth, wrapLine } from "../../../scripts/ledger/display-width.ts";

test("Chinese counts double; no line begins with a closing mark, no number is cut", () => {
	expect(displayWidth("职工40")).toBe(6);
	expect(wrapLine("共32行，2行有错误。", 12)).toEqual(["共32行，2行", "有错误。"]);
	expect(wrapLine("改正后再导入。", 12)).toEqual(["改正后再导", "入。"]);
	expect(wrapLine("", 12)).toEqual([""]);
});

test("nothing is lost but spaces at a break", () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom("中", "a", "1", "，", "。", " ") }), (line) => {
			expect(wrapLine(line, 8).join("").replaceAll(" ", "")).toBe(line.replaceAll(" ", ""));
		}),
	);
});
