import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldRow } from "../../../core/ledger/fold.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { ORGANISED } from "../survey/samples.ts";

const revision = (
	n: number,
	base: number | undefined,
	state: Submission["state"] = "submitted",
	id = n,
): Submission => ({
	...ORGANISED,
	submissionId: `01K${String(id).padStart(23, "0")}`,
	revision: n,
	...(base === undefined ? {} : { baseRevision: base }),
	state,
});
const fold = (...args: [readonly Submission[], Parameters<typeof foldRow>[3]?]) =>
	foldRow("2026-Q3", ORGANISED.orgCode, ...args);

describe("what counts", () => {
	test.each<[string, Submission[], number | null]>([
		["nothing yet", [revision(1, undefined)], null],
		["the verified one", [revision(1, undefined), revision(2, 1, "verified", 1)], 2],
		[
			"still, while a correction waits",
			[revision(1, undefined), revision(2, 1, "verified", 1), revision(3, 2)],
			2,
		],
		[
			"no longer, when it was returned",
			[revision(1, undefined), revision(2, 1, "verified", 1), revision(3, 2, "returned", 1)],
			null,
		],
	])("%s", (_what, revisions, counted) => expect(fold(revisions).verified?.revision ?? null).toBe(counted));
});

test("an empty row", () =>
	expect(fold([])).toMatchObject({ head: null, topRevision: null, nextRevision: 1 }));

test("a ghost keeps its place: what was made from it is no conflict", () => {
	const ghost = { submissionId: "01K00000000000000000000001", revision: 1, why: "withdrawn" as const };
	const row = fold([revision(2, 1)], [ghost]);
	expect(row.head?.revision).toBe(2);
	expect(row.conflicts).toEqual([]);
});

test("a row in which each revision follows the one before is the same read backwards", () => {
	const chain = [
		revision(1, undefined),
		revision(2, 1, "verified", 1),
		revision(3, 2),
		revision(4, 3, "returned", 3),
	];
	expect(fold(chain)).toEqual(fold(chain.toReversed()));
	expect(fold(chain)).toMatchObject({ head: chain[3], verified: null, history: chain, nextRevision: 5 });
});

test("the order of reading does not matter, nothing is lost, and a later number never becomes a smaller one", () => {
	const rows = fc
		.array(
			fc.record({
				base: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
				superseded: fc.boolean(),
			}),
			{
				maxLength: 8,
			},
		)
		.map((entries) =>
			entries.map(({ base, superseded }, index) =>
				revision(
					index + 1,
					index === 0 || base === undefined || base > index ? undefined : base,
					superseded && index > 0 ? "superseded" : "submitted",
				),
			),
		);
	fc.assert(
		fc.property(rows, fc.infiniteStream(fc.nat()), (revisions, random) => {
			const shuffled = revisions
				.map((one) => ({ one, key: random.next().value as number }))
				.sort((a, b) => a.key - b.key)
				.map(({ one }) => one);
			const row = fold(revisions);
			expect(fold(shuffled)).toEqual(row);
			expect(row.nextRevision).toBe(revisions.length + 1);
			const kept = row.history.length + row.conflicts.length;
			expect(kept).toBe(revisions.filter(({ state }) => state !== "superseded").length);
			expect([...row.history].sort((a, b) => a.revision - b.revision)).toEqual(row.history);
		}),
	);
});
