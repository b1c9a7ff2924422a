import { describe, expect, test } from "vitest";
import { checkSubmission } from "../../../core/survey/check.ts";
import { ERROR_CODES, judge, WARNING_CODES } from "../../../core/survey/rules.ts";
import { RULE_CASES } from "./rule-cases.ts";
import { ORGANISED, UNORGANISED } from "./samples.ts";

test("every code has a failing and a passing case", () => {
	expect([...new Set(RULE_CASES.map(({ code }) => code))].sort()).toEqual(
		[...ERROR_CODES, ...WARNING_CODES].sort(),
	);
});

test.each(RULE_CASES)("$code: $name", ({ code, breaks, keeps, context }) => {
	const broken = checkSubmission(breaks, context);
	const kept = checkSubmission(keeps, context);
	expect([...broken.errors, ...broken.warnings]).toContain(code);
	expect([...kept.errors, ...kept.warnings]).not.toContain(code);
	expect(kept.errors).toEqual([]);
	expect(broken.ok).toBe(!code.startsWith("R"));
});

test("the samples contradict nothing and call for no remark", () => {
	expect(checkSubmission(ORGANISED)).toMatchObject({ ok: true, errors: [], warnings: [] });
	expect(checkSubmission(UNORGANISED)).toMatchObject({ ok: true, errors: [], warnings: [] });
});

describe("boundaries", () => {
	test.each([
		["2026-06-30", ["W1"]],
		["2026-07-01", ["R9"]],
		["2026-09-30", ["R9"]],
	])("a branch of two full members established on %s", (establishedOn, codes) => {
		const { errors, warnings } = judge({ ...ORGANISED, fullMembers: 2, establishedOn });
		expect([...errors, ...warnings]).toEqual(codes);
	});
	test.each([
		[10, 15, false],
		[10, 16, true],
		[9, 14, true],
		[0, 4, false],
		[0, 5, true],
		[16, 8, false],
		[16, 7, true],
		[100, 150, false],
	])("a jump of employees from %i to %i", (before, now, jump) => {
		const warnings = judge({ ...UNORGANISED, employees: now }, { previous: { employees: before } }).warnings;
		expect(warnings.includes("W4")).toBe(jump);
	});
	test("relations elsewhere are taken off before counting to three", () => {
		const row = { ...UNORGANISED, fullMembers: 4, relationElsewhere: 2 };
		expect(judge(row).errors).toEqual([]);
		expect(judge({ ...row, relationElsewhere: 1 }).errors).toEqual(["R5"]);
	});
	test("a closed unit without an organisation needs no reason", () => {
		const { noOrgReason: _none, ...row } = { ...UNORGANISED, operatingStatus: "closed" as const };
		expect(judge(row).errors).toEqual([]);
	});
});
