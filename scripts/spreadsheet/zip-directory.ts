/**
 * Opens a workbook's ZIP container with bounds: the directory is read and its sizes are added up before a byte
 * is unpacked, and no part may unpack to more than it announced.
 */
import { inflateRawSync } from "node:zlib";
import { SpreadsheetError } from "./cell.ts";
import { PARTS_MAX, UNPACKED_BYTES_MAX } from "./limits.ts";

interface Part {
	readonly name: string;
	readonly method: number;
	readonly packed: number;
	readonly unpacked: number;
	readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MEGABYTE = 1024 * 1024;

const damaged = () =>
	new SpreadsheetError("这个 XLSX 文件不完整或已损坏。请用表格软件打开，另存为新的 .xlsx 文件后再导入。");

/**
 * Unpacks the parts a reader needs; pictures and the like stay packed away.
 * @throws SpreadsheetError for a bomb, an encrypted or a damaged file.
 */
export function unpackWorkbook(bytes: Buffer): Readonly<Record<string, Uint8Array>> {
	const parts = directory(bytes);
	const total = parts.reduce((sum, part) => sum + part.unpacked, 0);
	if (parts.length > PARTS_MAX || total > UNPACKED_BYTES_MAX) {
		throw new SpreadsheetError(
			`这个工作簿解开以后有${Math.ceil(total / MEGABYTE)}MB、${parts.length}个部分，超过上限（${UNPACKED_BYTES_MAX / MEGABYTE}MB、${PARTS_MAX}个），没有打开。请删去多余的工作表、格式和图片，另存后再导入。`,
		);
	}
	const result: Record<string, Uint8Array> = {};
	for (const part of parts) {
		if (/\.(xml|rels)$/i.test(part.name)) result[part.name] = unpackPart(bytes, part);
	}
	return result;
}

function directory(bytes: Buffer): readonly Part[] {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw damaged();
	const count = bytes.readUInt16LE(end + 10);
	let at = bytes.readUInt32LE(end + 16);
	const parts: Part[] = [];
	for (let index = 0; index < count; index++) {
		if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw damaged();
		const nameLength = bytes.readUInt16LE(at + 28);
		if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw encrypted();
		parts.push({
			name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
			method: bytes.readUInt16LE(at + 10),
			packed: bytes.readUInt32LE(at + 20),
			unpacked: bytes.readUInt32LE(at + 24),
			offset: bytes.readUInt32LE(at + 42),
		});
		at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return parts;
}

function unpackPart(bytes: Buffer, { method, packed, unpacked, offset }: Part): Uint8Array {
	if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged();
	const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
	const data = bytes.subarray(start, start + packed);
	if (data.length !== packed) throw damaged();
	if (method === STORED && packed === unpacked) return data;
	if (method !== DEFLATED) throw damaged();
	try {
		// A part that holds more than its entry says would get past the sum above: it is cut off here.
		const content = inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
		if (content.length === unpacked) return content;
	} catch {
		// Too long or no deflate stream: both below.
	}
	throw damaged();
}

/** An encrypted workbook. */
export function encrypted(): SpreadsheetError {
	return new SpreadsheetError("这个文件有密码，读不出来。请在表格软件里取消密码，另存后再导入。");
}
