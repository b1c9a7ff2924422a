import type { Page } from "playwright-core";

/** Counts what a page takes from the service from now on: headers and bodies as they were sent, compressed. */
export async function countTransfer(page: Page): Promise<{ readonly bytes: () => number }> {
	const session = await page.context().newCDPSession(page);
	let sum = 0;
	session.on("Network.loadingFinished", ({ encodedDataLength }) => {
		sum += encodedDataLength;
	});
	await session.send("Network.enable");
	return { bytes: () => sum };
}
