import { openForStaff } from "../../bot/stores/submissions/open.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { type LedgerCommand, UsageError } from "./command.ts";
import { type Apart, type Listed, listForVerification, verifyAll } from "./listed-selection.ts";
import { loadOffice, type Office } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";
import { selectionOf } from "./select.ts";
import { choiceLabel, explainCodes, streetName } from "./words.ts";

/** Verifies a selection that was listed and read: the list first, then all of it by the list's number. */
export const verifyListed: LedgerCommand = {
	name: "verify-listed",
	summary: "成批核实：先列出筛选到的填报，看过以后凭清单编号一次核实",
	usage:
		"ledger verify-listed --staff 姓名 [--quarter 2026-Q3] [--street 街道] [--kind 类别] [--form 组建形式] [--accept W3,W6] [--apply 清单编号] [--json]　不加 --apply 只列出；有提示的不在清单里，看过提示认为属实的，用 --accept 写明提示编号",
	async run(args, io) {
		const { values } = readOptions(args, {
			quarter: { type: "string" },
			street: { type: "string" },
			kind: { type: "string" },
			form: { type: "string" },
			accept: { type: "string" },
			apply: { type: "string" },
		});
		const office = loadOffice();
		const { quarter, matches } = selectionOf(values, office);
		const accepted = acceptedCodes(values.accept);
		const dataDir = dataDirOf(values, io);
		const actor = actorOf(values, dataDir, io);
		const { submissions } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
		const rows = (await submissions.rows(quarter)).filter(matches);
		const listed = await listForVerification(rows, actor, accepted, submissions, office);
		if (values.apply === undefined) {
			if (values.json) io.print(JSON.stringify({ ok: true, quarter, applied: false, ...brief(listed) }));
			else {
				for (const line of listedLines(listed, office)) io.print(line);
				io.explain(nextStep(listed));
			}
			return 0;
		}
		if (values.apply.trim().toLowerCase() !== listed.id) {
			if (values.json) io.print(JSON.stringify({ ok: false, reason: "changed", ...brief(listed) }));
			else io.explain("没有核实：现在的清单和您看过的不一样，有新的填报或改动。请重新列出，看过以后再核实。");
			return 1;
		}
		const left = await verifyAll(listed.ready, actor, submissions, (done) =>
			io.progress?.("核实", done, listed.ready.length),
		);
		const verified = listed.ready.length - left.length;
		if (values.json) {
			const changed = left.map(({ orgCode, revision }) => ({ orgCode, revision }));
			io.print(JSON.stringify({ ok: left.length === 0, quarter, applied: true, verified, changed }));
		} else {
			io.print(`已核实${verified}份。`);
			for (const { orgCode, orgName } of left) io.explain(`✗ ${orgCode}　${orgName}：刚有改动，没有核实。`);
		}
		return left.length === 0 ? 0 : 1;
	},
};

function acceptedCodes(given: string | undefined): ReadonlySet<string> {
	const codes = (given ?? "")
		.toUpperCase()
		.split(/[\s,，、]+/)
		.filter((code) => code !== "");
	if (codes.every((code) => /^W[1-9]$/.test(code))) return new Set(codes);
	throw new UsageError("--accept 写提示编号，用逗号隔开，例如 W3,W6。");
}

function brief({ ready, apart, id }: Listed) {
	return {
		list: id,
		ready: ready.map(({ orgCode, orgName, revision }) => ({ orgCode, orgName, revision })),
		apart: apart.map(({ row: { orgCode, orgName, revision }, ...why }) => ({
			orgCode,
			orgName,
			revision,
			...why,
		})),
	};
}

/** The list as people read it: what would be verified with its content, then what needs a look of its own and why. */
export function listedLines({ ready, apart }: Listed, office: Office): readonly string[] {
	return [
		...ready.map((row) => contentLine(row, office)),
		...(apart.length === 0 ? [] : [`下面${apart.length}份要逐份看，不在清单里：`]),
		...apart.map((one) => `· ${one.row.orgCode}　${one.row.orgName}：${whyApart(one, office)}`),
	];
}

function contentLine(row: Submission, office: Office): string {
	return [
		row.orgCode,
		row.orgName,
		streetName(row.streetCode, office),
		choiceLabel("operatingStatus", row.operatingStatus, office),
		choiceLabel("formationMode", row.formationMode, office),
		...(row.partyOrgId === undefined ? [] : [row.partyOrgId]),
		`职工${row.employees}，正式${row.fullMembers}，预备${row.probationaryMembers}`,
		`第${row.revision}版`,
	].join("　");
}

function whyApart(apart: Apart, office: Office): string {
	switch (apart.why) {
		case "own":
			return "是您自己填报的，请换一位同事核实。";
		case "conflict":
			return "有另一份填报待定，先在菜单“处理冲突”里（或用 npm run ledger -- conflicts 和 resolve）决定用哪一份。";
		case "small":
			return "职工不超过5人，人数不在清单里显示，请在菜单“核实填报”里逐份看。";
		case "errors":
			return explainCodes(apart.codes, office).join(" ");
		case "warnings":
			return `有提示。${explainCodes(apart.codes, office).join(" ")}`;
	}
}

function nextStep({ ready, apart, id }: Listed): string {
	if (ready.length === 0) return apart.length === 0 ? "没有待核实的填报。" : "没有可以成批核实的填报。";
	return `可以成批核实${ready.length}份，清单编号 ${id}。请逐行看过；都属实的，加上 --apply ${id} 再运行一次。`;
}
