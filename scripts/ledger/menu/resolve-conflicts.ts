import { openForReading } from "../../../bot/stores/submissions/open.ts";
import type { Row } from "../../../core/ledger/fold.ts";
import { conflictLines, isSmallConflict } from "../conflict-words.ts";
import { recordLook } from "../record-look.ts";
import { resolve } from "../resolve.ts";
import { stateLabel, streetName } from "../words.ts";
import { type Choice, step } from "./ask.ts";
import { choosePaged } from "./choose-paged.ts";
import { runCommand, type Session } from "./session.ts";

/** Units with two submissions: look at both, decide which stands. */
export async function resolveConflicts(session: Session): Promise<void> {
	const { ask, dataDir, quarter, office } = session;
	const turned = { page: 0 };
	for (;;) {
		const rows = await openForReading(dataDir).submissions.rows(quarter);
		const open = rows.filter(({ conflicts }) => conflicts.length > 0);
		if (open.length === 0) return ask.say(`${quarter} 没有冲突。`);
		const label = ({ head, conflicts: [waiting], orgCode }: Row) => {
			const known = head ?? waiting;
			return known === undefined ? orgCode : `${known.orgName}（${streetName(known.streetCode, office)}）`;
		};
		const title = `有冲突的单位${open.length}家`;
		const chosen = await choosePaged(ask, title, "看哪一家？", open, label, turned);
		if (chosen === null) return;
		await step(() => resolveOne(session, chosen));
	}
}

/** Decides on the submission of a unit that has waited longest; the next one comes up when the unit is chosen again. */
async function resolveOne(session: Session, row: Row): Promise<void> {
	const { ask, office } = session;
	const { head } = row;
	const waiting = row.conflicts[0];
	if (waiting === undefined) return;
	let shown = !isSmallConflict(row);
	for (;;) {
		ask.say([head?.orgName ?? waiting.orgName, ...conflictLines(head, waiting, shown, office)].join("\n"));
		const choices: Choice<"--apply" | "--discard" | "counts" | "back">[] = [
			{ value: "--apply", label: "采用待定的一份", hint: "成为最新一版，再照常核实" },
			{
				value: "--discard",
				label: head === null ? "不用待定的一份" : "保留现有的一份",
				hint: head === null ? "搁置，文件保留" : `${stateLabel(head.state)}，待定的搁置，文件保留`,
			},
			...(shown ? [] : [{ value: "counts" as const, label: "显示人数（职工不超过5人，查看会记入审计）" }]),
			{ value: "back", label: "先不处理" },
		];
		const choice = await ask.choose("用哪一份？", choices);
		if (choice === "back") return;
		if (choice === "counts") {
			await recordLook(session, 1);
			shown = true;
			continue;
		}
		const seen = ["--submission", waiting.submissionId, "--revision", String(head?.revision ?? 0)];
		await runCommand(session, resolve, [row.quarter, row.orgCode, ...seen, choice]);
		return;
	}
}
