import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { monotonicFactory } from "ulid";
import { fieldsOfRule, type RuleCode } from "../../core/survey/rules.ts";
import { SpreadsheetError } from "../spreadsheet/cell.ts";
import type { RowProblem } from "../spreadsheet/problem.ts";
import { isSpreadsheet, readSpreadsheet } from "../spreadsheet/read.ts";
import { readSurveyRows } from "../spreadsheet/survey-rows.ts";
import { UsageError } from "./command.ts";
import type { Office } from "./office.ts";
import { readJsonFile } from "./read-json.ts";

/** A row of a file, ready to be judged. */
export interface ImportRow {
	readonly file: string;
	/** `第3行`, or `第1份` of a list. */
	readonly place: string;
	readonly value: unknown;
	/** What was found wrong while reading; then `value` is incomplete. */
	readonly problems: readonly RowProblem[];
}

/** Random once, then counting: twenty thousand separate draws take seconds. */
const ulid = monotonicFactory();

const JSON_FILES = [".json", ".jsonl"];

/** What a file holds, and the columns nobody asked for. */
export interface ImportFile {
	readonly rows: readonly ImportRow[];
	readonly ignored: readonly string[];
}

/**
 * Reads one file: a spreadsheet, or JSON as the web form saves it.
 * @param quarter for spreadsheets without the column.
 * @throws UsageError with what to do when it cannot be read.
 */
export async function readImportFile(
	file: string,
	office: Office,
	quarter: string | undefined,
	actor: string,
	at: string,
): Promise<ImportFile> {
	if (isSpreadsheet(file)) return readSheet(file, office, quarter, actor, at);
	if (!JSON_FILES.includes(extname(file).toLowerCase())) {
		throw new UsageError(`不能读取 ${file} 这种格式。可以导入：.xlsx、.csv、.json、.jsonl。`);
	}
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch {
		throw new UsageError(`读不到 ${file}，请核对文件名。`);
	}
	const rows = readJsonFile(text);
	if (rows === null) throw new UsageError(`${file} 的内容读不出来，请用网页表单重新另存一份。`);
	return {
		rows: rows.map(({ place, value }) => ({
			file,
			place,
			value: asImport(value, actor, at),
			problems: [],
		})),
		ignored: [],
	};
}

async function readSheet(
	file: string,
	office: Office,
	quarter: string | undefined,
	actor: string,
	at: string,
): Promise<ImportFile> {
	try {
		const { rows, ignored } = readSurveyRows(await readSpreadsheet(file), office, quarter);
		return {
			ignored,
			rows: rows.map(({ number, value, baseRevision, problems }) => ({
				file,
				place: `第${number}行`,
				value: {
					...asImport({ submissionId: ulid(), ...value }, actor, at),
					...(baseRevision === undefined ? {} : { baseRevision, revision: baseRevision + 1 }),
				},
				problems,
			})),
		};
	} catch (error) {
		if (!(error instanceof SpreadsheetError)) throw error;
		throw new UsageError(`${file}：${error.message}`);
	}
}

/** What staff import is theirs to answer for: channel and sender are set here, the rest is as in the file. */
function asImport(value: unknown, actor: string, at: string): object {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return { value };
	return {
		submittedAt: at,
		revision: 1,
		state: "submitted",
		...value,
		channel: "import",
		submitterRef: actor,
	};
}

/**
 * Codes worth telling besides the cells' own problems: not the fields that are missing because their cell could
 * not be read, nor rules that need them.
 */
export function codesBesides(problems: readonly RowProblem[], codes: readonly string[]): readonly string[] {
	if (problems.length === 0) return codes;
	const failed = new Set(problems.map(({ code }) => code.split(":")[2]));
	return codes.filter(
		(code) =>
			!code.startsWith("schema:") && !fieldsOfRule(code as RuleCode).some((field) => failed.has(field)),
	);
}
