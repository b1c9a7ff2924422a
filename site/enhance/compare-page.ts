/** Fills the comparison table for the two cases named in the address. */
import type { ComparableCase } from "../pages/cases/cases.json.ts";
import { element } from "./element.ts";

const form = document.querySelector<HTMLFormElement>("[data-compare-form]");
const place = document.querySelector<HTMLElement>("[data-compare-result]");

function heading({ slug, title }: ComparableCase): HTMLElement {
	return element("th", { scope: "col" }, element("a", { href: `/cases/${slug}/` }, title));
}

function table(a: ComparableCase, b: ComparableCase): HTMLElement {
	const labels = new Set(["一句话", ...a.rows.map(([label]) => label), ...b.rows.map(([label]) => label)]);
	const rows = [...labels].map((label) => {
		const of = (one: ComparableCase) =>
			label === "一句话" ? one.summary : (one.rows.find(([name]) => name === label)?.[1] ?? "没有写明");
		const differs = label !== "一句话" && of(a) !== of(b);
		return element(
			"tr",
			differs ? { class: "differs" } : {},
			element("th", { scope: "row" }, label),
			element("td", {}, of(a)),
			element("td", {}, of(b)),
		);
	});
	return element(
		"table",
		{ class: "table compare" },
		element("thead", {}, element("tr", {}, element("td", {}), heading(a), heading(b))),
		element("tbody", {}, ...rows),
	);
}

async function show(): Promise<void> {
	if (!form || !place) return;
	const search = new URLSearchParams(location.search);
	for (const name of ["a", "b"]) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLSelectElement) field.value = search.get(name) ?? "";
	}
	if (!search.get("a") || !search.get("b")) {
		place.replaceChildren(element("p", {}, "选好两个案例后，这里逐项列出异同；不同之处用粗体。"));
		return;
	}
	const response = await fetch("/cases/cases.json").catch(() => null);
	if (!response?.ok) {
		place.replaceChildren(element("p", {}, "案例数据没有取到，请检查网络后刷新本页，或分别打开两个案例。"));
		return;
	}
	const cases = (await response.json()) as ComparableCase[];
	const [a, b] = ["a", "b"].map((name) => cases.find(({ slug }) => slug === search.get(name)));
	place.replaceChildren(
		a && b ? table(a, b) : element("p", {}, "地址里的案例没有找到，可能已经改名。请在上面重新选择。"),
	);
}

void show();
