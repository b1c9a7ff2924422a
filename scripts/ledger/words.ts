import { COUNT_FIELDS, SMALL_UNIT_EMPLOYEES } from "../../core/survey/fields.ts";
import { messageOf } from "../../core/survey/messages.ts";
import type { Submission } from "../../core/survey/submission.ts";
import type { Office } from "./office.ts";

const STATES: Readonly<Record<Submission["state"], string>> = {
	submitted: "待核实",
	verified: "已核实",
	returned: "已退回",
	superseded: "已替换",
	withdrawn: "已撤回",
};

export const stateLabel = (state: Submission["state"]) => STATES[state];

/** Name of a street; its code when the district no longer lists it. */
export function streetName(code: string, { district }: Office): string {
	return district.streets.find((street) => street.code === code)?.name ?? code;
}

/** Label of a choice field's value. */
export function choiceLabel(field: string, value: string, { survey }: Office): string {
	return survey.fields[field]?.choices?.find((choice) => choice.value === value)?.label ?? value;
}

/** `R7：没有党组织的单位不填…` */
export function explainCodes(codes: readonly string[], office: Office): readonly string[] {
	return codes.map((code) => `${code}：${messageOf(code, office.survey)}`);
}

/** Whether the counts of a unit could point to a person. */
export const isSmall = ({ employees }: Submission) => employees <= SMALL_UNIT_EMPLOYEES;

/** A copy whose counts are null where they could point to a person. */
export function masked(submission: Submission): Readonly<Record<string, unknown>> {
	if (!isSmall(submission)) return { ...submission };
	return { ...submission, ...Object.fromEntries(COUNT_FIELDS.map((field) => [field, null])), masked: true };
}
