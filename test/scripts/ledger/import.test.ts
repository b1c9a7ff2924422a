import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openForReading } from "../../../bot/stores/submissions/open.ts";
import { dataDir, filesBelow } from "../../bot/stores/data-dir.ts";
import { type CellValue, changed, csv, HEADINGS, ROW, xlsx } from "../spreadsheet/files.ts";
import { ledger } from "./run-by-name.ts";

/** A folder with a file in it. */
function given(name: string, bytes: Uint8Array | string): { readonly dir: string; readonly file: string } {
	const dir = dataDir();
	const file = join(dir, name);
	writeFileSync(file, bytes);
	return { dir: join(dir, "data"), file };
}
const stored = async (dir: string) =>
	(await openForReading(dir).submissions.rows("2026-Q3")).map(({ head }) => head);
const sheet = (...rows: readonly (readonly CellValue[])[]) => xlsx([[...HEADINGS], ...rows]);

/** GBK bytes: every character here is in the table below or ASCII. */
function gbk(text: string): Uint8Array {
	const decoder = new TextDecoder("gbk");
	const bytesOf = new Map<string, readonly number[]>();
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			if (trail === 0x7f) continue;
			const character = decoder.decode(Uint8Array.of(lead, trail));
			if ([...character].length === 1 && character !== "\u{fffd}") bytesOf.set(character, [lead, trail]);
		}
	}
	return Uint8Array.from(
		[...text].flatMap((character) =>
			character < "\u0080" ? [character.charCodeAt(0)] : [...(bytesOf.get(character) ?? [0x3f])],
		),
	);
}

describe("a good file", () => {
	test("dry run writes nothing; --apply stores rows; the same file again changes nothing", async () => {
		const { dir, file } = given("台账.xlsx", xlsx([["示例区五清台账"], [...HEADINGS], [...ROW]]));
		const dry = await ledger(dir, "import", file);
		expect([dry.code, dry.err]).toEqual([0, expect.stringContaining("还没有写入")]);
		expect(await stored(dir)).toEqual([]);
		expect((await ledger(dir, "import", file, "--apply")).out).toContain("已导入1份");
		expect(await stored(dir)).toMatchObject([
			{
				orgCode: "91990101MA0TE0T126",
				operatingStatus: "active",
				employees: 40,
				hasUnion: true,
				hasYouthLeague: false,
				instructorAssigned: true,
				surveyedOn: "2026-09-17",
				channel: "import",
				state: "submitted",
			},
		]);
		expect((await ledger(dir, "import", file, "--apply")).out).toContain("不用写入的1份");
		expect(filesBelow(join(dir, "submissions"))).toHaveLength(1);
		expect(filesBelow(join(dir, "imports"))).toEqual([]);
	});

	test.each([
		["UTF-8", Buffer.from(csv([HEADINGS, ROW]))],
		["UTF-8 with BOM", Buffer.from(`\u{feff}${csv([HEADINGS, ROW])}`)],
		["GBK", gbk(csv([HEADINGS, ROW.map((cell) => (cell === "√" ? "是" : cell))]))],
		["UTF-16", Buffer.from(`\u{feff}${csv([HEADINGS, ROW])}`, "utf16le")],
	])("CSV in %s", async (_, bytes) => {
		const { dir, file } = given("台账.csv", bytes);
		expect((await ledger(dir, "import", file, "--apply")).code).toBe(0);
		expect(await stored(dir)).toMatchObject([{ orgName: "示例软件有限公司", streetCode: "yunxi" }]);
	});
});

describe("a bad row is explained by its number and heading, and nothing is written", () => {
	const cases: readonly (readonly [string, readonly CellValue[], RegExp])[] = [
		[
			"numeric code cell",
			changed({ 统一社会信用代码: 919901010012345 }),
			/第3行：“统一社会信用代码”是数字格式/,
		],
		["code in scientific notation", changed({ 统一社会信用代码: "9.19901E+17" }), /数字格式/],
		["wrong check character", changed({ 统一社会信用代码: "91990101MA0TE0T127" }), /最后一位对不上/],
		["formula", changed({ 正式党员数: { t: "n", v: 2, f: "1+1" } }), /“正式党员数”是公式/],
		["bidi character", changed({ 单位名称: "示例\u202e软件公司" }), /第3个字 U\+202E/],
		["zero-width character", changed({ 单位名称: "示例\u200b软件公司" }), /U\+200B/],
		["garbled text", changed({ 单位名称: "示例\u{fffd}公司" }), /乱码/],
		["unknown street", changed({ 所属街道: "外区街道" }), /“所属街道”应填下面的一项：云溪街道、/],
		["vague count", changed({ "职工总数（人）": "约40" }), /“职工总数”应为一个整数/],
		["negative count", changed({ 正式党员数: -1 }), /“正式党员数”应为一个整数/],
		["no such day", changed({ 摸排日期: "2026-02-30" }), /“摸排日期”应写成/],
		["empty required cell", changed({ 工会: null }), /“有无工会”没有填/],
		["error value", changed({ 工会: { t: "e", v: 42 } }), /错误值/],
		["duplicate row", changed({ 单位名称: "示例软件公司" }), /和第2行是同一个单位/],
		[
			"broken rule",
			changed({ 统一社会信用代码: "91990101MA00003300", 正式党员数: 50 }),
			/R1（职工总数、正式党员数、预备党员数）/,
		],
		["personal data", changed({ 单位名称: "联系人13800138000" }), /personal:orgName/],
	];
	test.each(cases)("%s", async (_, row, expected) => {
		const { dir, file } = given("台账.xlsx", sheet([...ROW], row));
		const run = await ledger(dir, "import", file, "--apply");
		expect(run.code).toBe(1);
		expect(run.out).toMatch(expected);
		expect(run.err).toContain("一份也没有写入");
		expect(filesBelow(dir).filter((name) => name.startsWith("submissions"))).toEqual([]);
	});

	test("merged cells in rows", async () => {
		const merge = { s: { r: 1, c: 5 }, e: { r: 2, c: 5 } };
		const { dir, file } = given("台账.xlsx", xlsx([[...HEADINGS], [...ROW], changed({})], [merge]));
		expect((await ledger(dir, "import", file, "--apply")).out).toMatch(/第2行：这一行在合并单元格里/);
	});

	test("--json names each row's codes", async () => {
		const { dir, file } = given("台账.xlsx", sheet(changed({ 正式党员数: { t: "n", v: 2, f: "1+1" } })));
		expect((await ledger(dir, "import", file, "--json")).json()).toMatchObject([
			{ place: "第2行", ok: false, errors: ["cell:formula:fullMembers"] },
		]);
	});
});

