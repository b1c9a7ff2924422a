import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRegister } from "../../../bot/stores/register/register-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { dataDir, filesBelow } from "../../bot/stores/data-dir.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { xlsx } from "../spreadsheet/files.ts";
import { ledger } from "./run-by-name.ts";

const HEADINGS = ["企业名称", "统一社会信用代码", "主体类型", "属地", "登记状态", "法定代表人"];
const A = ["示例软件有限公司", ORGANISED.orgCode, "公司", "云溪", "存续（在营、开业、在册）", "甲"];
const B = ["示例社会组织", "52990101MJ0DEM008U", "民非", "松岭街道", "正常", "乙"];
const C = ["示例个体户", "92990101MA000X2Y8D", "个体户", "云溪街道", "在业", "丙"];

test("a register is tried first, then replaces the one before; what changed is shown; 未排查 follows from it", async () => {
	const dir = dataDir();
	const data = join(dir, "data");
	const file = (name: string, ...rows: readonly (readonly string[])[]) => {
		writeFileSync(join(dir, name), xlsx([HEADINGS, ...rows]));
		return join(dir, name);
	};
	const first = file("first.xlsx", A, B);
	const dry = await ledger(data, "register", "import", first, "--date", "2026-06-30");
	expect(dry.err).toContain("法定代表人");
	expect(dry.err).toContain("还没有写入");
	expect(await readRegister(data)).toBeNull();
	expect((await ledger(data, "unsurveyed", "--quarter", "2026-Q3")).err).toContain("还没有导入名册");
	expect((await ledger(data, "register", "import", first, "--date", "2026-06-30", "--apply")).code).toBe(0);
	expect(JSON.stringify(await readRegister(data))).not.toContain("甲");

	const { submissions } = await openSubmissionStore(data, { trashDays: 30 });
	await submissions.submit(ORGANISED);
	const second = file(
		"second.xlsx",
		["示例软件科技公司", ...A.slice(1)],
		[...B.slice(0, 4), "注销", "乙"],
		C,
	);
	const run = await ledger(data, "register", "import", second, "--date", "2026-09-30", "--apply", "--json");
	expect(run.json()).toMatchObject([
		{
			added: [{ orgCode: C[1] }],
			closed: [{ orgCode: B[1] }],
			changed: [{ fields: ["orgName"] }],
			unmatched: [],
			same: 0,
			active: 2,
		},
	]);
	expect(filesBelow(join(data, "register"))).toHaveLength(2);

	const open = await ledger(data, "unsurveyed", "--quarter", "2026-Q3", "--json");
	expect(open.json()).toMatchObject([
		{ registerDate: "2026-09-30", active: 2, units: [{ state: "submitted" }, { state: null }] },
	]);
	await submissions.verify({ ...ORGANISED, actor: "f".repeat(64), at: "2026-09-20T00:00:00.000Z" });
	const after = await ledger(data, "unsurveyed", "--quarter", "2026-Q3", "--json");
	expect(after.json()[0]?.["units"]).toMatchObject([{ orgCode: C[1] }]);
});

test("a list with wrong rows changes nothing and says which", async () => {
	const dir = dataDir();
	const file = join(dir, "bad.xlsx");
	writeFileSync(
		file,
		xlsx([HEADINGS, A, [...A], ["示\u202e例", 123456, "公司", "外区", "存续", ""]] as never),
	);
	const run = await ledger(join(dir, "data"), "register", "import", file, "--apply");
	expect(run.code).toBe(1);
	expect(run.out).toMatch(/第3行：和第2行的统一社会信用代码相同/);
	expect(run.out).toMatch(/第4行：“统一社会信用代码”是数字格式/);
	expect(run.out).toMatch(/第4行：“所属街道”应填/);
	expect(run.out).toMatch(/第4行：“组织名称”有看不见/);
	expect(await readRegister(join(dir, "data"))).toBeNull();
});
