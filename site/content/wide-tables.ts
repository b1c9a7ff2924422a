import type { HastPluginDefinition } from "satteri";

/** From this number of columns on a table does not fit a phone. */
const WIDE = 4;

type Visit = Extract<NonNullable<HastPluginDefinition["element"]>, { filter: string[] }>["visit"];

/** Columns of a table: header cells of its first row. */
function columns(table: Parameters<Visit>[0]): number {
	const head = table.children.find((child) => child.type === "element" && child.tagName === "thead");
	const row = head?.type === "element" ? head.children.find((child) => child.type === "element") : undefined;
	return row?.type === "element" ? row.children.filter((child) => child.type === "element").length : 0;
}

/** Puts wide tables into a labelled region that scrolls by itself, with a hint for phones. */
export const wideTables: HastPluginDefinition = {
	name: "wide-tables",
	element: {
		filter: ["table"],
		visit(table, context) {
			const count = columns(table);
			if (count < WIDE) return;
			context.insertBefore(table, {
				type: "element",
				tagName: "p",
				properties: { className: ["scroll-hint"], "data-pagefind-ignore": "" },
				children: [{ type: "text", value: `可左右滑动，共${count}列` }],
			});
			context.wrapNode(table, {
				type: "element",
				tagName: "div",
				properties: { className: ["scroll"], role: "region", tabIndex: 0, ariaLabel: `表格，共${count}列` },
				children: [],
			});
		},
	},
};
