import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parse, YAMLParseError } from "yaml";
import { createDurably } from "../../bot/stores/exclusive-file.ts";
import { readFigures, storeFigures } from "../../bot/stores/figures/figures-store.ts";
import { openForStaff } from "../../bot/stores/submissions/open.ts";
import { type Figures, figuresSchema } from "../../core/ledger/figures-schema.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { figuresForm, figuresProblem, figuresSummary } from "./figures-words.ts";
import { loadOffice } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";
import { selectionOf } from "./select.ts";

/** Figures the survey cannot give: training, stars, development, awards; each with its source. */
export const figures: LedgerCommand = {
	name: "figures",
	summary: "录入数据：培训、星级、发展党员、目标责任书、授牌和补贴（写明来源）",
	usage:
		"ledger figures [--quarter 2026-Q3] [--json]　查看\n  ledger figures --quarter 2026-Q3 --form 表.yaml　生成填写表（已有的数据会带上）\n  ledger figures --quarter 2026-Q3 --from 表.yaml --staff 姓名 [--apply]　读入填好的表，不加 --apply 只检查",
	async run(args, io) {
		const { values } = readOptions(args, {
			quarter: { type: "string" },
			form: { type: "string" },
			from: { type: "string" },
			apply: { type: "boolean", default: false },
		});
		const office = loadOffice();
		const { quarter } = selectionOf({ quarter: values.quarter }, office);
		const dataDir = dataDirOf(values, io);
		const current = await readFigures(dataDir, quarter);
		if (values.form !== undefined) {
			if (!(await createDurably(resolve(values.form), figuresForm(quarter, current))))
				throw new UsageError(`${values.form} 已经有了，没有覆盖。请换一个文件名。`);
			io.print(
				`填写表在 ${values.form}。填好以后用 --from ${values.form} 读入；没有的项目整段删去或留着 # 号。`,
			);
			return 0;
		}
		if (values.from === undefined) {
			if (values.json) io.print(JSON.stringify(current));
			else if (current === null) io.print(`${quarter} 还没有录入数据。用 --form 表.yaml 生成填写表。`);
			else for (const line of figuresSummary(current)) io.print(line);
			return 0;
		}
		const next = await readForm(values.from, quarter, io);
		if (next === null) return 1;
		if (!values.json) for (const line of figuresSummary(next)) io.print(line);
		if (!values.apply) {
			if (values.json) io.print(JSON.stringify({ ok: true, applied: false }));
			else io.explain("检查通过，还没有写入；确认后加上 --apply 再运行一次。");
			return 0;
		}
		const actor = actorOf(values, dataDir, io);
		const { audit } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
		await storeFigures(dataDir, next, audit, { actor, at: new Date().toISOString() });
		if (values.json) io.print(JSON.stringify({ ok: true, applied: true }));
		else io.print(`已录入 ${quarter} 的数据，以前的版本保留在 figures/earlier。`);
		return 0;
	},
};

/** Reads a filled-in form; prints what is wrong and gives null. */
async function readForm(file: string, quarter: string, io: LedgerIo): Promise<Figures | null> {
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch {
		throw new UsageError(`读不到 ${file}，请核对文件名。`);
	}
	let value: unknown;
	try {
		// The core schema has no dates: a day stays the text it was written as.
		value = parse(text, { schema: "core" });
	} catch (error) {
		if (!(error instanceof YAMLParseError)) throw error;
		const line = error.linePos?.[0].line;
		throw new UsageError(
			`${file} 第${line ?? "?"}行写法不对。请保持每一行开头的空格，冒号后面空一格；内容里有冒号的，用英文引号括起来。`,
		);
	}
	const result = figuresSchema.safeParse(value);
	if (!result.success) {
		for (const issue of result.error.issues) io.print(`✗ ${file} ${figuresProblem(issue.path)}`);
		io.explain("有错误，没有写入。改正后再读入。");
		return null;
	}
	if (result.data.quarter === quarter) return result.data;
	throw new UsageError(`表里写的是 ${result.data.quarter}，命令里是 ${quarter}，请核对。`);
}
