import { openForReading } from "../../../bot/stores/submissions/open.ts";
import { COUNT_FIELDS, PARTY_ORG_ID_PATTERN } from "../../../core/survey/fields.ts";
import { judge } from "../../../core/survey/rules.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { HIDDEN_COUNT } from "../../spreadsheet/read-cell.ts";
import { headingOf, SURVEY_COLUMNS } from "../../spreadsheet/survey-columns.ts";
import { cellText } from "../../spreadsheet/survey-table.ts";
import { recordLook } from "../record-look.ts";
import { giveBack } from "../return.ts";
import { verify } from "../verify.ts";
import { explainCodes, isSmall, streetName } from "../words.ts";
import { type Choice, step } from "./ask.ts";
import { choosePaged } from "./choose-paged.ts";
import { runCommand, type Session } from "./session.ts";

/** The queue: choose a submission, look at it, verify or return it. */
export async function reviewQueue(session: Session): Promise<void> {
	const { ask, dataDir, quarter, office } = session;
	const turned = { page: 0 };
	for (;;) {
		const rows = await openForReading(dataDir).submissions.rows(quarter);
		const waiting = rows
			.flatMap(({ head }) => (head?.state === "submitted" ? [head] : []))
			.sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
		if (waiting.length === 0) return ask.say(`${quarter} 没有待核实的填报。`);
		const title = `待核实${waiting.length}份`;
		const chosen = await choosePaged(
			ask,
			title,
			"看哪一份？",
			waiting,
			({ orgName, streetCode, revision }) =>
				`${orgName}（${streetName(streetCode, office)}，第${revision}版）`,
			turned,
		);
		if (chosen === null) return;
		await step(() => reviewOne(session, chosen));
	}
}

async function reviewOne(session: Session, row: Submission): Promise<void> {
	const { ask, office } = session;
	let shown = !isSmall(row);
	for (;;) {
		ask.say(detail(row, shown, session));
		const choices: Choice<"verify" | "return" | "counts" | "back">[] = [
			{ value: "verify", label: "核实通过" },
			{ value: "return", label: "退回并写明原因" },
			{ value: "back", label: "先不处理" },
		];
		if (!shown) choices.splice(2, 0, { value: "counts", label: "显示人数（职工不超过5人，查看会记入审计）" });
		const choice = await ask.choose(`${row.orgName}：怎样处理？`, choices);
		const which = [row.quarter, row.orgCode, "--revision", String(row.revision)];
		switch (choice) {
			case "back":
				return;
			case "counts":
				await recordLook(session, 1);
				shown = true;
				continue;
			case "return": {
				const reason = await ask.text("退回原因（填报人会看到，只写单位情况）", {
					check: (text) => (text.length < 2 ? "请至少写2个字。" : undefined),
				});
				await runCommand(session, giveBack, [...which, "--reason", reason]);
				return;
			}
			case "verify": {
				const missing = judge(row, { verifying: true }).errors.includes("R7");
				const number = missing ? await askOrganisation(session) : "";
				await runCommand(session, verify, [...which, ...(number === "" ? [] : ["--party-org", number])]);
				return;
			}
		}
	}

	function askOrganisation({ ask }: Session): Promise<string> {
		return ask.text(`请补上${headingOf("partyOrgId", office)}`, {
			placeholder: "PO-A12",
			check: (text) =>
				PARTY_ORG_ID_PATTERN.test(text.toUpperCase()) ? undefined : "以 PO- 开头，后面是大写字母和数字。",
		});
	}
}

/** Every filled-in field of a submission with its label, and the rules' remarks. */
function detail(row: Submission, withCounts: boolean, { office }: Session): string {
	const lines = SURVEY_COLUMNS.flatMap((field) => {
		const text =
			!withCounts && (COUNT_FIELDS as readonly string[]).includes(field)
				? HIDDEN_COUNT
				: cellText(row, field, office);
		return text === "" ? [] : [`${headingOf(field, office)}：${text}`];
	});
	const { errors, warnings } = judge(row, { verifying: true });
	const remarks = withCounts ? explainCodes([...errors, ...warnings], office) : [];
	return [...lines, ...remarks.map((remark) => `· ${remark}`)].join("\n");
}
