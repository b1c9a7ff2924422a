import { compareTables } from "../../core/formation/compare.ts";
import type { CompiledTable } from "../../core/formation/compile.ts";
import { describeProfile, type Labels, withoutDefaults } from "../../core/formation/describe.ts";

/** Tells which inputs change their conclusion between two versions, in Chinese, grouped by rows. */
export function describeDifference(
	before: CompiledTable,
	after: CompiledTable,
	labels: Labels,
	outcomeNames: ReadonlyMap<string, string>,
): string {
	const changes = compareTables(before, after);
	if (changes.length === 0) return "两个版本对任何情况的结论都相同。";
	const name = (conclusion: string) =>
		conclusion
			.split(" ")
			.map((word) => outcomeNames.get(word) ?? labels.slotLabels[word] ?? (word === "ask" ? "追问" : word))
			.join(" ");
	const total = changes.reduce((sum, change) => sum + change.parts, 0);
	const groups = changes.map((change) => {
		const examples = change.examples
			.map((profile) => `  例如：${describeProfile(withoutDefaults(profile), labels) || "什么都没说"}`)
			.join("\n");
		return `${name(change.before)} → ${name(change.after)}（${change.parts}类情况）\n${examples}`;
	});
	return `共有${total}类情况的结论不同，分${changes.length}组：\n\n${groups.join("\n\n")}`;
}
