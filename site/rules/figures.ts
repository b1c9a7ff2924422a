import type { AssistantWording } from "../../core/content/wording.ts";
import { quantityName, valueName } from "../../core/formation/describe.ts";
import type { GraphAnswer, GraphBranch, GraphNode } from "../../core/formation/graph.ts";
import type { GraphWords } from "../../core/formation/graph-layout.ts";
import { isNumberQuantity, type Quantity } from "../../core/formation/quantities.ts";

/** One figure of the decision graph. */
export interface Figure {
	readonly title: string;
	readonly node: GraphNode;
	/** Branches that another figure continues, with its title. */
	readonly references: ReadonlyMap<GraphNode, string>;
}

type Question = Extract<GraphNode, { kind: "question" }>;

/**
 * Cuts the graph into figures that fit a page: what is asked first, organisations that
 * exist, and, where there is none, one for each answer about the number of full members.
 */
export function figuresOf(graph: GraphNode, wording: AssistantWording): Figure[] {
	const existing = find(graph, "existing");
	if (!existing) return [{ title: "图1　组建判断图", node: graph, references: new Map() }];
	const none = existing.branches.find((branch) => has(branch, "none"));
	const others: Question = {
		...existing,
		branches: existing.branches.filter((branch) => branch !== none),
	};
	const later: { title: string; node: GraphNode }[] = [{ title: "已有党组织", node: others }];
	const references = new Map<GraphNode, string>();
	if (none) {
		const split = none.node.kind === "question" && none.node.quantity === "fullMembers" ? none.node : null;
		for (const branch of split?.branches ?? [none]) {
			const title = split
				? `还没有党组织，${quantityName("fullMembers", wording)}${answerText(split, branch, wording)}`
				: "还没有党组织";
			later.push({ title, node: branch.node });
		}
	}
	const named = later.map((figure, at) => ({ ...figure, title: `图${at + 2}　${figure.title}` }));
	for (const { node, title } of named) references.set(node, title.split("　")[0] ?? title);
	const first = replace(graph, existing, { ...existing, branches: firstBranches(existing, none, others) });
	return [
		{ title: "图1　先看什么", node: first, references },
		...named.map((figure) => ({ ...figure, references: new Map<GraphNode, string>() })),
	];
}

/** In the first figure all existing organisations are one branch. */
function firstBranches(existing: Question, none: GraphBranch | undefined, others: Question): GraphBranch[] {
	const answers = existing.branches.filter((branch) => branch !== none).flatMap((branch) => branch.answers);
	return [...(none ? [none] : []), { answers, node: others }];
}

function find(node: GraphNode, quantity: Quantity): Question | null {
	if (node.kind === "row") return null;
	if (node.quantity === quantity) return node;
	return node.branches.map((branch) => find(branch.node, quantity)).find((found) => found !== null) ?? null;
}

function has(branch: GraphBranch, value: string): boolean {
	return branch.answers.some((answer) => answer.kind === "value" && answer.value === value);
}

function replace(node: GraphNode, old: GraphNode, by: GraphNode): GraphNode {
	if (node === old) return by;
	if (node.kind === "row") return node;
	return {
		...node,
		branches: node.branches.map((branch) => ({ ...branch, node: replace(branch.node, old, by) })),
	};
}

/** Words of a figure's drawing and of its text. */
export function wordsFor(
	figure: Figure,
	wording: AssistantWording,
	rowText: (id: string) => string,
): GraphWords {
	return {
		question: (node) => questionText(node.quantity, wording),
		row: rowText,
		reference: (branch) => {
			const title = figure.references.get(branch.node);
			return title === undefined ? null : `见${title}`;
		},
		answer: (branch, parent) => answerText(parent, branch, wording),
	};
}

/** `正式党员几名？`, `为期几个月？`, `组建目的？` */
function questionText(quantity: Quantity, wording: AssistantWording): string {
	const name = quantityName(quantity, wording);
	if (!isNumberQuantity(quantity)) return `${name}？`;
	return quantity === "durationMonths" ? `${name}几个月？` : `${name}几名？`;
}

/** The answers of a branch in words. Many values of a closed list are said as 其他 or 已有. */
function answerText(parent: Question, branch: GraphBranch, wording: AssistantWording): string {
	const { quantity } = parent;
	if (quantity === "existing" && branch.answers.length > 2) return "已有";
	if (quantity === "orgKind" && branch.answers.length > 1) return "属于两新组织";
	const tops = parent.branches.flatMap((one) => one.answers.map(bandStart));
	const top = Math.max(...tops);
	const texts = branch.answers.map((answer) => bandText(answer, quantity, top, wording));
	return texts.join("或");
}

function bandStart(answer: GraphAnswer): number {
	return answer.kind === "band" ? answer.from : -1;
}

function bandText(answer: GraphAnswer, quantity: Quantity, top: number, wording: AssistantWording): string {
	if (answer.kind === "value") return valueName(quantity, answer.value, wording);
	if (answer.kind === "unknown") return "没有说明";
	const unit = quantity === "durationMonths" ? "个月" : "名";
	if (answer.from === 0) {
		if (answer.to === Infinity) return "已知";
		return answer.to === 1 ? "没有" : `不足${answer.to}${unit}`;
	}
	// The last band of a question is open, whatever thresholds other questions have above it.
	if (answer.to === Infinity || answer.from === top) return `${answer.from}${unit}以上`;
	return `${answer.from}—${answer.to - 1}${unit}`;
}
