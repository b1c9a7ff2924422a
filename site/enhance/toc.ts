/** Marks in the table of contents the section that is being read. */
const links = new Map<Element, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-toc] a")) {
	const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
	if (heading) links.set(heading, link);
}

function mark(): void {
	let current: HTMLAnchorElement | undefined;
	for (const [heading, link] of links) {
		if (heading.getBoundingClientRect().top <= innerHeight / 4) current = link;
		link.removeAttribute("aria-current");
	}
	current?.setAttribute("aria-current", "true");
}

// Nothing is measured before the reader scrolls: that would force a layout while the page loads.
if (links.size > 0) {
	let waiting = false;
	addEventListener(
		"scroll",
		() => {
			if (waiting) return;
			waiting = true;
			requestAnimationFrame(() => {
				waiting = false;
				mark();
			});
		},
		{ passive: true },
	);
}
