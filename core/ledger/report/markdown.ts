import { type ReportBlock, type ReportDocument, type ReportRun, textOf } from "./document.ts";
import { slotClose, slotOpen, slotPlaceholder } from "./slots.ts";

/** Heading of texts whose slot content no longer has. */
const LEFT_OVER = "## 原有填写内容（模板中已没有对应位置，请移到合适处）";

/** The report as Markdown; `slots` is what staff wrote, put back where it was. */
export function toMarkdown(report: ReportDocument, slots: ReadonlyMap<string, string>): string {
	const placed = new Set(report.blocks.flatMap((block) => (block.kind === "slot" ? [block.id] : [])));
	const left = [...slots].filter(([id]) => !placed.has(id));
	const parts = [
		`# ${inline(report.title)}`,
		inline(report.subtitle),
		...report.blocks.map((block) => render(block, slots)),
		...(left.length > 0 ? [LEFT_OVER] : []),
		...left.map(([id, text]) => slot(id, "原有内容", text)),
	];
	return `${parts.join("\n\n")}\n`;
}

function render(block: ReportBlock, slots: ReadonlyMap<string, string>): string {
	switch (block.kind) {
		case "heading":
			return `${"#".repeat(block.level)} ${inline(block.runs)}`;
		case "paragraph":
			return inline(block.runs);
		case "slot":
			return slot(block.id, block.hint, slots.get(block.id));
		case "table": {
			const line = (cells: readonly (readonly ReportRun[])[]) => `| ${cells.map(inline).join(" | ")} |`;
			return [line(block.head), `|${block.head.map(() => " --- |").join("")}`, ...block.rows.map(line)].join(
				"\n",
			);
		}
	}
}

function slot(id: string, hint: string, text: string | undefined): string {
	return [slotOpen(id, hint), text ?? slotPlaceholder(hint), slotClose(id)].join("\n");
}

/** Entered names must not turn into markup. */
function inline(runs: readonly ReportRun[]): string {
	return textOf(runs).replaceAll(/[\\`*_[\]<>|]/g, (character) => `\\${character}`);
}
