import type { Knowledge } from "../content/knowledge.ts";
import type { FormationFile } from "../content/rules.ts";
import { type CompiledTable, compileTable } from "../formation/compile.ts";
import { evaluate } from "../formation/evaluate.ts";
import { EMPTY_PROFILE, type Existing, type Profile, type Support } from "../formation/profile.ts";
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
	/** The table needs one more fact; what each answer to it would lead to. */
	| { readonly kind: "ask"; readonly prompt: string; readonly options: readonly AdviceOption[] };

export interface AdviceOption {
	/** The answer, e.g. 同楼同园区的单位. */
	readonly answer: string;
	readonly name: string;
	readonly url: string;
}

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
	if (decision.ask !== null) {
		const { prompt } = knowledge.wording.questions[decision.ask];
		return { kind: "ask", prompt, options: decision.ask === "support" ? supportOptions(row, knowledge) : [] };
	}
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

const SUPPORTS: ReadonlySet<string> = new Set(["area", "industry", "lead", "host"] satisfies Support[]);

/** Where each kind of support would lead this unit. */
function supportOptions(
	row: Partial<Submission>,
	{ formation, outcomes, wording }: Pick<Knowledge, "formation" | "outcomes" | "wording">,
): readonly AdviceOption[] {
	return wording.questions.support.choices.flatMap(({ value, label }) => {
		const support = SUPPORTS.has(value) ? [value as Support] : [];
		const decision = evaluate(tableOf(formation), { ...profileOf(row), support });
		const outcome = outcomes.find(({ code }) => code === decision.outcome);
		if (outcome === undefined) return [];
		return [{ answer: label, name: outcome.name, url: `/guides/${outcome.guide}/` }];
	});
}
