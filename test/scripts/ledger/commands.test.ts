import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../../bot/stores/audit/verify.ts";
import { openForReading, openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import type { LedgerCommand } from "../../../scripts/ledger/command.ts";
import { COMMANDS } from "../../../scripts/ledger/registry.ts";
import { orgCode } from "../../bot/stores/crash-samples.ts";
import { dataDir, filesBelow } from "../../bot/stores/data-dir.ts";
import { ORGANISED, UNORGANISED, without } from "../../core/survey/samples.ts";
import { runLedger } from "./run.ts";

const KEY = [ORGANISED.quarter, ORGANISED.orgCode] as const;
let dir = "";
beforeEach(() => {
	dir = dataDir();
});

async function ledger(
	name: string,
	args: readonly string[] = [],
	options: Parameters<typeof runLedger>[2] = {},
) {
	const command = (await COMMANDS.find((one) => one.name === name)?.load()) as LedgerCommand;
	return runLedger(command, args, { ...options, env: { DATA_DIR: dir, ...options.env } });
}

async function store(...submissions: readonly Submission[]) {
	const opened = await openSubmissionStore(dir, { trashDays: 30 });
	for (const submission of submissions) {
		expect((await opened.submissions.submit(submission)).kind).not.toBe("refused");
	}
	return opened;
}

const small = (n: number): Submission => ({
	...UNORGANISED,
	submissionId: `01K000000000000000000005${String(n).padStart(2, "0")}`,
	orgCode: orgCode(n),
	employees: 5,
	fullMembers: 1,
});

test("check judges each line alone and keeps the order", async () => {
	const input = [ORGANISED, { ...ORGANISED, employees: 1 }, without(ORGANISED, "partyOrgId")]
		.map((one) => JSON.stringify(one))
		.concat("nonsense", "")
		.join("\n");
	const { code, lines } = await ledger("check", [], { input });
	expect(lines.map((line) => JSON.parse(line))).toEqual([
		{ ok: true, errors: [], warnings: [] },
		{ ok: false, errors: ["R1"], warnings: [] },
		{ ok: true, errors: [], warnings: ["W6"] },
		{ ok: false, errors: ["schema:json"], warnings: [] },
	]);
	expect(code).toBe(1);
});

describe("list", () => {
	test("hides the counts of small units; showing them needs a name and is audited", async () => {
		await store(ORGANISED, small(1));
		const shown = await ledger("list", ["--quarter", KEY[0], "--json"]);
		const rows = shown.lines.map((line) => JSON.parse(line));
		const hidden = rows.find((row) => row.orgCode === orgCode(1));
		expect(hidden.head).toMatchObject({
			employees: null,
			fullMembers: null,
			probationaryMembers: null,
			masked: true,
		});
		expect(hidden.warnings).toEqual([]);
		expect(rows.find((row) => row.orgCode === KEY[1]).head).toMatchObject({ employees: 40 });
		expect((await ledger("list", ["--quarter", KEY[0]])).lines.join()).toContain("职工5人以下");

		await expect(ledger("list", ["--quarter", KEY[0], "--with-small"])).rejects.toThrow("--staff");
		const open = await ledger("list", ["--quarter", KEY[0], "--json", "--with-small", "--staff", "甲"]);
		expect(open.lines.join()).toContain('"employees":5');
		const { entries } = await verifyAudit(openForReading(dir).audit);
		expect(entries.at(-1)).toMatchObject({ action: "listed-small-counts", count: 1, quarter: KEY[0] });
		expect(JSON.stringify(entries)).not.toContain("甲");
	});

	test("filters, and explains filters that do not exist", async () => {
		await store(ORGANISED, small(1));
		expect((await ledger("list", ["--quarter", KEY[0], "--street", "songling"])).lines).toEqual([]);
		expect((await ledger("list", ["--quarter", KEY[0], "--state", "submitted"])).lines).toHaveLength(2);
		await expect(ledger("list", ["--street", "nowhere"])).rejects.toThrow("yunxi");
		await expect(ledger("list", ["--quarter", "3"])).rejects.toThrow("2026-Q3");
		await expect(ledger("list", ["--nonsense"])).rejects.toThrow("--nonsense");
	});
});

describe("verify, return, resolve", () => {
	test("one staff member imports, another verifies; the importer cannot", async () => {
		const file = join(dir, "form.json");
		writeFileSync(file, JSON.stringify({ submission: without(ORGANISED, "partyOrgId") }));
		const dry = await ledger("import", [file, "--staff", "甲"]);
		expect(dry.explained).toContain("还没有写入");
		expect(existsSync(join(dir, "submissions", KEY[0]))).toBe(false);
		expect((await ledger("import", [file, "--apply", "--staff", "甲"])).lines.join()).toContain("已导入1份");
		expect((await ledger("import", [file, "--apply", "--staff", "甲"])).lines.join()).toContain(
			"不用写入的1份",
		);

		expect(await ledger("verify", [...KEY, "--staff", "甲"])).toMatchObject({ code: 1 });
		const missing = await ledger("verify", [...KEY, "--staff", "乙"]);
		expect(missing.explained).toContain("R7");
		const done = await ledger("verify", [
			ORGANISED.submissionId,
			"--staff",
			"乙",
			"--party-org",
			"po-x1",
			"--json",
		]);
		expect(done).toMatchObject({ code: 0, lines: ['{"ok":true,"revision":2,"state":"verified"}'] });
	});

	test("return needs a reason without personal data; a revision seen earlier is noticed", async () => {
		await store(ORGANISED);
		await expect(ledger("return", [...KEY, "--staff", "乙"])).rejects.toThrow("--reason");
		const personal = await ledger("return", [...KEY, "--staff", "乙", "--reason", "请打13812345678"]);
		expect(personal).toMatchObject({ code: 1 });
		expect((await ledger("return", [...KEY, "--staff", "乙", "--reason", "请核对人数"])).code).toBe(0);
		const late = await ledger("verify", [...KEY, "--staff", "乙", "--revision", "1"]);
		expect(late.explained).toContain("第2版");
	});

	test("a conflict is listed and ended", async () => {
		const other = { ...ORGANISED, submissionId: "01K00000000000000000000002", submitterRef: "b".repeat(64) };
		await store(ORGANISED, other);
		expect((await ledger("list", ["--quarter", KEY[0], "--conflicts"])).lines.join()).toContain("冲突1份");
		const args = [...KEY, "--staff", "乙", "--submission", other.submissionId];
		await expect(ledger("resolve", args)).rejects.toThrow("--apply");
		expect((await ledger("resolve", [...args, "--apply"])).code).toBe(0);
		expect((await ledger("list", ["--quarter", KEY[0], "--conflicts"])).lines).toEqual([]);
	});

	test("both sides of a conflict are told with what they differ in, without the counts of a small unit", async () => {
		const other = {
			...ORGANISED,
			submissionId: "01K00000000000000000000002",
			submitterRef: "b".repeat(64),
			employees: 61,
			establishedOn: "2024-05-01",
		};
		const small = {
			...UNORGANISED,
			orgCode: orgCode(8),
			submissionId: "01K00000000000000000000003",
			employees: 4,
		};
		const rival = {
			...small,
			submissionId: "01K00000000000000000000004",
			submitterRef: other.submitterRef,
			employees: 5,
		};
		await store(ORGANISED, other, small, rival);
		const { lines, explained } = await ledger("conflicts", ["--quarter", KEY[0]]);
		const said = lines.join("\n");
		expect(said).toContain("职工总数：现有 40，待定 61");
		expect(said).toContain("职工总数：现有 （隐去），待定 （隐去）");
		expect(said).toContain(`另一填报人，回执编号 ${other.submissionId}`);
		expect(said).not.toContain("组织类别");
		expect(explained).toContain("有冲突的单位2家");
		expect((await ledger("conflicts", ["--quarter", KEY[0], "--street", "松岭街道"])).lines.join()).toContain(
			"没有",
		);
		const json = (await ledger("conflicts", ["--quarter", KEY[0], "--json"])).lines.map((line) =>
			JSON.parse(line),
		);
		expect(json.find(({ orgCode }) => orgCode === KEY[1])).toMatchObject({
			head: { revision: 1, state: "submitted" },
			waiting: [
				{ submissionId: other.submissionId, differences: [{ field: "employees", waiting: "61" }, {}] },
			],
		});
		const shown = await ledger("conflicts", ["--quarter", KEY[0], "--with-small", "--staff", "乙"]);
		expect(shown.lines.join()).toContain("职工总数：现有 4，待定 5");
	});

	test("rows that do not exist are explained", async () => {
		await store(ORGANISED);
		await expect(ledger("verify", ["2026-Q3", orgCode(9), "--staff", "乙"])).rejects.toThrow("没有");
		await expect(ledger("verify", ["01K00000000000000000000099", "--staff", "乙"])).rejects.toThrow(
			"没有编号",
		);
		await expect(ledger("verify", ["../../etc", "x", "--staff", "乙"])).rejects.toThrow("回执编号");
	});
});

describe("import", () => {
	test("is all or nothing, and says which row is wrong and why", async () => {
		const file = join(dir, "two.jsonl");
		writeFileSync(file, `${JSON.stringify(ORGANISED)}\n${JSON.stringify({ ...small(1), employees: 0 })}\n`);
		const { code, lines, explained } = await ledger("import", [file, "--apply", "--staff", "甲"]);
		expect(code).toBe(1);
		expect(lines.join()).toMatch(/第2行：R1.*正式党员数加预备党员数/);
		expect(explained).toContain("一份也没有写入");
		expect(existsSync(join(dir, "submissions", KEY[0]))).toBe(false);
	});

	test.each([
		["missing.json", null, "读不到"],
		["text.json", "这不是JSON", "读不出来"],
		["table.ods", "x", "不能读取"],
	])("%s is explained", async (name, content, message) => {
		if (content !== null) writeFileSync(join(dir, name), content);
		await expect(ledger("import", [join(dir, name), "--staff", "甲"])).rejects.toThrow(message);
	});
});

describe("doctor", () => {
	const codes = async () => {
		const { lines, code } = await ledger("doctor", ["--json"]);
		const result = JSON.parse(lines[0] ?? "{}") as { findings: { code: string }[]; ok: boolean };
		return { code, codes: result.findings.map((finding) => finding.code) };
	};
	const path = () => join(dir, "submissions", ...KEY, `${ORGANISED.submissionId}.r1.json`);

	test("finds nothing wrong with a fresh ledger, and says when there is none", async () => {
		expect(await codes()).toMatchObject({ code: 0, codes: ["no-ledger"] });
		await store(ORGANISED, small(1));
		await ledger("verify", [...KEY, "--staff", "乙"]);
		const healthy = await codes();
		expect(healthy.codes).toEqual([]);
	});

	test.each<[string, string, () => void]>([
		["a torn file", "damaged", () => writeFileSync(path(), readFileSync(path(), "utf8").slice(0, 50))],
		[
			"a file edited by hand",
			"changed-since-audit",
			() => writeFileSync(path(), readFileSync(path(), "utf8").replace('"employees": 40', '"employees": 41')),
		],
		[
			"a file that breaks a rule",
			"rules",
			() => writeFileSync(path(), readFileSync(path(), "utf8").replace('"employees": 40', '"employees": 1')),
		],
		["a deleted file", "missing-since-audit", () => rmSync(path())],
		["a renamed file", "damaged", () => renameSync(path(), path().replace(".r1.", ".r2."))],
		["a foreign file", "foreign", () => writeFileSync(`${path()}.bak`, "")],
		["a temporary", "temporary", () => writeFileSync(join(dir, "submissions", ...KEY, ".1-x.tmp"), "")],
		[
			"a broken chain",
			"audit-unreadable",
			() => appendFileSync(join(dir, "audit", `${new Date().getUTCFullYear()}.jsonl`), "{}\n"),
		],
		["a foreign folder", "foreign", () => mkdirSync(join(dir, "submissions", "2026-Q9"))],
	])("finds %s", async (_what, code, spoil) => {
		await store(ORGANISED);
		spoil();
		expect((await codes()).codes).toContain(code);
		const { lines } = await ledger("doctor");
		expect(lines.join("\n")).not.toContain("undefined");
	});
});

test("a torn file is one error, not three", async () => {
	await store(ORGANISED);
	const path = join(dir, "submissions", ...KEY, `${ORGANISED.submissionId}.r1.json`);
	writeFileSync(path, readFileSync(path, "utf8").slice(0, 50));
	const { lines } = await ledger("doctor");
	expect(lines.filter((line) => line.startsWith("✗"))).toHaveLength(1);
});

describe("backup and restore", () => {
	const PASSPHRASE = { LEDGER_BACKUP_PASSPHRASE: "correct horse battery" };

	test("an age archive restored into an empty folder is the same ledger", async () => {
		await store(ORGANISED, small(1));
		await ledger("verify", [...KEY, "--staff", "乙"]);
		const identity = await generateX25519Identity();
		const key = join(dir, "key.txt");
		writeFileSync(key, `# created\n${identity}\n`);
		const archive = join(dir, "ledger.age");
		const recipient = await identityToRecipient(identity);
		const made = await ledger("backup", [archive, "--staff", "甲", "--recipient", recipient, "--json"]);
		expect(made.code).toBe(0);
		expect(readFileSync(archive).includes(ORGANISED.orgName)).toBe(false);
		await expect(ledger("backup", [archive, "--staff", "甲", "--recipient", recipient])).rejects.toThrow(
			"没有覆盖",
		);

		const target = join(dataDir(), "restored");
		const args = [archive, "--data", target, "--staff", "甲", "--identity", key];
		const restored = await ledger("restore", [...args, "--json"]);
		expect(JSON.parse(restored.lines[0] ?? "{}")).toMatchObject({ ok: true, findings: [] });
		expect(filesBelow(join(target, "submissions"))).toEqual(filesBelow(join(dir, "submissions")));
		const [before, after] = [openForReading(dir), openForReading(target)];
		expect(await after.submissions.rows(KEY[0])).toEqual(await before.submissions.rows(KEY[0]));
		const { hash } = await before.audit.head();
		expect(await verifyAudit(after.audit, hash)).toMatchObject({ breaks: [], containsExpected: true });
		await expect(ledger("restore", args)).rejects.toThrow("已有内容");
	});

	test("a wrong passphrase, a cut file and a weak passphrase write nothing", async () => {
		await store(ORGANISED);
		const archive = join(dir, "ledger.age");
		await ledger("backup", [archive, "--staff", "甲"], { env: PASSPHRASE });
		const target = join(dataDir(), "restored");
		const args = (file: string) => [file, "--data", target, "--staff", "甲"];
		await expect(
			ledger("restore", args(archive), { env: { LEDGER_BACKUP_PASSPHRASE: "another one entirely" } }),
		).rejects.toThrow("打不开");
		const cut = join(dir, "cut.age");
		writeFileSync(cut, readFileSync(archive).subarray(0, -20));
		await expect(ledger("restore", args(cut), { env: PASSPHRASE })).rejects.toThrow("打不开");
		await expect(
			ledger("backup", [join(dir, "b.age"), "--staff", "甲"], { env: { LEDGER_BACKUP_PASSPHRASE: "short" } }),
		).rejects.toThrow("12位");
		expect(existsSync(target)).toBe(false);
	});
});

test("every command is called wrongly with an explanation in Chinese and touches nothing", async () => {
	for (const { name, load } of COMMANDS) {
		const command = await load();
		expect(command.name).toBe(name);
		if (name === "check") continue;
		expect(command.summary).toMatch(/[\u4e00-\u9fff]/);
		await expect(ledger(command.name, ["--no-such-option"])).rejects.toThrow(/[\u4e00-\u9fff]/);
	}
	expect(existsSync(join(dir, "submissions"))).toBe(false);
});
