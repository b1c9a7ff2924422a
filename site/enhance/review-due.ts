/** Uncovers the notice of a page whose review date passed after the site was built. */
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
for (const notice of document.querySelectorAll<HTMLElement>("[data-review-due]")) {
	if ((notice.dataset["reviewDue"] ?? today) < today) notice.hidden = false;
}

export {};
