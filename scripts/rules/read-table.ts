import type { FormationFile } from "../../core/content/rules.ts";
import { formationFile } from "../../core/content/rules.ts";
import { assistantFile } from "../../core/content/wording.ts";
import { type CompiledTable, compileTable } from "../../core/formation/compile.ts";
import type { Labels } from "../../core/formation/describe.ts";
import { ContentError } from "../content/content-error.ts";
import { ContentReader } from "../content/reader.ts";
import { checkTable } from "../content/table.ts";

/** The decision table by itself, for commands that need nothing else. */
export interface LoadedTable {
	readonly file: FormationFile;
	readonly table: CompiledTable;
	readonly labels: Labels;
}

/**
 * Reads `rules/formation.yaml` below a content root, and the labels it is told in.
 * @throws ContentError when the table cannot be read, or has a gap or an overlap
 */
export function readTable(root = "content"): LoadedTable {
	const reader = new ContentReader(root);
	const formation = reader.yaml(formationFile, "rules/formation.yaml");
	const wording = reader.yaml(assistantFile, "office/assistant.yaml");
	if (!formation || !wording) throw new ContentError(reader.problems);
	const problems = checkTable(formation, wording);
	if (problems.length > 0) throw new ContentError(problems);
	return { file: formation.data, table: compileTable(formation.data), labels: wording.data };
}
