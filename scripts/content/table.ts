import type { ContentProblem } from "../../core/content/problem.ts";
import type { FormationFile } from "../../core/content/rules.ts";
import type { AssistantWording } from "../../core/content/wording.ts";
import { compileTable, TableError } from "../../core/formation/compile.ts";
import { type CompletenessProblem, complete } from "../../core/formation/complete.ts";
import { describeProfile, type Labels, withoutDefaults } from "../../core/formation/describe.ts";
import type { Entry } from "./reader.ts";

/** Reads every cell of the decision table and proves that each situation has exactly one row. */
export function checkTable(
	formation: Entry<FormationFile>,
	wording: Entry<AssistantWording>,
): ContentProblem[] {
	const { file, data } = formation;
	const lineOf = (id: string | null) => {
		const row = data.rows.findIndex((one) => one.id === id);
		if (row >= 0) return file.lineOf(["rows", row]);
		const note = data.notes.findIndex((one) => one.id === id);
		if (note >= 0) return file.lineOf(["notes", note]);
		return id?.startsWith("范围 ") ? file.lineOf(["scopes", id.slice("范围 ".length)]) : null;
	};
	try {
		const proof = complete(compileTable(data));
		return [
			...proof.problems.map((problem) => ({
				file: file.file,
				line: lineOf(problem.rows.at(-1) ?? null),
				...explainProblem(problem, wording.data),
			})),
			...proof.unreachable.map((id) => ({
				file: file.file,
				line: lineOf(id),
				what: `${id} 这一行的条件互相矛盾，任何情况都落不到`,
				mend: "改正它的条件，或删去这一行",
			})),
		];
	} catch (error) {
		if (!(error instanceof TableError || error instanceof RangeError)) throw error;
		const place = error instanceof TableError ? error.place : null;
		return [{ file: file.file, line: lineOf(place), what: error.message, mend: "按提示改正这一处条件" }];
	}
}

function explainProblem(problem: CompletenessProblem, labels: Labels): { what: string; mend: string } {
	const example = describeProfile(withoutDefaults(problem.profile), labels);
	return problem.kind === "gap"
		? { what: `有一种情况没有落在任何一行，例如：${example}`, mend: "补一行，或放宽相邻一行的条件" }
		: {
				what: `有一种情况同时落在 ${problem.rows.join("、")}，例如：${example}`,
				mend: "收紧其中一行的条件，使同一种情况只落在一行",
			};
}
