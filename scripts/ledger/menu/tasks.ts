import { existsSync } from "node:fs";
import { shanghaiDate } from "../../../core/survey/quarter.ts";
import { audit } from "../audit.ts";
import type { LedgerCommand } from "../command.ts";
import { doctor } from "../doctor.ts";
import { exportRows } from "../export.ts";
import { importFiles } from "../import.ts";
import { list } from "../list.ts";
import { measures } from "../measures.ts";
import { register } from "../register.ts";
import { stale } from "../stale.ts";
import { stats } from "../stats.ts";
import { targets } from "../targets.ts";
import { transitions } from "../transitions.ts";
import { unsurveyed } from "../unsurveyed.ts";
import { chooseStreet } from "./choose-street.ts";
import { enterFigures } from "./enter-figures.ts";
import { publishStatistics, writeSummary } from "./quarter-end.ts";
import { resolveConflicts } from "./resolve-conflicts.ts";
import { reviewQueue } from "./review.ts";
import { reviewListed } from "./review-listed.ts";
import { runCommand, type Session } from "./session.ts";

/** One entry of the menu. */
export interface Task {
	readonly label: string;
	readonly hint: string;
	readonly run: (session: Session) => Promise<void>;
}

/** A command that only shows something of the quarter. */
const shows = (command: LedgerCommand, label: string, hint: string): Task => ({
	label,
	hint,
	run: async (session) => void (await runCommand(session, command, ["--quarter", session.quarter])),
});

/** Every task of the menu, the daily ones first. */
export const TASKS: readonly Task[] = [
	{ label: "核实填报", hint: "逐份查看，核实或退回", run: reviewQueue },
	{ label: "成批核实", hint: "看完一个街道的清单，一次核实没有提示的", run: reviewListed },
	{ label: "处理冲突", hint: "同一单位有两份填报，对照后决定用哪一份", run: resolveConflicts },
	shows(list, "看台账", "本季度全部填报"),
	withStreet(stale, "待更新", "还没有核实数据的单位，按街道"),
	withStreet(unsurveyed, "未排查", "名册里在营、还没有核实的单位"),
	{
		label: "一企一策",
		hint: "措施、责任岗位、期限",
		run: async (session) => void (await runCommand(session, measures, [])),
	},
	{ label: "统计", hint: "覆盖率，按街道、类别、形式或季度", run: showStats },
	shows(transitions, "转化", "组建形式的变化"),
	shows(targets, "目标责任书", "目标和实际完成"),
	{
		label: "导入台账",
		hint: "XLSX、CSV、JSON，先试读",
		run: importSurvey,
	},
	{ label: "导出台账", hint: "XLSX 或 CSV", run: exportTable },
	{
		label: "导入名册",
		hint: "登记机关的名单，先试读",
		run: importRegister,
	},
	{ label: "录入数据", hint: "培训、星级、发展党员等，写明来源", run: enterFigures },
	{ label: "季度总结", hint: "生成草稿 DOCX 和 Markdown", run: writeSummary },
	{ label: "公开数据", hint: "季度结束后，把统计表写进网站", run: publishStatistics },
	{
		label: "检查台账",
		hint: "文件和审计链是否完好",
		run: async (session) => {
			session.ask.say("正在逐份检查，单位多时要等一会儿……");
			await runCommand(session, doctor, []);
			await runCommand(session, audit, []);
		},
	},
];

function withStreet(command: LedgerCommand, label: string, hint: string): Task {
	return {
		label,
		hint,
		run: async (session) => {
			const args = ["--quarter", session.quarter, ...(await chooseStreet(session))];
			await runCommand(session, command, args);
		},
	};
}

async function showStats(session: Session): Promise<void> {
	const by = await session.ask.choose("怎样分组？", [
		{ value: "street", label: "按街道" },
		{ value: "kind", label: "按组织类别" },
		{ value: "form", label: "按组建形式" },
		{ value: "quarter", label: "按季度" },
	]);
	await runCommand(session, stats, ["--quarter", session.quarter, "--by", by]);
}

async function importSurvey(session: Session): Promise<void> {
	const file = await askForFile(session);
	await importWith(session, importFiles, [file, "--quarter", session.quarter], "台账");
}

async function importRegister(session: Session): Promise<void> {
	const file = await askForFile(session);
	const date = await session.ask.text("名册是截至哪一天的？（一个季度的比率用那时的名册作分母）", {
		initial: shanghaiDate(new Date().toISOString()),
		check: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : "写成 2026-09-30。"),
	});
	await importWith(session, register, ["import", file, "--date", date], "名册");
}

async function askForFile({ ask }: Session): Promise<string> {
	const file = await ask.text("文件（可以把文件拖进来）", {
		check: (text) => (existsSync(unquote(text)) ? undefined : "没有这个文件，请核对路径。"),
	});
	return unquote(file);
}

/** Tries a file, shows what it would do, and writes after a yes. */
async function importWith(
	session: Session,
	command: LedgerCommand,
	args: readonly string[],
	what: string,
): Promise<void> {
	if ((await runCommand(session, command, args)) !== 0) return;
	if (await session.ask.confirm(`没有错误。写入${what}吗？`))
		await runCommand(session, command, [...args, "--apply"]);
	else session.ask.say("没有写入。");
}

/** Terminals put quotes around a dragged file. */
function unquote(text: string): string {
	return text.replace(/^(['"])(.*)\1$/, "$2");
}

async function exportTable(session: Session): Promise<void> {
	const { ask, quarter } = session;
	const file = await ask.text("导出到哪个文件？", {
		initial: `台账-${quarter}.xlsx`,
		check: (text) => {
			if (!/\.(xlsx|csv)$/i.test(text)) return "以 .xlsx 或 .csv 结尾。";
			return existsSync(text) ? "已经有这个文件，请换一个名字。" : undefined;
		},
	});
	const small = await ask.choose("职工不超过5人的单位，人数怎样处理？", [
		{ value: false, label: "隐去" },
		{ value: true, label: "照实导出（记入审计）" },
	]);
	await runCommand(session, exportRows, [file, "--quarter", quarter, ...(small ? ["--with-small"] : [])]);
}
