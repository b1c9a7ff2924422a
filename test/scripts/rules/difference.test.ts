import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { FormationFile } from "../../../core/content/rules.ts";
import { formationFile } from "../../../core/content/rules.ts";
import { assistantFile } from "../../../core/content/wording.ts";
import { compileTable, TableError } from "../../../core/formation/compile.ts";
import { ContentReader } from "../../../scripts/content/reader.ts";
import { checkTable } from "../../../scripts/content/table.ts";
import { describeDifference } from "../../../scripts/rules/diff.ts";
import { readTable } from "../../../scripts/rules/read-table.ts";

const { file, table, labels } = readTable();
const names = new Map([
	["single-branch", "单独成立党支部"],
	["transfer-first", "先转接组织关系"],
]);

/** The published table with one row changed. */
function changed(id: string, change: (row: FormationFile["rows"][number]) => void): FormationFile {
	const copy = structuredClone(file);
	const row = copy.rows.find((one) => one.id === id);
	if (!row) throw new Error(`no row ${id}`);
	change(row);
	return copy;
}

/** The table with the threshold of an own branch raised to four, everywhere it stands. */
function raised(): FormationFile {
	const text = JSON.stringify(file)
		.replaceAll('"here":">=3"', '"here":">=4"')
		.replaceAll('"here":"<3"', '"here":"<4"');
	return JSON.parse(text) as FormationFile;
}

describe("the difference between two versions", () => {
	test("is none for the same table", () => {
		expect(describeDifference(table, table, labels, names)).toBe("两个版本对任何情况的结论都相同。");
	});

	test("names groups of inputs by rows, with the simplest example", () => {
		const text = describeDifference(table, compileTable(raised()), labels, names);
		expect(text).toContain("R30 单独成立党支部 → R34 先转接组织关系");
		expect(text).toContain("例如：正式党员3名");
	});

	test("is told for another order of supports too", () => {
		const other = structuredClone(file);
		other.supportOrder = ["host", "area", "industry", "lead"];
		const text = describeDifference(table, compileTable(other), labels, names);
		expect(text).toContain("R41 joint-branch-area → R44 affiliated");
	});

	test("an unknown version is explained", () => {
		const { status, stderr } = spawnSync(process.execPath, ["scripts/rules-diff.ts", "no-such-version"], {
			encoding: "utf8",
		});
		expect(status).toBe(1);
		expect(stderr).toContain("取不到“no-such-version”里的 content/rules/formation.yaml");
	});
});

describe("a table that is not right", () => {
	const entries = () => {
		const reader = new ContentReader("content");
		const formation = reader.yaml(formationFile, "rules/formation.yaml");
		const wording = reader.yaml(assistantFile, "office/assistant.yaml");
		if (!formation || !wording) throw new Error("content cannot be read");
		return { formation, wording };
	};
	const problems = (data: FormationFile) => {
		const { formation, wording } = entries();
		return checkTable({ ...formation, data }, wording);
	};

	test("a gap is shown with an example", () => {
		const [problem] = problems(
			changed("R40", (row) =>
				row.when.splice(0, 1, { fullMembers: "<2", membersWorking: "<1", task: ["adhoc"] }),
			),
		);
		expect(problem?.what).toMatch(/有一种情况没有落在任何一行，例如：正式党员0名/);
		expect(problem?.mend).toBe("补一行，或放宽相邻一行的条件");
	});

	test("an overlap names the rows and the line of the file", () => {
		const [problem] = problems(
			changed("R08", (row) =>
				row.when.splice(0, 1, { existing: ["branch"], here: ">=3", membersHere: "<51" }),
			),
		);
		expect(problem?.what).toContain("同时落在 R08、R09，例如：");
		expect(problem?.line).toBeGreaterThan(1);
	});

	test("a row that nothing reaches is named", () => {
		const copy = structuredClone(file);
		const row = copy.rows.find((one) => one.id === "R20");
		if (!row) throw new Error("no R20");
		copy.rows.push({ ...row, id: "R99", when: [{ existing: ["branch"], task: ["adhoc"] }] });
		expect(problems(copy).map((problem) => problem.what)).toEqual([
			"R99 这一行的条件互相矛盾，任何情况都落不到",
		]);
	});

	test.each([
		["R30", { here: "3+" }, "R30：看不懂“here”的条件“3+”"],
		["R30", { members: "<3" }, "R30：没有“members”这个项目"],
	])("a cell that cannot be read stops the build: %s %j", (id, when, message) => {
		const [problem] = problems(changed(id, (row) => row.when.splice(0, 1, when as never)));
		expect(problem?.what).toContain(message);
	});

	test("an unknown scope, a repeated row, a missing question", () => {
		expect(() => compileTable(changed("R30", (row) => Object.assign(row, { within: "nowhere" })))).toThrow(
			new TableError("R30", "没有名为“nowhere”的范围；可用的有：live、fresh"),
		);
		expect(() => compileTable(changed("R31", (row) => Object.assign(row, { id: "R30" })))).toThrow(
			/R30：编号重复/,
		);
		expect(() => compileTable(changed("R30", (row) => Object.assign(row, { outcome: "ask" })))).toThrow(
			/R30：结论是 ask 的行要写 ask/,
		);
	});
});
