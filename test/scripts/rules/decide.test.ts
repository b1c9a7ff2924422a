import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { decideLine } from "../../../scripts/rules/decide-line.ts";
import { readTable } from "../../../scripts/rules/read-table.ts";

const { table } = readTable();
const decide = (value: unknown) =>
	decideLine(table, typeof value === "string" ? value : JSON.stringify(value));

/** Runs the command over the given input and hands back its lines. */
function run(input: string): Promise<{ readonly lines: readonly string[]; readonly code: number | null }> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["scripts/decide.ts"], { stdio: ["pipe", "pipe", "inherit"] });
		let output = "";
		child.stdout.on("data", (chunk: Buffer) => {
			output += chunk.toString();
		});
		child.on("error", reject);
		child.on("close", (code) => resolve({ lines: output.split("\n").filter((line) => line !== ""), code }));
		child.stdin.end(input);
	});
}

describe("npm run decide", () => {
	test("answers each line in order, bad ones with an error, and ends well", async () => {
		const { lines, code } = await run(
			'{"fullMembers":3}\n\n{"fullMembers":2}\r\nnonsense\n{"id":"last","existing":"temporary","taskEnded":true}',
		);
		expect(code).toBe(0);
		expect(lines.map((line) => JSON.parse(line))).toMatchObject([
			{ outcome: "single-branch", ask: null, row: "R30" },
			{ outcome: "ask", ask: "support", row: "R46", notes: [] },
			{ error: '这一行不是 JSON；每行写一个对象，例如 {"fullMembers":3}' },
			{ id: "last", outcome: "adjust-or-dissolve", row: "R03" },
		]);
	});

	test("a thousand lines go through one process", async () => {
		const input = Array.from({ length: 1000 }, (_, n) =>
			JSON.stringify({ id: n, fullMembers: n % 120 }),
		).join("\n");
		const { lines } = await run(input);
		expect(lines).toHaveLength(1000);
		expect(JSON.parse(lines[999] ?? "")).toMatchObject({ id: 999, row: "R30" });
	});
});

describe("a line", () => {
	test("keeps the question of support open where the conversation would not", () => {
		expect(decide({ fullMembers: 2, support: ["area"], jointFull: 2 })).toMatchObject({
			outcome: "ask",
			ask: "support",
		});
	});
	test("null is the same as missing", () => {
		const nulls = {
			orgKind: null,
			task: null,
			existing: null,
			fullMembers: 3,
			support: null,
			taskEnded: null,
		};
		expect(decide(nulls)).toEqual(decide({ fullMembers: 3 }));
	});
	test("more relations elsewhere than members are counted as all, with a note", () => {
		expect(decide({ fullMembers: 3, relationElsewhere: 5 })).toMatchObject({
			outcome: "transfer-first",
			noteIds: ["transfer-some-stay", "elsewhere-too-many"],
		});
	});
	test.each([
		["[]", '每行应是一个 JSON 对象，例如 {"fullMembers":3}'],
		["null", '每行应是一个 JSON 对象，例如 {"fullMembers":3}'],
		['{"fullMembers":"3"}', "fullMembers 应是数字，例如 3；不知道就写 null"],
		['{"fullMembers":-1}', "fullMembers 不能是负数"],
		['{"fullMembers":2.5}', "fullMembers 应是整数"],
		['{"fullMembers":1e12}', "fullMembers 数字太大，请核对"],
		['{"task":"party"}', "task 只能是 standing、project、adhoc，不知道就写 null"],
		['{"support":"area"}', 'support 应是列表，例如 ["area"]；都没有写 []，不知道写 null'],
		['{"support":["moon"]}', "support.0 只能是 area、industry、lead、host"],
		['{"taskEnded":"yes"}', "taskEnded 只能是 true 或 false"],
	])("%s is explained", (line, error) => {
		expect(decide(line)).toEqual({ error });
	});
	test("a misspelt slot is not silently ignored", () => {
		expect(decide({ fullmembers: 3 })).toMatchObject({
			error: expect.stringContaining("不认识的项目 fullmembers"),
		});
	});
});
