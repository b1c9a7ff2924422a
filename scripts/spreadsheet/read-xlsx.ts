import { type CellObject, read, SSF, type WorkSheet } from "@e965/xlsx";
import { zipSync } from "fflate";
import { type Cell, type Grid, SpreadsheetError } from "./cell.ts";
import { COLUMNS_MAX, ROWS_MAX } from "./limits.ts";
import { encrypted, unpackWorkbook } from "./zip-directory.ts";

const ZIP_MAGIC = Buffer.from("PK\u0003\u0004", "latin1");
/** Container of old binary workbooks and of encrypted new ones. */
const COMPOUND_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads the first visible sheet that has cells.
 * @throws SpreadsheetError
 */
export function readXlsx(bytes: Buffer): Grid {
	if (bytes.subarray(0, 4).equals(COMPOUND_MAGIC)) {
		if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw encrypted();
		throw new SpreadsheetError("这是旧的 .xls 格式。请用表格软件打开，另存为 .xlsx 后再导入。");
	}
	if (!bytes.subarray(0, 4).equals(ZIP_MAGIC)) {
		throw new SpreadsheetError(
			"这不是 XLSX 文件（也许只是改了扩展名）。请用表格软件另存为 .xlsx 或 .csv 后再导入。",
		);
	}
	const parts = unpackWorkbook(bytes);
	if (parts["xl/workbook.xml"] === undefined) {
		throw new SpreadsheetError("这个压缩文件里没有工作簿。请选择 .xlsx 文件。");
	}
	let sheet: WorkSheet | undefined;
	try {
		// Stored, not packed: the reader's own unpacking has no bounds.
		const workbook = read(Buffer.from(zipSync({ ...parts }, { level: 0 })), {
			type: "buffer",
			dense: true,
			cellFormula: true,
			cellNF: true,
			cellHTML: false,
			cellText: false,
			sheetRows: ROWS_MAX + 1,
		});
		const visible = workbook.SheetNames.filter(
			(_, index) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0,
		);
		sheet = visible
			.map((name) => workbook.Sheets[name])
			.find((candidate) => (candidate?.["!data"]?.length ?? 0) > 0);
	} catch {
		throw new SpreadsheetError("这个工作簿读不出来。请用表格软件打开，另存为新的 .xlsx 文件后再导入。");
	}
	if (sheet === undefined) throw new SpreadsheetError("工作簿里没有内容。请核对是不是选错了文件。");
	return gridOf(sheet);
}

function gridOf(sheet: WorkSheet): Grid {
	const rows = new Map<number, Map<number, Cell>>();
	const data = (sheet["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
	if (data.length > ROWS_MAX) {
		throw new SpreadsheetError(`超过${ROWS_MAX}行，没有读取。请删去空行，或分成几个文件导入。`);
	}
	for (const [index, line] of data.entries()) {
		const cells = new Map<number, Cell>();
		line?.forEach((object, column) => {
			const cell = object === undefined ? null : cellOf(object);
			if (cell !== null) cells.set(column, cell);
		});
		if ([...cells.keys()].some((column) => column >= COLUMNS_MAX)) {
			throw new SpreadsheetError(`第${index + 1}行超过${COLUMNS_MAX}列，没有读取。请删去多余的列后再导入。`);
		}
		if (cells.size > 0) rows.set(index + 1, cells);
	}
	const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({
		firstRow: s.r + 1,
		lastRow: e.r + 1,
		firstColumn: s.c,
		lastColumn: e.c,
	}));
	return { rows, merges };
}

function cellOf({ t, v, f, z }: CellObject): Cell | null {
	if (f !== undefined) return { kind: "formula" };
	switch (t) {
		case "s": {
			const text = String(v ?? "");
			return text === "" ? null : { kind: "text", text };
		}
		case "n": {
			const value = Number(v);
			return typeof z === "string" && SSF.is_date(z) ? dateCell(value) : { kind: "number", value };
		}
		case "b":
			return { kind: "boolean", value: v === true };
		case "e":
			return { kind: "error" };
		default:
			return null;
	}
}

function dateCell(value: number): Cell {
	const parsed = SSF.parse_date_code(value) as { y: number; m: number; d: number } | null;
	if (parsed === null || parsed.m < 1) return { kind: "number", value };
	const pad = (part: number, length: number) => String(part).padStart(length, "0");
	return { kind: "date", date: `${pad(parsed.y, 4)}-${pad(parsed.m, 2)}-${pad(parsed.d, 2)}` };
}
