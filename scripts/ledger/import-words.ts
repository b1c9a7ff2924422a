import { messageOf, sentence } from "../../core/survey/messages.ts";
import { fieldsOfRule, type RuleCode } from "../../core/survey/rules.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { headingsOf } from "../spreadsheet/survey-rows.ts";
import type { LedgerIo } from "./command.ts";
import { codesBesides, type ImportRow } from "./import-rows.ts";
import type { Office } from "./office.ts";

/** A row with what the rules and the ledger say of it. */
export interface JudgedRow extends ImportRow {
	readonly ok: boolean;
	readonly errors: readonly string[];
	readonly warnings: readonly string[];
	readonly submission: Submission | null;
	/** The ledger says the same already. */
	readonly unchanged: boolean;
}

/** Places named for each remark before the rest is only counted. */
const PLACES_SHOWN = 5;

/** Prints what a dry run found: every error, remarks gathered by kind, and what would happen. */
export function printDryRun(rows: readonly JudgedRow[], json: boolean, office: Office, io: LedgerIo): void {
	const remarks = new Map<string, string[]>();
	/** File → places whose counts an export has hidden: said once, not cell by cell. */
	const hidden = new Map<string, string[]>();
	for (const row of rows) {
		const { file, place, problems, warnings } = row;
		const errors = codesBesides(problems, row.errors);
		if (json) {
			const codes = [...problems.map(({ code }) => code), ...errors];
			io.print(
				JSON.stringify({
					file,
					place,
					ok: row.ok,
					errors: codes,
					warnings,
					messages: messagesOf(row, office),
				}),
			);
			continue;
		}
		const shown = problems.filter(({ code }) => !isHidden(code));
		if (shown.length < problems.length) hidden.set(file, [...(hidden.get(file) ?? []), place]);
		for (const message of messagesOf(row, office, shown)) io.print(`✗ ${file} ${place}：${message}`);
		for (const code of codesBesides(problems, warnings))
			remarks.set(code, [...(remarks.get(code) ?? []), place]);
	}
	if (json) return;
	for (const [file, places] of hidden)
		io.print(`✗ ${file} ${placesOf(places)}${office.spreadsheet.messages["hidden"] ?? ""}`);
	for (const [code, places] of [...remarks].sort(([a], [b]) => a.localeCompare(b)))
		io.print(`· ${code}（${placesOf(places)}）：${messageOf(code, office.survey)}`);
	io.explain(summary(rows));
}

const isHidden = (code: string) => code.startsWith("cell:hidden:");

/** The first few places, and how many there are. */
function placesOf(places: readonly string[]): string {
	const shown = places.slice(0, PLACES_SHOWN).join("、");
	return places.length > PLACES_SHOWN ? `${shown}等${places.length}处` : shown;
}

/** @param shown problems told one by one; the rest is only kept from being explained a second time. */
function messagesOf(
	{ problems, errors }: JudgedRow,
	office: Office,
	shown: JudgedRow["problems"] = problems,
): readonly string[] {
	return [
		...shown.map(({ message }) => message),
		...codesBesides(problems, errors).map((code) => errorText(code, office)),
	];
}

function errorText(code: string, office: Office): string {
	const twice = /^duplicate:(.*)$/s.exec(code);
	if (twice !== null) return `和 ${twice[1]} 的填报编号相同，请只留一份。`;
	if (code === "id-reused") return sentence("refusedReuse", office.survey);
	const headings = headingsOf(fieldsOfRule(code as RuleCode), office);
	const where = headings.length === 0 ? "" : `（${headings.join("、")}）`;
	return `${code}${where}：${messageOf(code, office.survey)}`;
}

function summary(rows: readonly JudgedRow[]): string {
	const wrong = rows.filter(({ ok }) => !ok).length;
	if (wrong > 0) return `共${rows.length}份，${wrong}份有错误，一份也没有写入。改正后再导入。`;
	const same = rows.filter(({ unchanged }) => unchanged).length;
	const known = same === 0 ? "" : `其中${same}份和台账相同，不会重复写入。`;
	return `共${rows.length}份，都没有错误。${known}还没有写入（用命令的，确认后加上 --apply 再运行一次）。`;
}
