import type { Row } from "../../core/ledger/fold.ts";
import { COUNT_FIELDS } from "../../core/survey/fields.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { HIDDEN_COUNT } from "../spreadsheet/read-cell.ts";
import { headingOf, SURVEY_COLUMNS, type SurveyColumn } from "../spreadsheet/survey-columns.ts";
import { cellText } from "../spreadsheet/survey-table.ts";
import type { Office } from "./office.ts";
import { isSmall, stateLabel } from "./words.ts";

const CHANNELS: Readonly<Record<Submission["channel"], string>> = {
	telegram: "聊天机器人",
	web: "网页",
	terminal: "终端问答",
	import: "导入",
};
/** Printed where a field was not answered. */
const NOTHING = "（没有填）";

/** One field in which two submissions of a unit say different things, as people read it. */
export interface Difference {
	readonly field: SurveyColumn;
	readonly label: string;
	/** In the submission that stands; null when none does. */
	readonly standing: string | null;
	readonly waiting: string;
}

/** Whether a conflict tells counts that could point to a person. */
export const isSmallConflict = ({ head, conflicts }: Pick<Row, "head" | "conflicts">) =>
	[head, ...conflicts].some((one) => one !== null && isSmall(one));

/** Fields in which a waiting submission differs from the one that stands; with none that stands, all it says. */
export function differencesOf(
	head: Submission | null,
	waiting: Submission,
	withCounts: boolean,
	office: Office,
): readonly Difference[] {
	return SURVEY_COLUMNS.flatMap((field) => {
		const [standing, other] = [
			head === null ? null : cellText(head, field, office),
			cellText(waiting, field, office),
		];
		if (standing === other || (standing === null && other === "")) return [];
		const isHidden = !withCounts && (COUNT_FIELDS as readonly string[]).includes(field);
		const shown = (text: string) => (isHidden ? HIDDEN_COUNT : text === "" ? NOTHING : text);
		return [
			{
				field,
				label: headingOf(field, office),
				standing: standing === null ? null : shown(standing),
				waiting: shown(other),
			},
		];
	});
}

/** Both sides of a conflict: who stands, who waits, and in what they differ. */
export function conflictLines(
	head: Submission | null,
	waiting: Submission,
	withCounts: boolean,
	office: Office,
): readonly string[] {
	const differences = differencesOf(head, waiting, withCounts, office);
	const sender = head !== null && head.submitterRef === waiting.submitterRef ? "同一填报人" : "另一填报人";
	return [
		head === null ? "现有：已撤回" : `现有：${origin(head)}，${stateLabel(head.state)}`,
		`待定：${origin(waiting)}，${sender}，回执编号 ${waiting.submissionId}`,
		...(differences.length === 0 ? ["　两份内容相同。"] : []),
		...differences.map(({ label, standing, waiting: other }) =>
			standing === null ? `　${label}：${other}` : `　${label}：现有 ${standing}，待定 ${other}`,
		),
	];
}

/** `第2版，网页，2026-09-20提交`. */
function origin({ revision, channel, submittedAt }: Submission): string {
	return `第${revision}版，${CHANNELS[channel]}，${submittedAt.slice(0, 10)}提交`;
}
