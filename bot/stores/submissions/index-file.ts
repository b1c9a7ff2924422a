import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { systemCode } from "../storage-error.ts";
import type { Column, Field } from "./index-column.ts";
import { COLUMN_FIELDS, IndexTable, type TableParts } from "./index-table.ts";

/** Raised when the form of the index changes; an index of another version is made anew. */
const INDEX_VERSION = 3;

/** First line of an index. */
interface Header {
	readonly index: number;
	readonly quarter: string;
	/** Names of the columns, in the order of their lines. */
	readonly fields: readonly string[];
	/** CRC-32 of everything after this line: columns are read late, and must be whole by then. */
	readonly sum: number;
}

/** Lines after the first and before those of the columns. */
const BEFORE_COLUMNS = 4;
const LINE_FEED = 10;

/** Reads a quarter's index; null when there is none, or when it is torn or of another version. */
export async function readIndex(path: string, quarter: string): Promise<IndexTable | null> {
	try {
		return decodeTable(await readFile(path), quarter);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return null;
		throw error;
	}
}

/** Writes a quarter's index. A failure harms nobody: it is derived. */
export async function writeIndex(path: string, table: IndexTable): Promise<void> {
	const temporary = `${path}.${process.pid}.tmp`;
	try {
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		await writeFile(temporary, encodeTable(table), { mode: 0o600 });
		await rename(temporary, path);
	} catch (error) {
		if (systemCode(error) === "") throw error;
	}
}

/** A table as JSON lines: a header, then codes, times, numbers of revisions and ghosts of the rows, then a line per column. */
export function encodeTable({ quarter, parts }: IndexTable): Buffer<ArrayBuffer> {
	const { orgCodes, modified, counts, ghosts, column } = parts;
	const columns = COLUMN_FIELDS.map(column).map(({ values, places }): Column => ({ values, places }));
	// Line by line: most of them are ASCII, and only those with Chinese have to be encoded.
	const body = [orgCodes, modified, counts, ghosts, ...columns].map((line) =>
		Buffer.from(`${JSON.stringify(line)}\n`),
	);
	const sum = body.reduce((before, line) => crc32(line, before), 0);
	const header: Header = { index: INDEX_VERSION, quarter, fields: COLUMN_FIELDS, sum };
	return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...body]);
}

/** Reads what `encodeTable` wrote, each column when it is first asked for; null for anything else. */
export function decodeTable(bytes: Buffer, quarter: string): IndexTable | null {
	const begin = bytes.indexOf(LINE_FEED) + 1;
	const header = readHeader(bytes.toString("utf8", 0, begin));
	if (header?.index !== INDEX_VERSION || header.quarter !== quarter) return null;
	if (header.fields.join() !== COLUMN_FIELDS.join() || header.sum !== crc32(bytes.subarray(begin)))
		return null;
	const lines: Buffer[] = [];
	for (let at = begin; at < bytes.length; ) {
		const end = bytes.indexOf(LINE_FEED, at);
		lines.push(bytes.subarray(at, end));
		at = end + 1;
	}
	const line = (at: number): unknown => JSON.parse(lines[at]?.toString("utf8") ?? "");
	const columns = new Map<Field, Column>();
	const column = (field: Field): Column => {
		const known = columns.get(field) ?? (line(BEFORE_COLUMNS + COLUMN_FIELDS.indexOf(field)) as Column);
		columns.set(field, known);
		return known;
	};
	const [orgCodes, modified, counts, ghosts] = [0, 1, 2, 3].map(line);
	return new IndexTable(quarter, { orgCodes, modified, counts, ghosts, column } as TableParts);
}

function readHeader(line: string): Header | null {
	try {
		return JSON.parse(line) as Header;
	} catch {
		return null;
	}
}
