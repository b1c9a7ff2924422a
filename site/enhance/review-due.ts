/** Uncovers the notice of a page whose review date passed after the site was built. */
// Shanghai keeps UTC+8 all year; a formatter with a time zone would take longer than the rest of the page's script.
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
for (const notice of document.querySelectorAll<HTMLElement>("[data-review-due]")) {
	if ((notice.dataset["reviewDue"] ?? today) < today) notice.hidden = false;
}

export {};
