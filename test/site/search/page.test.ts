import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, PHONE, ServedSite } from "../served-site.ts";

let site: ServedSite;
beforeAll(async () => {
	site = await ServedSite.start();
});
afterAll(() => site.stop());

const results = (page: Page) => page.locator("#search-results a[data-result]");
/** Texts of further results are loaded one by one. */
const WAIT = { timeout: 20_000 };
const query = (page: Page) => new URL(page.url()).searchParams;

describe("results", () => {
	it("lists exact results with their number, marks the words and keeps within the security policy", async () => {
		const complaints = await site.visit(
			"/search/?q=联合党支部 牵头",
			async (page) => {
				await results(page).first().waitFor();
				const all = Number(await page.locator("#search-count").textContent());
				await expect.poll(() => results(page).count(), WAIT).toBe(all);
				const marks = new Set(await page.locator("#search-results mark").allTextContents());
				expect(marks).toContain("牵头");
				expect(await page.locator("#search-input").inputValue()).toBe("联合党支部 牵头");
			},
			DESK,
		);
		expect(complaints).toEqual([]);
	});

	it("narrows by a facet of the address and by a tick, and the back button undoes a new search", async () => {
		await site.visit(
			"/search/?q=党支部&mode=cluster",
			async (page) => {
				await results(page).first().waitFor();
				const all = Number(await page.locator("#search-count").textContent());
				await page.locator("#facet-form input[name=kind][value=social-org]").check();
				await page.waitForURL(/kind=social-org/);
				await expect
					.poll(async () => Number(await page.locator("#search-count").textContent()), WAIT)
					.toBeLessThan(all);
				await page.locator("#search-input").fill("换届");
				await page.keyboard.press("Enter");
				await page.waitForURL(/q=%E6%8D%A2%E5%B1%8A/);
				await page.goBack();
				await page.waitForURL(/q=%E5%85%9A%E6%94%AF%E9%83%A8/);
				expect(await page.locator("#search-input").inputValue()).toBe("党支部");
			},
			DESK,
		);
	});

	it("gives the focus back to the result that was opened", async () => {
		await site.visit(
			"/search/?q=换届",
			async (page) => {
				const third = results(page).nth(2);
				await third.waitFor();
				const address = await third.getAttribute("href");
				await third.click();
				await page.waitForURL(`**${address}`);
				await page.goBack();
				await expect
					.poll(() => page.evaluate(() => document.activeElement?.getAttribute("href")), WAIT)
					.toBe(address);
			},
			DESK,
		);
	});

	it("reaches everything that is counted: more at the press of a key, kept in the address", async () => {
		await site.visit(
			"/search/?q=党支部",
			async (page) => {
				await results(page).first().waitFor();
				const all = Number(await page.locator("#search-count").textContent());
				const more = page.locator("[aria-labelledby=tier-exact] .tier-more button");
				// The first screens follow by themselves.
				await expect.poll(() => results(page).count(), WAIT).toBe(96);
				let before = 96;
				for (let rounds = 0; before < all && rounds < all; rounds++) {
					// From the last result the arrow leads to the button, and after it to the first new result.
					await results(page).last().focus();
					await page.keyboard.press("ArrowDown");
					await page.keyboard.press("Enter");
					await expect.poll(() => results(page).count(), WAIT).toBeGreaterThan(before);
					const first = results(page).nth(before);
					await expect.poll(() => first.evaluate((link) => link === document.activeElement), WAIT).toBe(true);
					before = await results(page).count();
				}
				expect(before).toBe(all);
				expect(await more.count()).toBe(0);
				const urls = await results(page).evaluateAll((links) =>
					links.map((link) => link.getAttribute("href")),
				);
				expect(new Set(urls).size).toBe(all);
				await page.reload();
				await expect.poll(() => results(page).count(), WAIT).toBe(all);
			},
			DESK,
		);
	});

	it("says what was searched when nothing is found, and leads to the assistant", async () => {
		await site.visit("/search/?q=鸸鹋饲养", async (page) => {
			const empty = page.locator(".search-empty");
			await empty.waitFor();
			expect(await empty.textContent()).toContain("鸸鹋饲养");
			expect(await empty.locator("a").first().getAttribute("href")).toMatch(/^\/assistant\/#q=/);
			expect(await results(page).count()).toBe(0);
		});
	});

	it("does not pretend that nothing was found when a part of the index cannot be loaded", async () => {
		await site.visit("/search/", async (page) => {
			await page.route("**/*.pf_index", (route) => route.abort());
			await page.locator("#search-input").fill("党员");
			await page.getByRole("heading", { name: "搜索暂时打不开" }).waitFor();
			await page.unroute("**/*.pf_index");
			await page.locator("#search-input").fill("换届");
			await results(page).first().waitFor();
		});
	});

	it("shows typed markup as text", async () => {
		await site.visit(`/search/?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`, async (page) => {
			await page.locator(".search-empty").waitFor();
			expect(await page.locator("#search-results img").count()).toBe(0);
		});
	});
});

describe("typing", () => {
	it("suggests, takes with arrow and Enter, closes with Escape", async () => {
		await site.visit("/search/", async (page) => {
			const input = page.locator("#search-input");
			await input.focus();
			await page.keyboard.type("预备");
			await page.locator("#search-suggestions [role=option]").first().waitFor();
			expect(await input.getAttribute("aria-expanded")).toBe("true");
			await page.keyboard.press("Escape");
			expect(await page.locator("#search-suggestions").isVisible()).toBe(false);
			await page.keyboard.type("党");
			await page.locator("#search-suggestions [role=option]").first().waitFor();
			await page.keyboard.press("ArrowDown");
			expect(await input.getAttribute("aria-activedescendant")).toBe("search-suggestions-0");
			const taken = await page.locator("#search-suggestions-0 span").textContent();
			await page.keyboard.press("Enter");
			await expect.poll(async () => query(page).get("q") ?? (await page.title())).toContain(taken ?? "?");
		});
	});

	it("moves through the results with the arrows and back to the box with Escape", async () => {
		await site.visit("/search/?q=换届选举", async (page) => {
			await results(page).first().waitFor();
			await page.locator("#search-input").focus();
			await page.keyboard.press("ArrowDown");
			await page.keyboard.press("ArrowDown");
			const second = await results(page).nth(1).getAttribute("href");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(second);
			await page.keyboard.press("Escape");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-input");
		});
	});

	it("waits for an input method to finish composing", async () => {
		await site.visit("/search/", async (page) => {
			await page.locator("#search-input").focus();
			const session = await page.context().newCDPSession(page);
			await session.send("Input.imeSetComposition", { text: "huan jie", selectionStart: 8, selectionEnd: 8 });
			await page.waitForTimeout(500);
			expect(query(page).get("q")).toBeNull();
			expect(await page.locator("#search-suggestions").isVisible()).toBe(false);
			await session.send("Input.insertText", { text: "换届" });
			await page.waitForURL(/q=%E6%8D%A2%E5%B1%8A/);
			await results(page).first().waitFor();
		});
	});
});

describe("phone", () => {
	it("opens the facets as a sheet and closes it on the results", async () => {
		await site.visit(
			"/search/?q=党支部&type=case",
			async (page) => {
				await page.locator("#facet-open").click();
				const sheet = page.locator("#facet-sheet");
				expect(await sheet.isVisible()).toBe(true);
				await sheet.locator("input[name=mode]").first().check();
				await page.waitForURL(/mode=/);
				await sheet.locator("#facet-done").click();
				expect(await sheet.isVisible()).toBe(false);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
			},
			PHONE,
		);
	});
});

it("says without JavaScript where else to look", async () => {
	await site.visit(
		"/search/?q=党员",
		async (page) => {
			expect(await page.locator("noscript").innerText()).toContain("全部指南");
		},
		{ javaScriptEnabled: false },
	);
});
