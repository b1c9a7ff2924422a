import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derive } from "../../../core/formation/derive.ts";
import { evaluate } from "../../../core/formation/evaluate.ts";
import { decisionGraph, type GraphNode } from "../../../core/formation/graph.ts";
import { layoutGraph } from "../../../core/formation/graph-layout.ts";
import type { Quantities } from "../../../core/formation/quantities.ts";
import { readTable } from "../../../scripts/rules/read-table.ts";
import { anyProfile } from "./arbitrary.ts";

const { table, file } = readTable();
const graph = decisionGraph(table);

/** Follows the answers of a profile to the end of the graph. Bands above the last listed one belong to it. */
function follow(node: GraphNode, quantities: Quantities): string {
	if (node.kind === "row") return node.row;
	const value = quantities[node.quantity];
	const starts = node.branches.flatMap((branch) =>
		branch.answers.flatMap((answer) => (answer.kind === "band" ? [answer.from] : [])),
	);
	const top = Math.max(...starts);
	const branch = node.branches.find((one) =>
		one.answers.some((answer) => {
			if (answer.kind === "value") return answer.value === value;
			if (answer.kind === "unknown") return value === null;
			if (typeof value !== "number") return false;
			return value >= answer.from && (value < answer.to || answer.from === top);
		}),
	);
	if (!branch) throw new Error(`no branch of ${node.quantity} for ${value}`);
	return follow(branch.node, quantities);
}

function rows(node: GraphNode): string[] {
	return node.kind === "row" ? [node.row] : node.branches.flatMap((branch) => rows(branch.node));
}

describe("the decision graph", () => {
	test("leads every profile to the row of the table", () => {
		fc.assert(
			fc.property(anyProfile, (profile) => {
				const quantities = derive(profile, table.supportOrder);
				expect(follow(graph, quantities)).toBe(evaluate(table, profile).row);
			}),
			{ numRuns: 3000 },
		);
	});

	test("shows every row", () => {
		expect(new Set(rows(graph))).toEqual(new Set(file.rows.map((row) => row.id)));
	});

	test("is drawn without overlapping boxes, each inside the picture", () => {
		const { boxes, edges, width, height } = layoutGraph(graph, {
			question: (node) => `${node.quantity}？`,
			row: (id) => `结论 ${id}`,
			reference: () => null,
			answer: (branch) => branch.answers.map((answer) => answer.kind).join(),
		});
		expect(boxes.filter((box) => box.kind === "row")).toHaveLength(rows(graph).length);
		expect(edges).toHaveLength(boxes.length - 1);
		for (const [at, box] of boxes.entries()) {
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.y).toBeGreaterThanOrEqual(0);
			expect(box.x + box.width).toBeLessThanOrEqual(width);
			expect(box.y + box.height).toBeLessThanOrEqual(height);
			for (const other of boxes.slice(at + 1)) {
				const apart =
					box.x + box.width <= other.x ||
					other.x + other.width <= box.x ||
					box.y + box.height <= other.y ||
					other.y + other.height <= box.y;
				expect(apart, `${box.lines} over ${other.lines}`).toBe(true);
			}
		}
	});
});
