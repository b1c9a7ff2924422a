import { describe, expect, test } from "vitest";
import { checkSubmission } from "../../../core/survey/check.ts";
import { parseSubmission, SUBMISSION_FIELDS } from "../../../core/survey/schema.ts";
import { ORGANISED, UNORGANISED } from "./samples.ts";

const errorsWith = (change: Readonly<Record<string, unknown>>) =>
	parseSubmission({ ...UNORGANISED, ...change }).errors;

describe("each field refuses what it must", () => {
	test.each<[string, unknown]>([
		["submissionId", "01K"],
		["submissionId", "81K00000000000000000000001"],
		["submissionId", "../../../../etc/passwd00000"],
		["revision", 0],
		["revision", 1.5],
		["baseRevision", 1],
		["channel", "fax"],
		["submitterRef", "A".repeat(64)],
		["submitterRef", "12345"],
		["submittedAt", "2026-09-18"],
		["state", "draft"],
		["quarter", "2026Q3"],
		["quarter", "2026-Q5"],
		["orgCode", 919901010000000000],
		["orgCode", "91990101MA0TE0T127"],
		["orgName", "示"],
		["orgName", "示".repeat(61)],
		["orgName", "示例\u202e公司"],
		["orgName", "示例\u200b公司"],
		["orgName", "示例\n公司"],
		["orgKind", "企业"],
		["streetCode", "../yunxi"],
		["operatingStatus", "open"],
		["employees", -1],
		["employees", "40"],
		["employees", 1e9],
		["fullMembers", 2.5],
		["probationaryMembers", null],
		["relationElsewhere", 3],
		["mobileMembers", -1],
		["developedThisYear", "1"],
		["hasUnion", "yes"],
		["formationMode", "joint"],
		["partyOrgId", "PO-"],
		["partyOrgId", "po-a1"],
		["establishedOn", "2026-02-30"],
		["noOrgReason", "no_members"],
		["noOrgNote", "长".repeat(201)],
		["measure", "长".repeat(201)],
		["measure", { text: "联建", name: "张三" }],
		["measure", { text: "联建", due: "年底" }],
		["responsiblePersonContacted", 1],
		["surveyMethod", "fax"],
		["surveyedOn", "昨天"],
		["consentVersion", ""],
		["returnReason", "请核对"],
	])("%s: %j", (field, value) => expect(errorsWith({ [field]: value })).toContain(`schema:${field}`));

	test("required fields are named one by one when they are missing", () => {
		const optional = new Set([
			...[
				"baseRevision",
				"relationElsewhere",
				"mobileMembers",
				"developedThisYear",
				"pairedWith",
				"partyOrgId",
			],
			...[
				"establishedOn",
				"noOrgReason",
				"noOrgNote",
				"measure",
				"responsiblePersonContacted",
				"returnReason",
			],
		]);
		const required = SUBMISSION_FIELDS.filter((field) => !optional.has(field));
		expect(parseSubmission({}).errors).toEqual(required.map((field) => `schema:${field}`));
	});

	test("unknown keys are rejected and named", () => {
		expect(errorsWith({ ownerAttitude: "支持" })).toEqual(["schema:unknown:ownerAttitude"]);
	});

	test.each([null, 3, "text", [], undefined])("%j is no submission", (value) => {
		expect(parseSubmission(value).errors).toEqual(["schema:object"]);
	});

	test("rules are still judged on the fields that are well formed", () => {
		const { ok, errors } = checkSubmission({ ...ORGANISED, employees: 2, orgCode: 1 });
		expect(ok).toBe(false);
		expect(errors).toEqual(["schema:orgCode", "R1"]);
	});

	test("codes are normalised, texts trimmed, a plain measure becomes its text", () => {
		const parsed = parseSubmission({
			...UNORGANISED,
			orgCode: "91990101-ma0te0t126",
			orgName: " 示例公司 ",
			measure: "与园区联建",
		});
		expect(parsed.errors).toEqual([]);
		expect(parsed.submission).toMatchObject({
			orgCode: "91990101MA0TE0T126",
			orgName: "示例公司",
			measure: { text: "与园区联建" },
		});
	});

	test("personal data in a free text and an unknown street are errors", () => {
		const { errors } = checkSubmission(
			{
				...UNORGANISED,
				streetCode: "nowhere",
				noOrgNote: "张三是党员",
				measure: { text: "联建", ownerPost: "打13812345678" },
			},
			{ streets: new Set(["yunxi"]) },
		);
		expect(errors).toEqual(["schema:streetCode", "personal:noOrgNote", "personal:measure"]);
	});
});
