import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, PHONE, ServedSite } from "../served-site.ts";

let site: ServedSite;
beforeAll(async () => {
	site = await ServedSite.start();
});
afterAll(() => site.stop());

const answers = (page: Page) => page.locator('[data-role="assistant"]');
const conclusion = (page: Page) => answers(page).last().locator(".conclusion");

async function ask(page: Page, text: string): Promise<void> {
	const before = await answers(page).count();
	await page.locator("#question").fill(text);
	await page.keyboard.press("Enter");
	await answers(page).nth(before).waitFor();
}

describe("an answer", () => {
	it("gives conclusion, facts, reasons with sources, steps, changes and contact, all in this browser", async () => {
		const sent: string[] = [];
		const complaints = await site.visit(
			"/assistant/",
			async (page) => {
				page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
				await ask(page, "我们公司有5名党员其中2名是预备，能成立党支部吗");
				expect(await conclusion(page).textContent()).toContain("单独成立党支部");
				for (const kind of ["facts", "why", "steps", "changes", "contact"]) {
					expect(await answers(page).last().locator(`.answer-${kind}`).count(), kind).toBeGreaterThan(0);
				}
				await answers(page).last().locator(".answer-cases").waitFor();
				expect(new URL(page.url()).hash).toContain("fullMembers=3&probationary=2");
			},
			DESK,
		);
		expect(complaints).toEqual([]);
		expect(sent.filter((request) => !request.startsWith(`GET ${site.url}/`))).toEqual([]);
		expect(sent.filter((request) => decodeURIComponent(request).includes("预备"))).toEqual([]);
	});

	it("changes a fact in place, previews the new conclusion and computes everything after it anew", async () => {
		await site.visit("/assistant/#fullMembers=3&probationary=2", async (page) => {
			await answers(page).first().waitFor();
			await page.locator(".chip[data-slot=fullMembers]").click();
			const editor = page.locator("dialog.fact-editor");
			await editor.getByRole("button", { name: "减一" }).click();
			await expect.poll(() => editor.locator(".editor-preview").textContent()).toContain("改为2名后");
			await editor.getByRole("button", { name: "重新计算" }).click();
			await expect.poll(() => new URL(page.url()).hash).toContain("fullMembers=2");
			expect(await page.locator(".chip[data-slot=fullMembers]").textContent()).toContain("已改");
			expect(await answers(page).count()).toBe(1);
		});
	});

	it("closes the editor with Escape, nothing changed and the focus back on the chip", async () => {
		await site.visit("/assistant/#fullMembers=3", async (page) => {
			await answers(page).first().waitFor();
			await page.locator(".chip[data-slot=fullMembers]").click();
			await page.keyboard.press("Escape");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("data-slot"))).toBe(
				"fullMembers",
			);
			expect(new URL(page.url()).hash).toBe("#fullMembers=3");
		});
	});

	it("asks one question with several answers to tick, and goes on from there", async () => {
		await site.visit("/assistant/", async (page) => {
			await ask(page, "公司只有一名党员怎么办");
			const form = answers(page).last().locator(".choices-several");
			await form.locator("label", { hasText: "社区" }).click();
			await form.getByRole("button").click();
			await expect.poll(() => answers(page).count()).toBe(2);
			expect(await conclusion(page).textContent()).toMatch(/挂靠|编入|接收/);
			expect(new URL(page.url()).hash).toContain("support=host");
		});
	});

	it("keeps the facts for a follow-up and after a reload", async () => {
		await site.visit("/assistant/", async (page) => {
			await ask(page, "我们有2名正式党员，同一栋楼的公司愿意一起建");
			await ask(page, "那要是再来一个正式党员呢");
			expect(new URL(page.url()).hash).toContain("fullMembers=3");
			const before = await conclusion(page).textContent();
			await page.reload();
			await answers(page).first().waitFor();
			await expect.poll(() => conclusion(page).textContent()).toBe(before);
		});
	});

	it("prints what a person typed as text", async () => {
		await site.visit("/assistant/", async (page) => {
			await ask(page, "<img src=x onerror=alert(1)>我们有3名党员");
			expect(await page.locator("#conversation img").count()).toBe(0);
			expect(await page.locator('[data-role="user"]').textContent()).toContain("<img src=x");
		});
	});

	it("answers a question on procedure from its guide", async () => {
		await site.visit("/assistant/", async (page) => {
			await ask(page, "党支部几年换届一次");
			expect(await answers(page).last().textContent()).toContain("3年");
		});
	});

	it("says honestly that it could not answer when its rules cannot be loaded", async () => {
		await site.visit("/assistant/", async (page) => {
			await page.route("**/assistant/*.json", (route) => route.abort());
			await page.reload();
			await page.locator("#question").fill("我们有3名党员");
			await page.keyboard.press("Enter");
			await page.locator("[role=alert]").waitFor();
		});
	});
});

describe("phone", () => {
	it("edits a fact from below, with buttons large enough and nothing wider than the screen", async () => {
		await site.visit(
			"/assistant/#fullMembers=3&probationary=2",
			async (page) => {
				await answers(page).first().waitFor();
				await page.locator(".chip[data-slot=probationary]").click();
				const box = await page.locator("dialog.fact-editor").boundingBox();
				expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
				for (const button of await page.locator("dialog.fact-editor button").all()) {
					const size = await button.boundingBox();
					expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
				}
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
			},
			PHONE,
		);
	});
});

describe("the printed plan", () => {
	for (const facts of [
		"fullMembers=3&probationary=2",
		"fullMembers=60",
		"fullMembers=2&support=area",
		"fullMembers=0",
	]) {
		it(`fits one A4 page: ${facts}`, async () => {
			await site.visit(`/assistant/plan/#${facts}`, async (page) => {
				await page.locator("#plan section.answer-steps").waitFor();
				const pdf = await page.pdf({ preferCSSPageSize: true });
				expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
			});
		});
	}

	it("leads back to the assistant when there is no conclusion to print", async () => {
		await site.visit("/assistant/plan/", async (page) => {
			expect(await page.locator("#plan a").getAttribute("href")).toMatch(/^\/assistant\//);
		});
	});
});
