import { afterAll, beforeAll, expect, it } from "vitest";
import { ServedSite } from "../served-site.ts";
import { countTransfer } from "../transferred.ts";

/** What may be sent, headers included, in KiB; the second may only be lowered. */
const AT_ONCE = 60;
const FIRST_TYPED_ANSWER = 153;

let site: ServedSite;
beforeAll(async () => {
	site = await ServedSite.start();
});
afterAll(() => site.stop());

it("the assistant page is sent with rules, one-line answers and code at once, and the first typed answer after it", async () => {
	const page = await site.tab();
	const transfer = await countTransfer(page);
	await page.goto(`${site.url}/assistant/`, { waitUntil: "networkidle" });
	expect(transfer.bytes() / 1024).toBeLessThanOrEqual(AT_ONCE);
	expect(transfer.bytes()).toBeGreaterThan(20_000);

	await page.locator("#question").fill("我们公司有5名党员，其中2名是预备，能成立党支部吗");
	await page.keyboard.press("Enter");
	// Cases are the last to arrive.
	await page.locator(".answer-cases").waitFor();
	await page.waitForLoadState("networkidle");
	expect(transfer.bytes() / 1024).toBeLessThanOrEqual(FIRST_TYPED_ANSWER);
	await page.context().close();
});
