import type { Row } from "../../core/ledger/fold.ts";
import { FORMATION_MODES, ORG_KIND_VALUES, STATES } from "../../core/survey/fields.ts";
import { QUARTER_PATTERN, quarterOfInstant } from "../../core/survey/quarter.ts";
import { UsageError } from "./command.ts";
import type { Office } from "./office.ts";
import { stateLabel } from "./words.ts";

/** Options that select rows, the same for every command that lists or exports. */
export const SELECTION = {
	quarter: { type: "string" },
	street: { type: "string" },
	kind: { type: "string" },
	form: { type: "string" },
	state: { type: "string" },
} as const;

/** Printed in the usage of such a command. */
export const SELECTION_USAGE =
	"[--quarter 2026-Q3] [--street 街道] [--kind 类别] [--form 组建形式] [--state 状态]";

export interface Selection {
	readonly quarter: string;
	/** Whether a row's newest revision is wanted. */
	readonly matches: (row: Row) => boolean;
}

type Values = { readonly [name in keyof typeof SELECTION]?: string | undefined };

/** What the options select; codes and Chinese labels are taken alike. @throws UsageError that lists what there is. */
export function selectionOf(values: Values, office: Office): Selection {
	const quarter = values.quarter?.trim().toUpperCase() ?? quarterOfInstant(new Date().toISOString());
	if (!QUARTER_PATTERN.test(quarter)) throw new UsageError("季度写成 2026-Q3。");
	const street = streetCodeOf(values.street, office);
	const kind = choiceOf("orgKind", "组织类别", values.kind, ORG_KIND_VALUES, office);
	const form = choiceOf("formationMode", "组建形式", values.form, FORMATION_MODES, office);
	const state = stateOf(values.state);
	return {
		quarter,
		matches: ({ head }) =>
			(street === undefined || head?.streetCode === street) &&
			(kind === undefined || head?.orgKind === kind) &&
			(form === undefined || head?.formationMode === form) &&
			(state === undefined || head?.state === state),
	};
}

/** Code of a street given by code or name. @throws UsageError */
export function streetCodeOf(given: string | undefined, { district }: Office): string | undefined {
	if (given === undefined) return undefined;
	const wanted = given.trim();
	const street = district.streets.find(
		({ code, name }) => code === wanted || name === wanted || name === `${wanted}街道`,
	);
	if (street !== undefined) return street.code;
	const all = district.streets.map(({ code, name }) => `${name}（${code}）`).join("、");
	throw new UsageError(`没有街道“${wanted}”。可用的有：${all}。`);
}

function choiceOf(
	field: string,
	what: string,
	given: string | undefined,
	values: readonly string[],
	{ survey }: Office,
): string | undefined {
	if (given === undefined) return undefined;
	const choices = survey.fields[field]?.choices ?? values.map((value) => ({ value, label: value }));
	const choice = choices.find(({ value, label }) => value === given.trim() || label === given.trim());
	if (choice !== undefined) return choice.value;
	const all = choices.map(({ value, label }) => `${label}（${value}）`).join("、");
	throw new UsageError(`没有${what}“${given}”。可用的有：${all}。`);
}

function stateOf(given: string | undefined): string | undefined {
	if (given === undefined) return undefined;
	const state = STATES.find((one) => one === given.trim() || stateLabel(one) === given.trim());
	if (state !== undefined) return state;
	const all = STATES.map((one) => `${stateLabel(one)}（${one}）`).join("、");
	throw new UsageError(`没有状态“${given}”。可用的有：${all}。`);
}
