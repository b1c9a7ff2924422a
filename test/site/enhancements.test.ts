import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadKnowledge } from "../../scripts/knowledge.ts";
import { DESK, PHONE, ServedSite } from "./served-site.ts";

const all = loadKnowledge();
let site: ServedSite;
beforeAll(async () => {
	site = await ServedSite.start();
});
afterAll(() => site.stop());

describe("keyboard", () => {
	it("reaches the text with the first Tab", async () => {
		await site.visit("/guides/", async (page) => {
			await page.keyboard.press("Tab");
			await page.keyboard.press("Enter");
			expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
		});
	});

	it("opens the phone menu with Enter and closes it with Escape, focus back on its button", async () => {
		await site.visit(
			"/",
			async (page) => {
				await page.locator("details.menu > summary").focus();
				await page.keyboard.press("Enter");
				expect(await page.locator("details.menu").getAttribute("open")).not.toBeNull();
				await page.keyboard.press("Escape");
				expect(await page.locator("details.menu").getAttribute("open")).toBeNull();
				expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
			},
			PHONE,
		);
	});
});

describe("light and dark", () => {
	it("follows the system, remembers a choice on the next page, and can follow the system again", async () => {
		const ground = () => getComputedStyle(document.body).backgroundColor;
		await site.visit(
			"/",
			async (page) => {
				expect(await page.evaluate(ground)).toBe("rgb(23, 20, 16)");
				await page.locator("[data-theme-toggle]").click();
				expect(await page.evaluate(ground)).toBe("rgb(251, 248, 243)");
				await page.goto(`${site.url}/guides/`);
				expect(await page.evaluate(ground)).toBe("rgb(251, 248, 243)");
				expect(await page.locator("[data-theme-toggle]").textContent()).toBe("深色");
				await page.setViewportSize(PHONE.viewport);
				await page.locator("details.menu > summary").click();
				await page.locator("[data-theme-choice=system]").click();
				expect(await page.evaluate(ground)).toBe("rgb(23, 20, 16)");
			},
			{ ...DESK, colorScheme: "dark" },
		);
	});
});

describe("the first drawing of a page", () => {
	it("is in the chosen colours before any script file has run", async () => {
		await site.visit(
			"/",
			async (page) => {
				await page.evaluate(() => localStorage.setItem("theme", "dark"));
				await page.route("**/*.js", (route) => route.abort());
				await page.goto(`${site.url}/guides/`, { waitUntil: "commit" });
				await page.waitForFunction(() => document.body !== null);
				expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
			},
			DESK,
		);
	});
});

describe("review date", () => {
	it("uncovers the notice on a page that expired after the site was built", async () => {
		const [guide] = all.guides;
		await site.visit(`/guides/${guide?.id}/`, async (page) => {
			expect(await page.getByText("已过复核日期").isVisible()).toBe(false);
			await page.clock.setFixedTime("2031-01-01T00:00:00Z");
			await page.reload();
			expect(await page.getByText("已过复核日期").isVisible()).toBe(true);
		});
	});
});

describe("case library", () => {
	it("combines filters, keeps them in the address and counts what is left", async () => {
		await site.visit("/cases/", async (page) => {
			const { cases } = all;
			await page.locator("[data-facet=mode] input[value=cluster]").check();
			await page.locator("[data-facet=kind] input[value=enterprise]").check();
			const right = cases.filter(({ mode, kind }) => mode === "cluster" && kind === "enterprise").length;
			expect(await page.locator(".case:visible").count()).toBe(right);
			expect(await page.locator("#results [data-count]").textContent()).toBe(String(right));
			expect(new URL(page.url()).search).toBe("?mode=cluster&kind=enterprise");
			await page.reload();
			expect(await page.locator(".case:visible").count()).toBe(right);
			await page.locator(".chips a").first().click();
			expect(new URL(page.url()).search).toBe("?kind=enterprise");
			await page.locator("#results [data-clear]").click();
			expect(await page.locator(".case:visible").count()).toBe(cases.length);
		});
	});

	it("says what to do when nothing fits", async () => {
		await site.visit("/cases/?mode=single&year=1999", async (page) => {
			expect(await page.locator(".case:visible").count()).toBe(0);
			expect(await page.locator("[data-none]").isVisible()).toBe(true);
		});
	});

	it("opens two ticked cases side by side", async () => {
		const complaints = await site.visit("/cases/", async (page) => {
			const boxes = page.locator("[data-compare] input");
			await boxes.nth(0).check();
			expect(await page.locator("[data-compare-bar] [type=submit]").isDisabled()).toBe(true);
			await boxes.nth(1).check();
			await page.locator("[data-compare-bar] [type=submit]").click();
			await page.locator(".compare").waitFor();
			expect(await page.locator(".compare thead th").count()).toBe(2);
			expect(await page.locator(".compare tbody th", { hasText: "组建形式" }).count()).toBe(1);
			await page.goBack();
			await page.getByText("已选2个案例").waitFor();
		});
		expect(complaints).toEqual([]);
	});

	it("explains an address that names no case", async () => {
		await site.visit("/cases/compare/?a=nothing&b=neither", async (page) => {
			await page.getByText("地址里的案例没有找到").waitFor();
		});
	});
});

describe("self-assessment", () => {
	it("keeps its sum in sight on a phone while the last field is filled in, and never over the field", async () => {
		await site.visit(
			"/rating/",
			async (page) => {
				const last = page.locator("[data-item]").last();
				await last.focus();
				await page.keyboard.type("1");
				const sum = await page.locator(".result").boundingBox();
				const field = await last.boundingBox();
				if (sum === null || field === null) throw new Error("not drawn");
				expect(sum.y).toBeGreaterThanOrEqual(0);
				expect(sum.y + sum.height).toBeLessThanOrEqual(Math.min(field.y, PHONE.viewport.height));
				expect(sum.height).toBeLessThanOrEqual(PHONE.viewport.height / 4);
				expect(await page.locator("[data-total]").textContent()).toBe("1");
			},
			PHONE,
		);
	});

	it("adds up, names the star, obeys a veto, and flags a number out of range", async () => {
		await site.visit("/rating/", async (page) => {
			for (const field of await page.locator("[data-item]").all()) {
				await field.fill((await field.getAttribute("max")) ?? "0");
			}
			expect(await page.locator("[data-total]").textContent()).toBe("105");
			const verdict = page.locator("[data-verdict]");
			expect(await verdict.textContent()).toContain("五星");
			await page.locator("[data-veto]").first().check();
			expect(await verdict.textContent()).toContain("一票否决");
			await page.locator("[data-veto]").first().uncheck();
			await page.locator("[data-item]").first().fill("999");
			expect(await verdict.textContent()).toContain("超出范围");
			await page.locator("[type=reset]").click();
			await expect.poll(() => page.locator("[data-total]").textContent()).toBe("0");
		});
	});
});
