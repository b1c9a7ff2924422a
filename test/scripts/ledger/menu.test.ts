import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readFigures } from "../../../bot/stores/figures/figures-store.ts";
import { openForReading, openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { quarterOfInstant } from "../../../core/survey/quarter.ts";
import { type Ask, Cancelled } from "../../../scripts/ledger/menu/ask.ts";
import { runMenu } from "../../../scripts/ledger/menu/menu.ts";
import { orgCode } from "../../bot/stores/crash-samples.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { ORGANISED, UNORGANISED, without } from "../../core/survey/samples.ts";
import { HEADINGS, ROW, xlsx } from "../spreadsheet/files.ts";

/** The quarter that runs: the menu offers it first. */
const QUARTER = quarterOfInstant(new Date().toISOString());

/** A person who answers in this order: a label or its beginning for a list, a text, true or false; null presses Esc. */
function person(...answers: readonly (string | boolean | null)[]) {
	const left = [...answers];
	const said: string[] = [];
	const next = (question: string): string | boolean => {
		if (left.length === 0) throw new Error(`nothing left to answer to: ${question}`);
		said.push(question);
		const answer = left.shift();
		if (answer === null || answer === undefined) throw new Cancelled();
		return answer;
	};
	const ask: Ask = {
		choose: async (question, choices) => {
			const wanted = String(next(question));
			const choice = choices.find(({ label }) => label.startsWith(wanted));
			if (!choice) throw new Error(`no ${wanted} in ${choices.map(({ label }) => label).join(" | ")}`);
			return choice.value;
		},
		text: async (question, { check } = {}) => {
			const answer = String(next(question));
			const wrong = check?.(answer);
			if (wrong === undefined) return answer;
			said.push(wrong);
			return ask.text(question, check === undefined ? {} : { check });
		},
		confirm: async (question) => next(question) === true,
		say: (text) => said.push(text),
	};
	return { ask, said, left };
}

async function run(dir: string, ...answers: readonly (string | boolean | null)[]) {
	const { ask, said, left } = person(...answers);
	const io = {
		input: Readable.from([]),
		interactive: true,
		print: () => undefined,
		explain: () => undefined,
		env: { DATA_DIR: dir },
	};
	const code = await runMenu(ask, io);
	return { code, said: said.join("\n"), left };
}

test("verify with the missing number, return with a reason, hidden counts only after asking", async () => {
	const dir = dataDir();
	const { submissions, audit } = await openSubmissionStore(dir, { trashDays: 30 });
	await submissions.submit(without(ORGANISED, "partyOrgId"));
	const small = { ...UNORGANISED, orgCode: "91990101MA00003300", orgName: "示例小店", employees: 4 };
	await submissions.submit({ ...small, submissionId: "01K00000000000000000000002" });
	const { code, said, left } = await run(
		dir,
		"办公室甲",
		"2026年第三季度",
		"核实填报",
		"示例软件有限公司",
		"核实通过",
		"po a",
		"PO-A9",
		"示例小店",
		"显示人数",
		"退回",
		"职工总数请核实",
		"退出",
	);
	expect([code, left]).toEqual([0, []]);
	expect(said).toContain("职工总数：（隐去）");
	expect(said).toContain("职工总数：4");
	expect(said).toContain("以 PO- 开头");
	const rows = await submissions.rows("2026-Q3");
	expect(rows.map(({ head }) => [head?.state, head?.partyOrgId, head?.returnReason])).toEqual([
		["returned", undefined, "职工总数请核实"],
		["verified", "PO-A9", undefined],
	]);
	expect((await audit.lines()).some(({ text }) => text.includes("listed-small-counts"))).toBe(true);
});

test("import is tried first and written after a yes; Esc goes back one level; export asks about small units", async () => {
	const dir = dataDir();
	const [file, out] = [join(dir, "台账.xlsx"), join(dir, "out.csv")];
	writeFileSync(file, xlsx([[...HEADINGS], [...ROW]]));
	const data = join(dir, "data");
	const quarters = async () => openForReading(data).submissions.quarters();
	await run(data, "甲", "2026", "导入台账", `'${file}'`, false, "退出");
	expect(await quarters()).toEqual([]);
	const { said, code } = await run(
		data,
		"甲",
		"2026",
		"导入台账",
		file,
		true,
		"未排查",
		null,
		"换季度",
		"2026年第三季度",
		"导出台账",
		out,
		"隐去",
		"待更新",
		"全区",
		"退出",
	);
	expect(code).toBe(0);
	expect(said).toContain("已导入1份");
	expect(said).toMatch(/云溪街道（1个）/);
	expect(await quarters()).toEqual(["2026-Q3"]);
	expect(existsSync(out)).toBe(true);
	expect((await run(data, null)).code).toBe(0);
});

test("figures are entered with their source, shown before they are written, and training is added and dropped", async () => {
	const dir = dataDir();
	const { said, left } = await run(
		dir,
		"甲",
		"2026",
		"录入数据",
		"发展党员",
		"一百二十",
		"120",
		"2026-09-31日",
		"2026-09-30",
		"张三是党员",
		"发展党员工作台账",
		false,
		"发展党员",
		"121",
		"2026-09-30",
		"发展党员工作台账",
		true,
		"培训：加一次",
		"2026-09-18",
		"党务干部培训",
		"请进来",
		"40",
		"0.5",
		"培训签到表",
		true,
		"培训：删去一次",
		"2026-09-18",
		true,
		"星级创评",
		"2",
		"8",
		"0",
		"0",
		"0",
		"星级评定通报",
		true,
		"返回",
		"退出",
	);
	expect(left).toEqual([]);
	expect(said).toContain("写一个整数，没有就写0。");
	expect(said).toContain("没有写入。");
	const figures = await readFigures(dir, QUARTER);
	expect(figures?.development).toEqual({
		districtTotal: 121,
		asOf: "2026-09-30",
		source: "发展党员工作台账",
	});
	expect(figures?.stars?.map(({ organisations }) => organisations)).toEqual([2, 8, 0, 0, 0]);
	expect(figures?.trainings).toBeUndefined();
	expect(said).toContain("培训：1次，40人次");
	const { audit } = openForReading(dir);
	expect((await audit.lines()).filter(({ text }) => text.includes("figures-entered"))).toHaveLength(4);
});

test("a street's queue is verified together only after its last page was shown and confirmed", async () => {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	for (let n = 0; n < 23; n++) {
		const submissionId = `01K000000000000000000000${String(n).padStart(2, "0")}`;
		await submissions.submit({ ...ORGANISED, submissionId, orgCode: orgCode(n), partyOrgId: `PO-A${n}` });
	}
	const verified = async () =>
		(await submissions.rows("2026-Q3")).filter(({ head }) => head?.state === "verified").length;
	const stopped = await run(dir, "甲", "2026年第三季度", "成批核实", "云溪街道", "不看了", "退出");
	expect(stopped.said).toContain("没有看完清单，没有核实");
	await run(dir, "甲", "2026年第三季度", "成批核实", "云溪街道", "下一页", false, "退出");
	expect(await verified()).toBe(0);
	const { said } = await run(dir, "甲", "2026年第三季度", "成批核实", "云溪街道", "下一页", true, "退出");
	expect(said).toContain("已核实23份");
	expect(await verified()).toBe(23);
});

test("an empty ledger says so wherever one looks, in words of the menu", async () => {
	const { code, said, left } = await run(
		dataDir(),
		...["办公室甲", "2026年"],
		...[
			"核实填报",
			"成批核实",
			"全区",
			"待更新",
			"全区",
			"未排查",
			"全区",
			"统计",
			"按季度",
			"检查台账",
			"退出",
		],
	);
	expect([code, left]).toEqual([0, []]);
	expect(said.match(/没有待核实的填报。/g)).toHaveLength(2);
	expect(said).toContain("看“未排查”");
	expect(said).toContain("菜单里的“导入名册”");
	expect(said).toContain("还没有任何季度的填报。");
	expect(said).toContain("正在逐份检查");
});

test("the mark stands where it was when the menu comes back", async () => {
	const marks: (number | undefined)[] = [];
	const { ask } = person("办公室甲", "2026年", "转化", "换季度", null, "退出");
	const io = {
		input: Readable.from([]),
		interactive: true,
		print: () => undefined,
		explain: () => undefined,
		env: { DATA_DIR: dataDir() },
	};
	const watched: Ask = {
		...ask,
		choose: (question, choices, at) => {
			if (question.includes("五清台账")) marks.push(at);
			return ask.choose(question, choices);
		},
	};
	expect(await runMenu(watched, io)).toBe(0);
	expect(marks).toEqual([0, 8, 17]);
});

test("Esc goes back one level: from a reason to the queue, from a figure to the figures", async () => {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	await submissions.submit(ORGANISED);
	const { code, left } = await run(
		dir,
		...["办公室甲", "2026年第三季度", "核实填报"],
		...["示例软件有限公司", "退回", null, "示例软件有限公司", null, "返回"],
		...["录入数据", "目标责任书", null, "返回", "退出"],
	);
	expect([code, left]).toEqual([0, []]);
});

test("a conflict: both rows side by side, hidden counts only after asking, the chosen one stands", async () => {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	const rival = (n: number) => ({
		submissionId: `01K0000000000000000000001${n}`,
		submitterRef: "b".repeat(64),
	});
	const small = { ...UNORGANISED, orgCode: orgCode(8), orgName: "示例小店", employees: 4 };
	const given = [
		ORGANISED,
		{ ...ORGANISED, ...rival(1), employees: 61 },
		{ ...small, submissionId: "01K00000000000000000000002" },
		{ ...small, ...rival(2), employees: 5 },
	];
	for (const one of given) await submissions.submit(one);
	const { said, left } = await run(
		dir,
		"办公室甲",
		"2026年第三季度",
		"处理冲突",
		"示例软件有限公司",
		null,
		"示例软件有限公司",
		"采用待定",
		"示例小店",
		"显示人数",
		"保留现有",
		"退出",
	);
	expect(left).toEqual([]);
	expect(said).toContain("有冲突的单位2家");
	expect(said).toContain("职工总数：现有 40，待定 61");
	expect(said).toContain("职工总数：现有 （隐去），待定 （隐去）");
	expect(said).toContain("职工总数：现有 4，待定 5");
	expect(said).toContain("2026-Q3 没有冲突。");
	const rows = await submissions.rows("2026-Q3");
	expect(rows.flatMap(({ conflicts }) => conflicts)).toEqual([]);
	expect(rows.map(({ head }) => [head?.orgName, head?.employees]).toSorted()).toEqual([
		["示例小店", 4],
		["示例软件有限公司", 61],
	]);
});

test("the report of a quarter is written from the menu; of a quarter that still runs nothing is published", async () => {
	const dir = dataDir();
	const { submissions } = await openSubmissionStore(dir, { trashDays: 30 });
	await submissions.submit({ ...ORGANISED, quarter: QUARTER });
	const out = join(dir, "report");
	const { said, left } = await run(
		dir,
		"办公室甲",
		"",
		"季度总结",
		out,
		"公开数据",
		true,
		"公开数据",
		false,
		"退出",
	);
	expect(left).toEqual([]);
	expect(said).toContain(`report-${QUARTER}.docx`);
	expect(existsSync(join(out, `report-${QUARTER}.docx`))).toBe(true);
	expect(said).toContain("✗");
	expect(said).toContain("没有写入。");
});
