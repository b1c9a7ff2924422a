import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submissionRoutes } from "../../../bot/http/submissions.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { createWebDesk } from "../../../bot/submissions/receive.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { QUESTIONS } from "../../../core/survey/dialogue/questions.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { SECTIONS } from "../../../site/survey/sections.ts";
import { PHONE, ServedSite } from "../served-site.ts";

const knowledge = loadKnowledge();
const dataDir = mkdtempSync(join(tmpdir(), "survey-form-"));
let store: Awaited<ReturnType<typeof openSubmissionStore>>;
let served: ServedSite;
let files: ServedSite;
beforeAll(async () => {
	store = await openSubmissionStore(dataDir, { trashDays: 30 });
	const desk = createWebDesk(store.submissions, knowledge, new Uint8Array(32));
	served = await ServedSite.start((app) => {
		app.route(
			"/api/submissions",
			submissionRoutes(desk, knowledge, () => {}),
		);
	});
	files = await ServedSite.start();
});
afterAll(async () => {
	await served.stop();
	await files.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const next = (page: Page) => page.locator(".survey-form button[type=submit]").click();

/** Fills the form up to the review page, as a person does: numbers in words and full width. */
async function fillForm(page: Page): Promise<void> {
	await page.locator("#survey-agree").click();
	await page.locator("#orgCode").fill("91990101-MA0TE0T12-6");
	await page.locator("#orgName").fill("示例软件有限公司");
	for (const [name, value] of [
		["orgKind", "enterprise"],
		["streetCode", knowledge.district.streets[0]?.code],
		["operatingStatus", "active"],
	]) {
		await page.locator(`input[name=${name}][value=${value}]`).check();
	}
	await next(page);
	await page.locator("#employees").fill("三十五");
	await page.locator("#fullMembers").fill("２");
	await page.locator("#probationaryMembers").fill("没有");
	await next(page);
	for (const name of ["hasUnion", "hasYouthLeague"])
		await page.locator(`input[name=${name}][value=no]`).check();
	await page.locator("input[name=instructorAssigned][value=yes]").check();
	await page.locator("input[name=formationMode][value=none]").check();
	await next(page);
	await page.locator("input[name=noOrgReason][value=members_lt_3]").check();
	await next(page);
	await page.locator(".review-table").waitFor();
}

it("has a place for every question of the dialogue but the quarter", () => {
	const placed = SECTIONS.flatMap(({ fields }) => fields).sort();
	expect(placed).toEqual(
		QUESTIONS.map(({ field }) => field)
			.filter((field) => field !== "quarter")
			.sort(),
	);
});

describe("with the service", () => {
	it("sends what was filled in; it ends as one stored revision, and a receipt with advice is shown", async () => {
		const complaints = await served.visit("/survey/", async (page) => {
			await fillForm(page);
			await page.getByRole("button", { name: "发送", exact: true }).click();
			const number = await page.locator(".receipt-number").textContent();
			await page.locator(".receipt-advice a").waitFor();
			expect(await page.evaluate(() => localStorage.getItem("survey-draft"))).toBeNull();
			const [quarter = ""] = await store.submissions.quarters();
			const rows = await store.submissions.rows(quarter);
			expect(rows).toHaveLength(1);
			const stored = rows[0]?.history.find(({ submissionId }) => submissionId === number);
			expect(stored).toMatchObject({ employees: 35, fullMembers: 2, probationaryMembers: 0, channel: "web" });
			const key = await page.evaluate(() => localStorage.getItem("survey-key"));
			expect(stored?.submitterRef).toMatch(/^[0-9a-f]{64}$/);
			expect(stored?.submitterRef).not.toBe(key);
		});
		expect(complaints).toEqual([]);
	});

	it("explains a bad answer under its field, refuses personal data, and puts the focus there", async () => {
		await served.visit("/survey/", async (page) => {
			await page.locator("#survey-agree").click();
			await page.locator("#orgCode").fill("91990101MA0TE0T127");
			await page.locator("#orgName").fill("李四是党员公司");
			await next(page);
			expect(await page.locator("#orgCode-error").textContent()).toBe(
				knowledge.survey.messages["code:check"],
			);
			expect(await page.locator("#orgName-error").textContent()).toBe(
				knowledge.survey.messages["personal:orgName"],
			);
			expect(await page.locator("#orgCode").getAttribute("aria-invalid")).toBe("true");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("orgCode");
			expect(await page.evaluate(() => localStorage.getItem("survey-draft"))).not.toContain("李四");
		});
	});

	it("shows contradictions before sending and leads to the question to correct", async () => {
		await served.visit("/survey/", async (page) => {
			await fillForm(page);
			await page.getByRole("button", { name: "修改正式党员数" }).click();
			await page.locator("#fullMembers").fill("40");
			await next(page);
			await page.locator(".note.error").waitFor();
			expect(await page.locator(".note.error").textContent()).toContain(knowledge.survey.messages["R1"]);
			expect(await page.getByRole("button", { name: "发送", exact: true }).isDisabled()).toBe(true);
			await page.locator(".note.error button").first().click();
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("employees");
		});
	});

	it("resumes a draft after leaving the page, and drops it after its days", async () => {
		await served.visit("/survey/", async (page) => {
			await page.locator("#survey-agree").click();
			await page.locator("#orgName").fill("示例软件有限公司");
			await page.locator("#orgName").blur();
			await page.reload();
			await page.getByRole("button", { name: "接着填" }).click();
			expect(await page.locator("#orgName").inputValue()).toBe("示例软件有限公司");
			await page.evaluate((days) => {
				const draft = JSON.parse(localStorage.getItem("survey-draft") ?? "{}") as { startedAt: string };
				draft.startedAt = new Date(Date.now() - (days + 1) * 86_400_000).toISOString();
				localStorage.setItem("survey-draft", JSON.stringify(draft));
			}, knowledge.survey.draftDays);
			await page.reload();
			await page.locator("#survey-agree:not([disabled])").waitFor();
			expect(await page.getByRole("button", { name: "接着填" }).count()).toBe(0);
			expect(await page.evaluate(() => localStorage.getItem("survey-draft"))).toBeNull();
		});
	});
});

describe("without the service", () => {
	it("keeps everything and saves a file that passes the ledger's check", async () => {
		await files.visit(
			"/survey/",
			async (page) => {
				await fillForm(page);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
				await page.getByRole("button", { name: "发送", exact: true }).click();
				const [download] = await Promise.all([
					page.waitForEvent("download"),
					page.getByRole("button", { name: "保存填报文件" }).click(),
				]);
				const saved = JSON.parse(readFileSync(await download.path(), "utf8")) as Record<string, unknown>;
				const envelope = {
					submittedAt: new Date().toISOString(),
					revision: 1,
					state: "submitted",
					channel: "import",
					submitterRef: "0".repeat(64),
				};
				expect(checkSubmission({ ...saved, ...envelope }).errors).toEqual([]);
				expect(await page.evaluate(() => localStorage.getItem("survey-draft"))).not.toBeNull();
			},
			PHONE,
		);
	});
});
