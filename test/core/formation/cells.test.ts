import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellError, cellEdges, cellHolds, parseCell } from "../../../core/formation/cells.ts";

const holds = (cell: string, value: number | null) => cellHolds(parseCell("fullMembers", cell), value);

describe("number cells", () => {
	test("bounds belong to the cell as written", () => {
		expect([2, 3].map((value) => holds("<3", value))).toEqual([true, false]);
		expect([2, 3].map((value) => holds(">=3", value))).toEqual([false, true]);
		expect([49, 50, 99, 100].map((value) => holds("50..99", value))).toEqual([false, true, true, false]);
	});
	test("unknown only matches where it is written", () => {
		expect(holds("<6 or unknown", null)).toBe(true);
		expect(holds("known", null)).toBe(false);
		expect(holds("known", 0)).toBe(true);
		expect(holds("unknown", 0)).toBe(false);
	});
	test("between two edges a cell never changes its answer", () => {
		fc.assert(
			fc.property(fc.nat(60), fc.nat(60), fc.nat(80), (a, b, value) => {
				const cell = parseCell("here", `<${a} or ${b}..${b + 7} or >=${a + b + 9}`);
				const edges = cellEdges(cell);
				if (edges.includes(value + 1)) return;
				expect(cellHolds(cell, value + 1)).toBe(cellHolds(cell, value));
			}),
		);
	});
});

describe("what cannot be read is explained", () => {
	test.each([
		[
			"fullMembers",
			"3",
			"看不懂“fullMembers”的条件“3”；可写 <6、>=3、3..6、known（已知）、unknown（未说明），用 or 连接",
		],
		["fullMembers", "9..3", "“fullMembers”的范围“9..3”前大后小，请对调"],
		["task", "project", "“task”要写成方括号集合，例如 [standing, project]"],
		["task", ["projects"], "“task”没有“projects”这个值；可用的有：standing、project、adhoc"],
		[
			"transferable",
			[false],
			'“transferable”没有“false”这个值；可用的有：yes、no、unknown；值 no 要加引号写成 "no"',
		],
		["task", ["adhoc", "adhoc"], "“task”的集合里有重复的值"],
		[
			"here",
			["3"],
			"“here”是数字项目，不能写集合；可写 <6、>=3、3..6、known（已知）、unknown（未说明），用 or 连接",
		],
	])("%s: %j", (quantity, raw, message) => {
		expect(() => parseCell(quantity, raw)).toThrow(new CellError(message));
	});
	test("an unknown quantity lists the known ones", () => {
		expect(() => parseCell("members", "<3")).toThrow(/没有“members”这个项目；可用的有：orgKind、task/);
	});
});
