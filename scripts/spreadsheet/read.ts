import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { type Grid, SpreadsheetError } from "./cell.ts";
import { FILE_BYTES_MAX } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

const READERS: Readonly<Record<string, (bytes: Buffer) => Grid>> = {
	".xlsx": readXlsx,
	".xlsm": readXlsx,
	".csv": readCsv,
	".txt": readCsv,
};

/** Whether a file name is that of a spreadsheet. */
export function isSpreadsheet(file: string): boolean {
	return Object.hasOwn(READERS, extname(file).toLowerCase());
}

/**
 * Reads a spreadsheet file.
 * @throws SpreadsheetError with what to do about it.
 */
export async function readSpreadsheet(file: string): Promise<Grid> {
	const extension = extname(file).toLowerCase();
	const reader = READERS[extension];
	if (reader === undefined) {
		const hint = extension === ".xls" || extension === ".et" ? "请另存为 .xlsx。" : "请用 .xlsx 或 .csv。";
		throw new SpreadsheetError(`不能读取 ${file} 这种格式。${hint}`);
	}
	let size: number;
	try {
		({ size } = await stat(file));
	} catch {
		throw new SpreadsheetError(`读不到 ${file}，请核对文件名。`);
	}
	// Before reading: a huge file must not even enter memory.
	if (size > FILE_BYTES_MAX) {
		const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
		throw new SpreadsheetError(
			`${file} 有${megabytes(size)}MB，超过上限${megabytes(FILE_BYTES_MAX)}MB，没有打开。请删去图片、多余的工作表和空行，另存后再导入。`,
		);
	}
	const grid = reader(await readFile(file));
	if (grid.rows.size === 0) throw new SpreadsheetError(`${file} 里没有内容。`);
	return grid;
}
