import { readRegister, storeRegister } from "../../bot/stores/register/register-store.ts";
import { openForReading, openForStaff } from "../../bot/stores/submissions/open.ts";
import { compareRegisters, type Register, type RegisterDifference } from "../../core/ledger/register.ts";
import { shanghaiDate } from "../../core/survey/quarter.ts";
import { SpreadsheetError } from "../spreadsheet/cell.ts";
import { readSpreadsheet } from "../spreadsheet/read.ts";
import { type RegisterRow, readRegisterRows } from "../spreadsheet/register-rows.ts";
import { type LedgerCommand, type LedgerIo, UsageError } from "./command.ts";
import { loadOffice, type Office } from "./office.ts";
import { actorOf, dataDirOf, readOptions } from "./options.ts";
import { printRegister, printRegisterDifference } from "./register-words.ts";

/** The list of registered units that every rate is divided by. */
export const register: LedgerCommand = {
	name: "register",
	summary: "底数名册：导入登记机关的名单，或查看现用的名册",
	usage:
		"ledger register import <名册.xlsx | 名册.csv> --staff 姓名 [--date 2026-09-30] [--apply] [--json]　不加 --apply 只试读；--date 是名册截止的日期，不写就是今天\n  ledger register show [--json]",
	async run(args, io) {
		const { values, positionals } = readOptions(args, {
			apply: { type: "boolean", default: false },
			date: { type: "string" },
		});
		const office = loadOffice();
		const dataDir = dataDirOf(values, io);
		const [action, file] = positionals;
		if (action === "show") return showRegister(dataDir, values.json, office, io);
		if (action !== "import" || file === undefined)
			throw new UsageError("请写 register import 加名册文件，或 register show。");
		const actor = actorOf(values, dataDir, io);
		const at = new Date().toISOString();
		const date = dateOf(values.date, at);
		const { rows, ignored } = await readFile(file, office);
		if (ignored.length > 0 && !values.json)
			io.explain(`${file}：下面的列不收集，没有读取：${ignored.join("、")}。`);
		const wrong = rows.filter(({ unit }) => unit === null);
		if (wrong.length > 0) {
			printWrong(file, wrong, values.json, io);
			if (!values.json)
				io.explain(`共${rows.length}行，${wrong.length}行有错误，名册没有改动。改正后再导入。`);
			return 1;
		}
		const next: Register = { date, units: rows.flatMap(({ unit }) => unit ?? []) };
		const before = await readRegister(dataDir);
		const difference = compareRegisters(before, next, await surveyedCodes(dataDir));
		if (!values.json) printRegisterDifference(before, next, difference, office, io);
		if (!values.apply) {
			if (values.json)
				io.print(JSON.stringify({ ok: true, applied: false, date, ...summary(next, difference) }));
			else io.explain("还没有写入（用命令的，确认后加上 --apply 再运行一次）。");
			return 0;
		}
		const { audit } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
		const path = await storeRegister(dataDir, next, audit, { actor, at });
		if (values.json)
			io.print(JSON.stringify({ ok: true, applied: true, date, path, ...summary(next, difference) }));
		else io.print(`名册已导入（${path}），以前的名册仍保留。以后的统计用${date}的名册作分母。`);
		return 0;
	},
};

async function showRegister(dataDir: string, json: boolean, office: Office, io: LedgerIo): Promise<number> {
	const current = await readRegister(dataDir);
	if (json) io.print(JSON.stringify(current));
	else if (current === null)
		io.print(
			"还没有导入名册。导入登记机关的名单（菜单里的“导入名册”，或 npm run ledger -- register import 名册.xlsx），才能看出哪些单位没有排查。",
		);
	else printRegister(current, office, io);
	return 0;
}

function dateOf(given: string | undefined, at: string): string {
	if (given === undefined) return shanghaiDate(at);
	const isDate = /^20\d{2}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(`${given}T00:00:00Z`));
	if (!isDate || new Date(`${given}T00:00:00Z`).toISOString().slice(0, 10) !== given)
		throw new UsageError("--date 写成 2026-09-30。");
	if (given > shanghaiDate(at)) throw new UsageError("--date 不能晚于今天：名册是已经登记的单位。");
	return given;
}

async function readFile(file: string, office: Office) {
	try {
		return readRegisterRows(await readSpreadsheet(file), office);
	} catch (error) {
		if (!(error instanceof SpreadsheetError)) throw error;
		throw new UsageError(`${file}：${error.message}`);
	}
}

function printWrong(file: string, rows: readonly RegisterRow[], json: boolean, io: LedgerIo): void {
	for (const { number, problems } of rows) {
		const place = `第${number}行`;
		if (json) {
			const [codes, messages] = [problems.map(({ code }) => code), problems.map(({ message }) => message)];
			io.print(JSON.stringify({ file, place, ok: false, errors: codes, messages }));
		} else for (const { message } of problems) io.print(`✗ ${file} ${place}：${message}`);
	}
}

/** Every organisation the ledger has a row of. */
async function surveyedCodes(dataDir: string): Promise<ReadonlySet<string>> {
	const { submissions } = openForReading(dataDir);
	const codes = new Set<string>();
	for (const quarter of await submissions.quarters()) {
		for (const { orgCode, head } of await submissions.rows(quarter)) if (head !== null) codes.add(orgCode);
	}
	return codes;
}

function summary(next: Register, { added, closed, changed, unmatched, same }: RegisterDifference) {
	const active = next.units.filter(({ status }) => status === "active").length;
	return { units: next.units.length, active, added, closed, changed, unmatched, same };
}