describe("a file that cannot be read is refused with what to do", () => {
	const merged = xlsx(
		[["单位", ...HEADINGS.slice(1)], [...HEADINGS], [...ROW]],
		[{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }],
	);
	/** One part that unpacks to more than its entry says. */
	function lyingBomb(): Buffer {
		const packed = Buffer.from(zipSync({ "xl/workbook.xml": new Uint8Array(3_000_000) }));
		const directory = packed.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		packed.writeUInt32LE(1_000, directory + 24);
		return packed;
	}
	/** Directory entries that announce gigabytes. */
	function bomb(): Buffer {
		const part = deflateRawSync(Buffer.alloc(1_000));
		const packed = Buffer.from(zipSync({ "xl/workbook.xml": part, "xl/worksheets/sheet1.xml": part }));
		for (let at = packed.indexOf("PK\u0001\u0002"); at >= 0; at = packed.indexOf("PK\u0001\u0002", at + 4))
			packed.writeUInt32LE(2_000_000_000, at + 24);
		return packed;
	}
	test.each([
		["merged heading", "a.xlsx", merged, /合并单元格/],
		[
			"no heading",
			"a.xlsx",
			xlsx([
				["甲", "乙"],
				["1", "2"],
			]),
			/没有认出表头/,
		],
		["missing columns", "a.xlsx", xlsx([HEADINGS.slice(0, 6), ROW.slice(0, 6)]), /表头缺少这些列：经营状态/],
		[
			"doubled column",
			"a.xlsx",
			xlsx([
				[...HEADINGS, "统一社会信用代码"],
				[...ROW, "x"],
			]),
			/有2列都是/,
		],
		["zip bomb", "a.xlsx", bomb(), /超过上限（80MB/],
		["lying zip bomb", "a.xlsx", lyingBomb(), /不完整或已损坏/],
		["old workbook", "a.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /旧的 \.xls/],
		["no workbook", "a.xlsx", Buffer.from("hello"), /不是 XLSX/],
		["truncated workbook", "a.xlsx", sheet([...ROW]).subarray(0, 900), /不完整或已损坏/],
		["wrong encoding", "a.csv", Buffer.from([0x80, 0xff, 0xff, 0x80, 0x0a]), /编码读不出来/],
		["binary text", "a.csv", Buffer.from([0x61, 0, 0, 0]), /不是文本文件/],
		["open quote", "a.csv", `${csv([HEADINGS])}\n"abc`, /引号没有配对/],
		["empty", "a.csv", "", /没有内容/],
	] as const)("%s", async (_, name, bytes, expected) => {
		const { dir, file } = given(name, bytes);
		const run = await ledger(dir, "import", file, "--apply");
		expect(run.code).toBe(2);
		expect(run.err).toMatch(expected);
	});

	test("a workbook of 50 MB is not even opened", async () => {
		const { dir, file } = given("大.xlsx", "PK\u0003\u0004");
		truncateSync(file, 50 * 1024 * 1024);
		expect((await ledger(dir, "import", file)).err).toMatch(/有50MB，超过上限20MB/);
	});
});

test("an import that was cut off is finished when the ledger is opened next", async () => {
	const { dir, file } = given("台账.xlsx", sheet([...ROW]));
	await ledger(dir, "import", file, "--apply");
	const [head] = await stored(dir);
	const other = dataDir();
	mkdirSync(join(other, "imports"));
	// Process ids end at 4 million: this writer is dead.
	writeFileSync(
		join(other, "imports", "01K00000000000000000000000.99999999.jsonl"),
		`${JSON.stringify(head)}\n`,
	);
	const folder = join(other, "submissions", "2026-Q3", "91990101MA0TE0T126");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${head?.submissionId}.r1.json`), "");
	expect((await ledger(other, "import", file, "--apply")).out).toContain("不用写入的1份");
	expect(await stored(other)).toEqual([head]);
	expect(filesBelow(join(other, "imports"))).toEqual([]);
	expect((await ledger(other, "audit")).code).toBe(0);
});
