import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submissionRoutes } from "../../../bot/http/submissions.ts";
import { openForReading, openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { createWebDesk } from "../../../bot/submissions/receive.ts";
import { QUESTIONS } from "../../../core/survey/dialogue/questions.ts";
import { loadKnowledge } from "../../../scripts/knowledge.ts";
import { importFiles } from "../../../scripts/ledger/import.ts";
import { SECTIONS } from "../../../site/survey/sections.ts";
import { orgCode } from "../../bot/stores/crash-samples.ts";
import { runLedger } from "../../scripts/ledger/run.ts";
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
async function fillForm(page: Page, code = "91990101-MA0TE0T12-6"): Promise<void> {
	await page.locator("#survey-agree").click();
	await page.locator("#orgCode").fill(code);
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

it("goes one page back at the browser's back button, and from the first page to the notice", async () => {
	await files.visit("/survey/", async (page) => {
		const title = page.locator("#survey h2");
		await fillForm(page);
		await page.goBack();
		await expect.poll(() => title.textContent()).not.toBe("核对");
		for (let pages = 0; pages < 3; pages++) await page.goBack();
		await expect.poll(() => title.textContent()).toBe("单位");
		expect(await page.locator("#orgName").inputValue()).toBe("示例软件有限公司");
		await page.goBack();
		await page.locator("#survey-notice").waitFor();
		await page.goForward();
		await page.locator("#orgName").waitFor();
	});
});

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
			const number = await page.locator("#survey .receipt-number").textContent();
			await page.locator(".receipt-advice a").waitFor();
			expect(await page.evaluate(() => localStorage.getItem("survey-draft"))).toBeNull();
			const [quarter = ""] = await store.submissions.quarters();
			const rows = await store.submissions.rows(quarter);
			expect(rows).toHaveLength(1);
			const stored = rows[0]?.history.find(({ submissionId }) => submissionId === number);
			expect(stored).toMatchObject({ employees: 35, fullMembers: 2, probationaryMembers: 0, channel: "web" });
			const key = await page.locator(".withdraw-code").textContent();
			expect(stored?.submitterRef).toMatch(/^[0-9a-f]{64}$/);
			expect(stored?.submitterRef).not.toBe(key);
		});
		expect(complaints).toEqual([]);
	});

	it("goes on at the first press, although a corrected answer moves the button", async () => {
		const tall = { viewport: { width: 1280, height: 1600 } };
		const first = async (page: Page) => {
			await page.locator("#survey-agree").click();
			await page.locator("#orgCode").fill("91990101MA0TE0T127");
			await page.locator("#orgName").fill("示例软件有限公司");
			for (const name of ["orgKind", "streetCode", "operatingStatus"])
				await page.locator(`input[name=${name}]`).first().check();
			await next(page);
			await page.locator("#orgCode").fill("91990101MA0TE0T126");
			const button = await page.locator(".survey-form button[type=submit]").boundingBox();
			if (button === null) throw new Error("no button");
			await page.mouse.move(button.x + button.width / 2, button.y + button.height - 3);
			await page.mouse.down();
			await page.mouse.up();
			await page.locator("#employees").waitFor();
		};
		await served.visit("/survey/", first, tall);
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

/** Sends a filled form; the receipt's number and code. */
async function send(page: Page): Promise<{ readonly number: string; readonly code: string }> {
	await page.getByRole("button", { name: "发送", exact: true }).click();
	await page.locator(".withdraw-code").waitFor();
	const number = (await page.locator("#survey .receipt-number").textContent()) ?? "";
	return { number, code: (await page.locator(".withdraw-code").textContent()) ?? "" };
}

describe("the holder of a receipt", () => {
	const verify = async (number: string) => {
		const [quarter = ""] = await store.submissions.quarters();
		const rows = await store.submissions.rows(quarter);
		const row = rows.find(({ head }) => head?.submissionId === number);
		const decision = { quarter, orgCode: row?.orgCode ?? "", revision: row?.head?.revision ?? 0 };
		const at = new Date().toISOString();
		return store.submissions.verify({ ...decision, actor: "f".repeat(64), at });
	};

	it("is offered last time's answers once they are verified, checks them page by page and sends them", async () => {
		const code = orgCode(4_001);
		const complaints = await served.visit(
			"/survey/",
			async (page) => {
				await fillForm(page, code);
				const { number } = await send(page);
				await page.goto(`${served.url}/survey/`);
				const use = page.getByRole("button", { name: knowledge.survey.sentences["webReceiptUse"] ?? "" });
				await use.click();
				await expect
					.poll(() => page.locator("#survey-state").textContent())
					.toBe(knowledge.survey.sentences["webNotVerified"]);
				expect(await verify(number)).toMatchObject({ kind: "done" });
				await use.click();
				expect(await page.locator("#orgCode").inputValue()).toBe(code);
				await next(page);
				expect(await page.locator("#employees").inputValue()).toBe("35");
				await page.locator("#employees").fill("36");
				for (let pages = 0; pages < 3; pages++) await next(page);
				await page.locator(".review-table").waitFor();
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
				const sent = await send(page);
				const [quarter = ""] = await store.submissions.quarters();
				const { head, conflicts } = await store.submissions.row({ quarter, orgCode: code });
				expect(conflicts).toEqual([]);
				expect(head).toMatchObject({ submissionId: sent.number, revision: 3, employees: 36 });
			},
			PHONE,
		);
		expect(complaints).toEqual([]);
	});

	it("brings nothing of last time into the form of another unit", async () => {
		await served.visit("/survey/", async (page) => {
			await fillForm(page, orgCode(4_002));
			await verify((await send(page)).number);
			await page.goto(`${served.url}/survey/`);
			await page.getByRole("button", { name: knowledge.survey.sentences["webReceiptUse"] ?? "" }).click();
			await page.locator("#orgCode").fill(orgCode(4_003));
			await page.locator("#orgCode").blur();
			await expect.poll(() => page.locator("#orgName").inputValue()).toBe("");
			expect(await page.locator("#orgCode").inputValue()).toBe(orgCode(4_003));
			expect(await page.locator("input[name=streetCode]:checked").count()).toBe(0);
		});
	});

	it("withdraws from this browser after confirming, and from another one with number and code", async () => {
		await served.visit("/survey/", async (page) => {
			await fillForm(page, orgCode(4_004));
			await send(page);
			await page.goto(`${served.url}/survey/`);
			const receipts = page.locator(".kept-receipts li");
			await receipts.getByRole("button", { name: "撤回", exact: true }).click();
			await page.getByRole("button", { name: "不撤回" }).click();
			await receipts.getByRole("button", { name: "撤回", exact: true }).click();
			await page.getByRole("button", { name: "确认撤回" }).click();
			await expect.poll(() => page.locator("#survey-state").textContent()).toContain("已撤回");
			expect(await receipts.count()).toBe(0);
			expect(await page.evaluate(() => localStorage.getItem("survey-receipts"))).toBeNull();
			const [quarter = ""] = await store.submissions.quarters();
			expect((await store.submissions.row({ quarter, orgCode: orgCode(4_004) })).head).toBeNull();
		});
		let receipt = { number: "", code: "" };
		await served.visit("/survey/", async (page) => {
			await fillForm(page, orgCode(4_005));
			receipt = await send(page);
		});
		await served.visit("/survey/", async (page) => {
			const withCode = async (code: string) => {
				await page.locator("#withdraw-number").fill(receipt.number.toLowerCase());
				await page.locator("#withdraw-code").fill(code);
				await page.locator(".kept-withdraw button[type=submit]").click();
				await page.getByRole("button", { name: "确认撤回" }).click();
			};
			await page.locator(".kept-withdraw summary").click();
			await withCode("00000-00000-00000-00000-00000");
			await expect.poll(() => page.locator("#survey-state").textContent()).toContain("没有撤回");
			await page.getByRole("button", { name: "不撤回" }).click();
			await page.locator(".kept-withdraw summary").click();
			await withCode(receipt.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"));
			await expect.poll(() => page.locator("#survey-state").textContent()).toContain("已撤回");
		});
	});

	it("can delete receipt and draft from the browser", async () => {
		await served.visit("/survey/", async (page) => {
			await fillForm(page, orgCode(4_006));
			await send(page);
			await page.goto(`${served.url}/survey/`);
			await page.getByRole("button", { name: "从本机删除" }).click();
			expect(await page.locator(".kept-receipts").count()).toBe(0);
			await page.locator("#survey-agree").click();
			await page.locator("#orgName").fill("示例软件有限公司");
			await page.locator("#orgName").blur();
			await page.getByRole("button", { name: "删除草稿" }).click();
			expect(
				await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("survey-"))),
			).toEqual([]);
		});
	});
});

describe("without the service", () => {
	it("keeps everything and saves a file that goes through ledger import into the ledger", async () => {
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
				expect(await page.evaluate(() => localStorage.getItem("survey-draft"))).not.toBeNull();
				const ledger = mkdtempSync(join(tmpdir(), "survey-import-"));
				const file = join(ledger, download.suggestedFilename());
				await download.saveAs(file);
				const args = [file, "--staff", "甲", "--data", join(ledger, "data")];
				expect((await runLedger(importFiles, args)).code).toBe(0);
				expect((await runLedger(importFiles, [...args, "--apply"])).lines.join()).toContain("已导入1份");
				expect((await runLedger(importFiles, [...args, "--apply"])).lines.join()).toContain("已导入0份");
				const { submissions } = openForReading(join(ledger, "data"));
				const [quarter = ""] = await submissions.quarters();
				const rows = await submissions.rows(quarter);
				rmSync(ledger, { recursive: true, force: true });
				expect(rows.map(({ head }) => head)).toMatchObject([
					{ channel: "import", employees: 35, fullMembers: 2 },
				]);
			},
			PHONE,
		);
	});
});
