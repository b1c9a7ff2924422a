import type { GraphBranch, GraphNode } from "./graph.ts";

/** A box of the drawing. Coordinates in CSS pixels, origin at the top left. */
export interface GraphBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly lines: readonly string[];
	readonly kind: "question" | "row" | "reference";
}

/** A connector with the answer that is written on it. */
export interface GraphEdge {
	/** SVG path data. */
	readonly path: string;
	readonly label: string;
	readonly labelX: number;
	readonly labelY: number;
}

export interface GraphDrawing {
	readonly width: number;
	readonly height: number;
	readonly boxes: readonly GraphBox[];
	readonly edges: readonly GraphEdge[];
}

/** Words for the nodes of a graph. */
export interface GraphWords {
	question(node: Extract<GraphNode, { kind: "question" }>): string;
	row(id: string): string;
	/** `null` draws the branch; a text draws a reference to another figure instead. */
	reference(branch: GraphBranch): string | null;
	answer(branch: GraphBranch, parent: Extract<GraphNode, { kind: "question" }>): string;
}

const EM = 13;
const LINE = 20;
const ROW = 36;
const QUESTION = 8 * EM + 20;
const STEM = 12;
const PADDING = 10;

/** Lays a graph out from left to right: questions in columns, one conclusion a line. */
export function layoutGraph(root: GraphNode, words: GraphWords): GraphDrawing {
	const gaps: number[] = [];
	const measure = (node: GraphNode, depth: number) => {
		if (node.kind === "row") return;
		for (const branch of node.branches) {
			const gap = textWidth(words.answer(branch, node)) + STEM + PADDING;
			gaps[depth] = Math.max(gaps[depth] ?? 0, gap);
			if (words.reference(branch) === null) measure(branch.node, depth + 1);
		}
	};
	measure(root, 0);
	const left = (depth: number) => gaps.slice(0, depth).reduce((sum, gap) => sum + gap + QUESTION, 1);
	const boxes: GraphBox[] = [];
	const edges: GraphEdge[] = [];
	let line = 0;
	/** Draws a leaf on the next line and hands back the middle of it. */
	const leaf = (depth: number, text: string, kind: "row" | "reference"): number => {
		const middle = line++ * ROW + ROW / 2;
		const width = textWidth(text) + 2 * PADDING;
		boxes.push({ x: left(depth), y: middle - 14, width, height: 28, lines: [text], kind });
		return middle;
	};
	const draw = (node: GraphNode, depth: number): number => {
		if (node.kind === "row") return leaf(depth, words.row(node.row), "row");
		const ends = node.branches.map((branch) => {
			const reference = words.reference(branch);
			const middle =
				reference === null ? draw(branch.node, depth + 1) : leaf(depth + 1, reference, "reference");
			return { middle, label: words.answer(branch, node) };
		});
		const middle = ((ends[0]?.middle ?? 0) + (ends.at(-1)?.middle ?? 0)) / 2;
		const lines = wrap(words.question(node), QUESTION - 2 * PADDING);
		const height = lines.length * LINE + 8;
		const x = left(depth);
		boxes.push({ x, y: middle - height / 2, width: QUESTION, height, lines, kind: "question" });
		const stem = x + QUESTION + STEM;
		for (const end of ends) {
			edges.push({
				path: `M${x + QUESTION} ${middle}H${stem}V${end.middle}H${left(depth + 1)}`,
				label: end.label,
				labelX: stem + 5,
				labelY: end.middle - 5,
			});
		}
		return middle;
	};
	draw(root, 0);
	const width = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + 1);
	return { width, height: line * ROW, boxes, edges };
}

/** Width of a text: Chinese characters are square, others about half as wide. */
function textWidth(text: string): number {
	return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? EM : EM * 0.6), 0);
}

/** Breaks a text into lines of equal length that fit. */
function wrap(text: string, width: number): string[] {
	const count = Math.ceil(textWidth(text) / width);
	const letters = [...text];
	const size = Math.ceil(letters.length / count);
	return Array.from({ length: count }, (_, at) => letters.slice(at * size, (at + 1) * size).join(""));
}
