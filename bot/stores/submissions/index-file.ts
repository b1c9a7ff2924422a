import { closeSync, openSync, readSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { endianness } from "node:os";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { systemCode } from "../storage-error.ts";
import type { Column, Field } from "./index-column.ts";
import { COLUMN_FIELDS, IndexTable, type TableParts } from "./index-table.ts";

/** Raised when the form of the index changes; an index of another version is made anew. */
const INDEX_VERSION = 4;
/** The header is shorter than this, in bytes. */
const HEADER_MAX = 8_192;
const LINE_FEED = 10;

/** A stretch of the file. Its sum (CRC-32) is looked at when it is read: nobody pays for what he does not need. */
type Part = readonly [name: string, bytes: number, sum: number];

/** First line of an index. */
interface Header {
	readonly index: number;
	/** Of the numbers in the file. */
	readonly endianness: string;
	readonly quarter: string;
	/** What follows, in this order. */
	readonly parts: readonly Part[];
}

/** Gives a stretch of a stored table, fewer bytes at its end. */
type Source = (from: number, bytes: number) => Buffer;

/** Parts besides those of the columns: text as JSON, numbers as they lie in memory. */
const ROW_PARTS = ["orgCodes", "modified", "counts", "ghosts"] as const;
const valuesOf = (field: Field) => `${field} values`;
const placesOf = (field: Field) => `${field} places`;

/** Reads what a quarter's index has of these fields; null when there is none, or when it is torn or of another version. */
export function readIndex(path: string, quarter: string, fields: readonly Field[]): IndexTable | null {
	let descriptor: number;
	try {
		descriptor = openSync(path, "r");
	} catch (error) {
		if (systemCode(error) === "ENOENT") return null;
		throw error;
	}
	try {
		return decodeTable(
			(from, bytes) => {
				const buffer = Buffer.allocUnsafeSlow(bytes);
				return buffer.subarray(0, readSync(descriptor, buffer, 0, bytes, from));
			},
			quarter,
			fields,
		);
	} finally {
		closeSync(descriptor);
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

/** A table with all its columns as bytes: a header, then the parts it lists. */
export function encodeTable({ quarter, parts: { orgCodes, modified, counts, ghosts, columns } }: IndexTable) {
	const parts: [string, Buffer][] = [
		["orgCodes", textBytes(orgCodes)],
		["modified", numberBytes(Float64Array.from(modified))],
		["counts", numberBytes(Uint32Array.from(counts))],
		["ghosts", textBytes(ghosts)],
	];
	for (const [field, { values, places }] of columns) {
		const Places = placesFor(values.length);
		parts.push([valuesOf(field), textBytes(values)], [placesOf(field), numberBytes(Places.from(places))]);
	}
	const header: Header = {
		index: INDEX_VERSION,
		endianness: endianness(),
		quarter,
		parts: parts.map(([name, bytes]) => [name, bytes.length, crc32(bytes)]),
	};
	return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts.map(([, bytes]) => bytes)]);
}

/** Reads what `encodeTable` wrote, as far as these fields go; null for anything else. */
export function decodeTable(source: Source, quarter: string, fields: readonly Field[]): IndexTable | null {
	const start = source(0, HEADER_MAX);
	const begin = start.indexOf(LINE_FEED) + 1;
	const header = readHeader(start.toString("utf8", 0, begin));
	if (header?.index !== INDEX_VERSION || header.quarter !== quarter) return null;
	if (header.endianness !== endianness()) return null;
	const wanted = COLUMN_FIELDS.filter((field) => fields.includes(field));
	const names = new Set([...ROW_PARTS, ...wanted.flatMap((field) => [valuesOf(field), placesOf(field)])]);
	const found = new Map<string, Buffer>();
	let at = begin;
	for (const [name, length, sum] of header.parts) {
		if (names.has(name)) {
			const bytes = source(at, length);
			if (crc32(bytes) !== sum) return null;
			found.set(name, bytes);
		}
		at += length;
	}
	const part = (name: string) => found.get(name) ?? Buffer.alloc(0);
	if ([...names].some((name) => !found.has(name))) return null;
	const text = (name: string): unknown => JSON.parse(part(name).toString("utf8"));
	const columns = new Map(
		wanted.map((field): [Field, Column] => {
			const values = text(valuesOf(field)) as readonly unknown[];
			return [field, { values, places: numbers(placesFor(values.length), part(placesOf(field))) }];
		}),
	);
	const modified = numbers(Float64Array, part("modified"));
	const counts = numbers(Uint32Array, part("counts"));
	const parts = { orgCodes: text("orgCodes"), modified, counts, ghosts: text("ghosts"), columns };
	return new IndexTable(quarter, parts as TableParts);
}

/** Numbers no wider than needed for the places of so many values. */
function placesFor(values: number) {
	if (values < 2 ** 8) return Uint8Array;
	return values < 2 ** 16 ? Uint16Array : Uint32Array;
}

const textBytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const numberBytes = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray<ArrayBuffer>) =>
	Buffer.from(buffer, byteOffset, byteLength);

/** A kind of array that numbers lie in. */
interface NumberArray {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, byteOffset: number, length: number): ArrayLike<number>;
}

/** Numbers as they lie in bytes; copied only where they lie askew. */
function numbers(kind: NumberArray, bytes: Buffer): ArrayLike<number> {
	const size = kind.BYTES_PER_ELEMENT;
	const { buffer, byteOffset, length } = bytes.byteOffset % size === 0 ? bytes : Uint8Array.from(bytes);
	return new kind(buffer, byteOffset, length / size);
}

function readHeader(line: string): Header | null {
	try {
		return JSON.parse(line) as Header;
	} catch {
		return null;
	}
}
