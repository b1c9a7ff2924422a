import type { z } from "zod";
import { type CompiledTable, TableError } from "../../core/formation/compile.ts";
import { evaluate } from "../../core/formation/evaluate.ts";
import { profileLine } from "../../core/formation/profile-schema.ts";

/** One line of `npm run -s decide`: a decision, or what is wrong with the input. */
export type DecideResult =
	| {
			readonly id?: string | number;
			readonly outcome: string;
			readonly ask: string | null;
			readonly row: string;
			/** What is said along with the outcome. */
			readonly notes: readonly string[];
			readonly noteIds: readonly string[];
	  }
	| { readonly id?: string | number; readonly error: string };

/** Decides one JSON line of slots. Never throws: bad input becomes `error`, in Chinese. */
export function decideLine(table: CompiledTable, line: string): DecideResult {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return { error: '这一行不是 JSON；每行写一个对象，例如 {"fullMembers":3}' };
	}
	const parsed = profileLine.safeParse(value);
	if (!parsed.success) return { error: parsed.error.issues.map(explain).join("；") };
	const { id, ...profile } = parsed.data;
	const echo = id === undefined ? {} : { id };
	try {
		const decision = evaluate(table, profile);
		const notes = decision.notes.map(
			(noteId) => table.notes.find(({ note }) => note.id === noteId)?.note.text ?? noteId,
		);
		return {
			...echo,
			outcome: decision.outcome,
			ask: decision.ask,
			row: decision.row,
			notes,
			noteIds: decision.notes,
		};
	} catch (error) {
		if (error instanceof TableError)
			return { ...echo, error: `${error.message}；请运行 npm run rules:check` };
		throw error;
	}
}

function explain(issue: z.core.$ZodIssue): string {
	if (issue.code === "unrecognized_keys") {
		const known = Object.keys(profileLine.shape).join("、");
		return `不认识的项目 ${issue.keys.join("、")}；可用的有：${known}`;
	}
	const place = issue.path.join(".");
	return place === "" ? issue.message : `${place} ${issue.message}`;
}
