import { CsvError, parse } from "csv-parse/sync";
import { type Cell, type Grid, SpreadsheetError } from "./cell.ts";
import { COLUMNS_MAX, ROWS_MAX } from "./limits.ts";

/**
 * Text of a CSV file: UTF-8 with or without BOM, UTF-16 with BOM (“Unicode 文本”), else GB18030, which includes GBK.
 * @throws SpreadsheetError when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes) ?? refuseEncoding();
	if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes) ?? refuseEncoding();
	// No text of these encodings holds a zero byte: it is another kind of file.
	if (bytes.includes(0)) throw new SpreadsheetError("这不是文本文件。请用表格软件另存为 CSV 后再导入。");
	return decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes) ?? refuseEncoding();
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function refuseEncoding(): never {
	throw new SpreadsheetError(
		"文件的文字编码读不出来。请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”后再导入。",
	);
}

/**
 * Reads comma, semicolon or tab separated text; all cells are text.
 * @throws SpreadsheetError
 */
export function readCsv(bytes: Uint8Array): Grid {
	const text = decodeText(bytes);
	let records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
	try {
		records = parse(text, {
			delimiter: delimiterOf(text),
			relax_column_count: true,
			skip_empty_lines: false,
			info: true,
			max_record_size: 1_000_000,
		}) as unknown as typeof records;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = "lines" in error ? String(error["lines"]) : "";
		throw new SpreadsheetError(
			`CSV 第${line}行的引号没有配对，后面的内容读不出来。请用表格软件另存为 CSV 后再导入。`,
		);
	}
	if (records.length > ROWS_MAX) throw new SpreadsheetError(`超过${ROWS_MAX}行，请分成几个文件导入。`);
	const rows = new Map<number, ReadonlyMap<number, Cell>>();
	for (const [index, { record }] of records.entries()) {
		if (record.length > COLUMNS_MAX) throw new SpreadsheetError(`第${index + 1}行超过${COLUMNS_MAX}列。`);
		const cells = new Map<number, Cell>();
		for (const [column, text] of record.entries()) if (text !== "") cells.set(column, { kind: "text", text });
		if (cells.size > 0) rows.set(index + 1, cells);
	}
	return { rows, merges: [] };
}

/** The separator that occurs most in the first lines. */
function delimiterOf(text: string): string {
	const head = text.slice(0, 2_000);
	const count = (delimiter: string) => head.split(delimiter).length;
	return [",", "\t", ";"].reduce((best, next) => (count(next) > count(best) ? next : best));
}
