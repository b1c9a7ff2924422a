import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Block, Run } from "../../core/documents/blocks.ts";
import { splitBlanks } from "../../core/documents/fill.ts";

/**
 * Reads the plain Markdown of a document body into blocks.
 * @throws Error naming the kind of Markdown that documents do not use, with its line.
 */
export function readBlocks(markdown: string): Block[] {
	return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children.map(
		toBlock,
	);
}

function toBlock(node: RootContent): Block {
	switch (node.type) {
		case "heading":
			return { kind: "heading", level: level(node.depth), runs: inline(node.children) };
		case "paragraph":
			return { kind: "paragraph", runs: inline(node.children) };
		case "list":
			return {
				kind: "list",
				ordered: node.ordered ?? false,
				items: node.children.map((item) =>
					item.children.flatMap((child) => {
						if (child.type === "paragraph") return inline(child.children);
						throw unsupported(child);
					}),
				),
			};
		case "table": {
			const [head, ...rows] = node.children.map((row) => row.children.map((cell) => inline(cell.children)));
			return { kind: "table", head: head ?? [], rows };
		}
		default:
			throw unsupported(node);
	}
}

function level(depth: number): 2 | 3 | 4 {
	return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

function inline(nodes: readonly PhrasingContent[], style: { bold?: boolean; href?: string } = {}): Run[] {
	return nodes.flatMap((node): Run[] => {
		switch (node.type) {
			case "text":
				return splitBlanks(node.value, style);
			case "inlineCode":
				return [{ text: node.value, ...style }];
			case "strong":
			case "emphasis":
				return inline(node.children, { ...style, bold: true });
			case "link":
				return inline(node.children, { ...style, href: node.url });
			case "break":
				return [];
			default:
				throw unsupported(node);
		}
	});
}

function unsupported(node: Nodes): Error {
	return new Error(
		`文书正文第${node.position?.start.line ?? "?"}行用了不支持的写法（${node.type}）：只用标题、段落、列表、表格、加粗和链接`,
	);
}
