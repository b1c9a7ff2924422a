import { expect, test } from "vitest";
import {
	coverageOf,
	organisationsOf,
	percent,
	unitOf,
	unsurveyedUnit,
} from "../../../core/ledger/coverage.ts";
import type { Submission } from "../../../core/survey/submission.ts";

const row = (given: Partial<Submission>): Submission => ({
	submissionId: "01J8ZZZZZZZZZZZZZZZZZZZZZZ",
	revision: 1,
	channel: "web",
	submitterRef: "a".repeat(64),
	submittedAt: "2026-09-01T08:00:00+08:00",
	state: "verified",
	quarter: "2026-Q3",
	orgCode: "91990101MA0TE0T126",
	orgName: "示例公司",
	orgKind: "enterprise",
	streetCode: "yunxi",
	operatingStatus: "active",
	employees: 40,
	fullMembers: 3,
	probationaryMembers: 0,
	hasUnion: false,
	hasYouthLeague: false,
	instructorAssigned: false,
	formationMode: "none",
	surveyMethod: "visit",
	surveyedOn: "2026-09-01",
	consentVersion: "1",
	...given,
});

test("a joint branch over four units covers four units and is one organisation", () => {
	const units = [1, 2, 3, 4].map(() => unitOf(row({ formationMode: "joint_area", partyOrgId: "PO-J1" })));
	expect(coverageOf(units)).toMatchObject({ units: 4, joint: 4, organised: 4 });
	expect(organisationsOf(units)).toEqual({ organisations: 1, unnumbered: 0 });
});

test("a unit with instructor, union and youth league counts once for work, not for organisation", () => {
	const unit = unitOf(row({ instructorAssigned: true, hasUnion: true, hasYouthLeague: true }));
	expect(coverageOf([unit])).toMatchObject({ work: 1, workOnly: 1, organised: 0 });
});

test.each([
	["affiliated without a member is work only", { formationMode: "affiliated", fullMembers: 0 }, "workOnly"],
	[
		"affiliated with a probationary member counts",
		{ formationMode: "affiliated", fullMembers: 0, probationaryMembers: 1 },
		"affiliated",
	],
	["a temporary branch is shown apart", { formationMode: "temporary" }, "workOnly"],
	["a mobile branch is shown apart", { formationMode: "mobile" }, "workOnly"],
	["pairing is help, never coverage", { pairedWith: true }, "nothing"],
] as const)("%s", (_, given, standing) => {
	expect(unitOf(row(given)).standing).toBe(standing);
});

test("members whose relation is elsewhere do not make an organisation due", () => {
	expect(unitOf(row({ fullMembers: 4, relationElsewhere: 2 })).should).toBe(false);
	expect(unitOf(row({ fullMembers: 4, relationElsewhere: 1 })).should).toBe(true);
});

test("an unsurveyed unit is in the denominator only", () => {
	const unit = unsurveyedUnit({ orgCode: "x", streetCode: "yunxi", orgKind: "social_org" });
	expect(coverageOf([unit])).toMatchObject({ units: 1, organised: 0, work: 0, should: 0, unsurveyed: 1 });
});

test.each([
	[0, 0, "—"],
	[0, 7, "0%"],
	[7, 7, "100%"],
	[1, 100_000, "0.1%"],
	[99_999, 100_000, "99.9%"],
	[398, 860, "46.3%"],
])("%i of %i is %s", (numerator, denominator, text) => {
	expect(percent(numerator, denominator)).toBe(text);
});
