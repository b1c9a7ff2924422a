import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ContentError } from "../../../scripts/content/content-error.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { checkReportWording } from "../../../scripts/report/wording.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";

const office = loadOffice();

/** What the check says of the wording with one passage replaced. */
function complaint(from: string, to: string): string {
	const root = dataDir();
	cpSync("content/office", join(root, "office"), { recursive: true });
	const file = join(root, "office", "report.yaml");
	const text = readFileSync(file, "utf8");
	expect(text).toContain(from);
	writeFileSync(file, text.replace(from, to));
	try {
		checkReportWording(office, root);
	} catch (error) {
		if (error instanceof ContentError) return error.message;
		throw error;
	}
	return "";
}

test("the office's wording names only metrics that exist", () => {
	expect(checkReportWording(office).sections).toHaveLength(3);
});

test("a misspelt metric, a typed number and a damaged structure are explained with their line", () => {
	expect(complaint("{{employees}}", "{{employes}}")).toMatch(/report\.yaml:17\n.*没有“employes”这个指标/);
	expect(complaint("units: uncovered", "units: uncoverd")).toContain("没有“uncoverd”这个指标");
	expect(complaint("现将情况总结如下", "新建12个，总结如下")).toMatch(
		/report\.yaml:7\n.*数字用 \{\{指标\}\} 引用/,
	);
	expect(complaint("subtitle:", "subtitel:")).toContain("report.yaml");
});

/** What a summary of this genre states in numbers: each is computed or entered, none is left to be typed. */
const GENRE = [
	["streets that signed", "streets", "streets-signed"],
	["organisations by kind", "orgs", "orgs-enterprise", "orgs-social_org"],
	["instructors sent to units without an organisation", "instructors"],
	["coverage by Party work", "work-coverage"],
	["new organisations by kind", "new-year", "new-year-enterprise", "new-year-social_org"],
	["members developed and their share", "district-developed", "developed", "developed-share"],
	["stars, the ceremony and its rewards", "stars", "awards-date", "reward-min", "reward-max"],
	["subsidies", "subsidised", "subsidies"],
	["training held here and away, with those who came", "trainings-here", "trainings-away", "participants"],
] as const;

test.each(GENRE)("the wording states %s", (_, ...metrics) => {
	const text = readFileSync("content/office/report.yaml", "utf8");
	for (const metric of metrics) expect(text).toContain(`{{${metric}}}`);
});
