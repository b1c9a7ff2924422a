import { expect, test } from "vitest";
import { foldRow } from "../../../core/ledger/fold.ts";
import { openMeasures } from "../../../core/ledger/measures.ts";
import { staleUnits } from "../../../core/ledger/stale.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { ORGANISED } from "../survey/samples.ts";

/** A row of one organisation in a quarter with a single revision. */
const row = (orgCode: string, quarter: string, change: Partial<Submission> = {}) =>
	foldRow(quarter, orgCode, [{ ...ORGANISED, orgCode, quarter, ...change }]);

test("active units without a verified revision are stale, with the reason; others are listed apart", () => {
	const before = ["A", "B", "C", "D"].map((code) => row(code, "2026-Q2", { state: "verified" }));
	const gone = row("E", "2026-Q2", { state: "verified", operatingStatus: "moved_out" });
	const now = [
		row("A", "2026-Q3", { state: "verified" }),
		row("B", "2026-Q3"),
		row("C", "2026-Q3", { state: "returned", returnReason: "请核对" }),
		row("F", "2026-Q3"),
	];
	const { active, others } = staleUnits([[...before, gone], now]);
	expect(active.map(({ last, why, verifiedIn }) => [last.orgCode, why, verifiedIn])).toEqual([
		["B", "waiting", "2026-Q2"],
		["C", "returned", "2026-Q2"],
		["D", "not-submitted", "2026-Q2"],
		["F", "waiting", null],
	]);
	expect(others.map(({ last }) => last.orgCode)).toEqual(["E"]);
});

test("a measure is open until a newer revision drops it, and overdue after its day", () => {
	const measure = { text: "对接街道组建", ownerPost: "办公室主任", due: "2026-09-30" };
	const quarters = [
		[row("A", "2026-Q2", { measure }), row("B", "2026-Q2", { measure })],
		[row("B", "2026-Q3"), row("C", "2026-Q3", { measure: { text: "再沟通" } })],
	];
	const at = (today: string) =>
		openMeasures(quarters, today).map(({ row, daysOverdue }) => [row.orgCode, daysOverdue]);
	expect(at("2026-09-30")).toEqual([
		["A", 0],
		["C", 0],
	]);
	expect(at("2026-10-03")).toEqual([
		["A", 3],
		["C", 0],
	]);
});
