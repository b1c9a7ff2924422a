import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyHolds } from "../../../core/formation/compile.ts";
import { complete } from "../../../core/formation/complete.ts";
import { derive } from "../../../core/formation/derive.ts";
import { evaluate } from "../../../core/formation/evaluate.ts";
import { failingSamples } from "../../../core/formation/matrix.ts";
import { readMatrix } from "../../../scripts/rules/read-matrix.ts";
import { readTable } from "../../../scripts/rules/read-table.ts";
import { anyProfile } from "./arbitrary.ts";
import { referenceRow } from "./reference.ts";

const { file, table } = readTable();
const matrix = readMatrix();

describe("the published table", () => {
	test("has no gap, no overlap and no unreachable row", () => {
		const proof = complete(table);
		expect(proof.problems).toEqual([]);
		expect(proof.unreachable).toEqual([]);
		expect(proof.parts).toBeGreaterThan(10_000);
	});

	test("matches exactly one row for any profile, the one of the reviewed rules", () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const quantities = derive(profile, table.supportOrder);
				const hits = table.rows.filter((row) => anyHolds(row.conjunctions, quantities));
				expect(hits.map((hit) => hit.row.id)).toEqual([referenceRow(profile)]);
			}),
			{ numRuns: 5000 },
		);
	});

	test("agrees with every reviewed sample, and the samples reach every row", () => {
		expect(failingSamples(table, matrix.samples)).toEqual([]);
		expect(new Set(matrix.samples.map((sample) => sample.row))).toEqual(
			new Set(file.rows.map((row) => row.id)),
		);
	});
});

describe("laws of formation", () => {
	const outcome = (profile: Parameters<typeof evaluate>[1]) => evaluate(table, profile).outcome;

	test("a probationary member never makes up for a missing full member", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 }), fc.nat(60), (fullMembers, probationary) => {
				const own = ["single-branch", "general-branch", "primary-committee", "project-branch"];
				expect(own).not.toContain(outcome({ fullMembers, probationary, support: [] }));
			}),
		);
	});

	test("a host or neighbour never draws a unit with three full members away from its own branch", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 3, max: 49 }),
				fc.subarray(["area", "industry", "lead", "host"] as const),
				(fullMembers, support) => {
					expect(outcome({ fullMembers, support })).toBe("single-branch");
				},
			),
		);
	});

	test("members whose relation is elsewhere do not found a branch here", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 60 }), (here, elsewhere) => {
				const got = outcome({ fullMembers: here + elsewhere, relationElsewhere: elsewhere, support: [] });
				expect(["transfer-first", "instructor"]).toContain(got);
			}),
		);
	});

	test("no stated duration bounds a temporary branch", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), (durationMonths) => {
				expect(outcome({ existing: "temporary", fullMembers: 5, durationMonths })).toBe("maintain");
			}),
		);
	});

	test("a question is only asked for something that was not stated, except support that was removed", () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const { ask } = evaluate(table, profile);
				if (ask === "support") {
					const removed = profile.support?.every((one) => one === "area" || one === "industry");
					expect(profile.support === null || (removed && (profile.jointFull ?? 3) < 3)).toBe(true);
				} else if (ask !== null) expect(profile[ask]).toBe(null);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe("notes", () => {
	const notes = (profile: Parameters<typeof evaluate>[1]) => evaluate(table, profile).notes;
	test.each([
		[{ fullMembers: 7 }, ["committee-needed"]],
		[{ fullMembers: 6 }, ["no-committee"]],
		[{ fullMembers: 46 }, ["committee-needed", "near-fifty"]],
		[{ fullMembers: 50 }, ["exactly-fifty", "local-threshold"]],
		[{ fullMembers: 51 }, ["local-threshold"]],
		[{ fullMembers: 95 }, ["near-hundred", "local-threshold"]],
		[
			{ task: "project", fullMembers: 7, durationMonths: 8 },
			["committee-needed-project", "project-transfer"],
		],
		[{ fullMembers: 2, support: ["area"], jointFull: 4 }, ["joint-five-units", "joint-one-large"]],
		[{ fullMembers: 2, support: ["area"] }, ["joint-five-units", "joint-one-large", "joint-total-needed"]],
		[{ existing: "committee", fullMembers: 60 }, ["local-threshold", "committee-may-stay"]],
		[{ existing: "branch", fullMembers: 2 }, ["place-members-first"]],
		[{ fullMembers: 1, support: [] }, ["every-member-placed", "work-coverage-only"]],
		[
			{ fullMembers: 2, probationary: 5, support: [] },
			["probationary-not-counted", "every-member-placed", "work-coverage-only"],
		],
		[{ fullMembers: 4, relationElsewhere: 1 }, ["no-committee", "transfer-the-rest"]],
		[{ fullMembers: 3, relationElsewhere: 1 }, ["transfer-some-stay"]],
		[{ fullMembers: 3, relationElsewhere: 3, transferable: "no" }, ["mobile-only-long", "functional-local"]],
		[{ fullMembers: 2 }, []],
	] as const)("%j", (profile, expected) => {
		expect(notes(profile)).toEqual(expected);
	});
});
