import type { Knowledge } from "../content/knowledge.ts";
import type { FormationFile } from "../content/rules.ts";
import { type CompiledTable, compileTable } from "../formation/compile.ts";
import { evaluate } from "../formation/evaluate.ts";
import { EMPTY_PROFILE, type Existing, type Profile } from "../formation/profile.ts";
import type { Submission } from "./submission.ts";

const EXISTING: Readonly<Record<Submission["formationMode"], Existing>> = {
	none: "none",
	standalone: "branch",
	joint_area: "joint",
	joint_industry: "joint",
	joint_lead: "joint",
	affiliated: "affiliated",
	temporary: "temporary",
	mobile: "none",
};

/** What the decision table is told of a surveyed unit; the rest stays unknown. */
export function profileOf(row: Partial<Submission>): Profile {
	return {
		...EMPTY_PROFILE,
		existing: row.formationMode === undefined ? null : EXISTING[row.formationMode],
		transferable: row.formationMode === "mobile" ? "no" : null,
		fullMembers: row.fullMembers ?? null,
		probationary: row.probationaryMembers ?? null,
		relationElsewhere: row.relationElsewhere ?? 0,
	};
}

export type Advice =
	| {
			readonly kind: "outcome";
			readonly name: string;
			readonly title: string;
			/** Page that explains it, site-relative. */
			readonly url: string;
			readonly row: string;
	  }
	| { readonly kind: "ask"; readonly prompt: string };

const tables = new WeakMap<FormationFile, CompiledTable>();

function tableOf(formation: FormationFile): CompiledTable {
	const known = tables.get(formation);
	if (known !== undefined) return known;
	const table = compileTable(formation);
	tables.set(formation, table);
	return table;
}

/** 一企一策: what the decision table says for a surveyed unit. Null for a unit that does not operate. */
export function adviceFor(
	row: Partial<Submission>,
	knowledge: Pick<Knowledge, "formation" | "outcomes" | "guides" | "wording">,
): Advice | null {
	if (row.operatingStatus !== "active") return null;
	const decision = evaluate(tableOf(knowledge.formation), profileOf(row));
	if (decision.ask !== null) return { kind: "ask", prompt: knowledge.wording.questions[decision.ask].prompt };
	const outcome = knowledge.outcomes.find(({ code }) => code === decision.outcome);
	if (outcome === undefined) return null;
	const guide = knowledge.guides.find(({ id }) => id === outcome.guide);
	return {
		kind: "outcome",
		name: outcome.name,
		title: guide?.title ?? outcome.name,
		url: `/guides/${outcome.guide}/`,
		row: decision.row,
	};
}
