/** Fills the comparison table for the two cases named in the address. */
import type { ComparableCase } from "../pages/cases/cases.json.ts";

const form = document.querySelector<HTMLFormElement>("[data-compare-form]");
const place = document.querySelector<HTMLElement>("[data-compare-result]");

function element(name: string, text: string): HTMLElement {
	const node = document.createElement(name);
	node.textContent = text;
	return node;
}

function heading({ slug, title }: ComparableCase): HTMLElement {
	const cell = document.createElement("th");
	cell.scope = "col";
	const link = document.createElement("a");
	link.href = `/cases/${slug}/`;
	link.textContent = title;
	cell.append(link);
	return cell;
}

function table(a: ComparableCase, b: ComparableCase): HTMLElement {
	const node = document.createElement("table");
	node.className = "table compare";
	const head = node.createTHead().insertRow();
	head.append(element("td", ""), heading(a), heading(b));
	const rows = node.createTBody();
	const labels = new Set(["一句话", ...a.rows.map(([label]) => label), ...b.rows.map(([label]) => label)]);
	for (const label of labels) {
		const of = (one: ComparableCase) =>
			label === "一句话" ? one.summary : (one.rows.find(([name]) => name === label)?.[1] ?? "没有写明");
		const row = rows.insertRow();
		const name = element("th", label);
		name.setAttribute("scope", "row");
		row.append(name, element("td", of(a)), element("td", of(b)));
		if (label !== "一句话" && of(a) !== of(b)) row.className = "differs";
	}
	return node;
}

async function show(): Promise<void> {
	if (!form || !place) return;
	const search = new URLSearchParams(location.search);
	for (const name of ["a", "b"]) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLSelectElement) field.value = search.get(name) ?? "";
	}
	if (!search.get("a") || !search.get("b")) {
		place.replaceChildren(element("p", "选好两个案例后，这里逐项列出异同；不同之处用粗体。"));
		return;
	}
	const response = await fetch("/cases/cases.json").catch(() => null);
	if (!response?.ok) {
		place.replaceChildren(element("p", "案例数据没有取到，请检查网络后刷新本页，或分别打开两个案例。"));
		return;
	}
	const cases = (await response.json()) as ComparableCase[];
	const [a, b] = ["a", "b"].map((name) => cases.find(({ slug }) => slug === search.get(name)));
	place.replaceChildren(
		a && b ? table(a, b) : element("p", "地址里的案例没有找到，可能已经改名。请在上面重新选择。"),
	);
}

void show();
