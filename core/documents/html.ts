import {
	ADVICE_HEADING,
	type Block,
	columnLengths,
	type DocumentModel,
	PAPER_HEADING,
	placement,
	plainText,
	type Run,
	SHORT_COLUMN,
} from "./blocks.ts";

/** HTML of a document's blocks: the readable twin, and the source of its PDF. */
export function toHtml(model: DocumentModel): string {
	let first = model.draft;
	return model.blocks
		.map((block) => {
			const html = render(block, first);
			// The addressee may follow only the heading of the paper itself.
			if (!(block.kind === "heading" && plainText(block.runs) === PAPER_HEADING)) first = false;
			return html;
		})
		.join("\n");
}

function render(block: Block, first: boolean): string {
	switch (block.kind) {
		case "heading": {
			const text = plainText(block.runs);
			const role =
				text === PAPER_HEADING ? ' class="paper"' : text === ADVICE_HEADING ? ' class="advice"' : "";
			return `<h${block.level}${role}>${inline(block.runs)}</h${block.level}>`;
		}
		case "paragraph": {
			const place = placement(block.runs, first);
			return `<p${place === "body" ? "" : ` class="${place}"`}>${inline(block.runs)}</p>`;
		}
		case "list": {
			const tag = block.ordered ? "ol" : "ul";
			return `<${tag}>${block.items.map((runs) => `<li>${inline(runs)}</li>`).join("")}</${tag}>`;
		}
		case "table": {
			const short = columnLengths(block).map((length) => (length <= SHORT_COLUMN ? ' class="short"' : ""));
			const head = block.head
				.map((runs, column) => `<th scope="col"${short[column]}>${inline(runs)}</th>`)
				.join("");
			const rows = block.rows
				.map(
					(row) =>
						`<tr>${row.map((runs, column) => `<td${short[column]}>${inline(runs)}</td>`).join("")}</tr>`,
				)
				.join("");
			return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
		}
	}
}

function inline(runs: readonly Run[]): string {
	return runs
		.map((run) => {
			let html = escapeHtml(run.text);
			if (run.blank) html = `<span class="blank">${html}</span>`;
			if (run.bold) html = `<strong>${html}</strong>`;
			if (run.href) html = `<a href="${escapeHtml(run.href)}">${html}</a>`;
			return html;
		})
		.join("");
}

/** Escapes text for element content and attribute values. */
export function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
