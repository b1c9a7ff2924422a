import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { reportFile } from "../../../core/content/report-wording.ts";
import { composeReport, UnknownMetricError } from "../../../core/ledger/report/compose.ts";
import type { ReportRun } from "../../../core/ledger/report/document.ts";
import type { ReportInput } from "../../../core/ledger/report/input.ts";
import type { Manifest } from "../../../core/ledger/report/manifest.ts";
import { computeMetrics } from "../../../core/ledger/report/metrics.ts";
import { SlotError } from "../../../core/ledger/report/slots.ts";
import { writeDemoLedger } from "../../../scripts/demo/write.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { gatherReport } from "../../../scripts/report/gather.ts";
import { loadReportWording } from "../../../scripts/report/wording.ts";
import { writeReport } from "../../../scripts/report/write.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";
import { demoLedger } from "../demo/demo-ledger.ts";

const NOW = "2026-11-24T09:00:00+08:00";
const wording = loadReportWording();
let input: ReportInput;

beforeAll(async () => {
	const folder = mkdtempSync(join(tmpdir(), "report-"));
	writeDemoLedger(folder, 120, ["2026-Q2", "2026-Q3"], loadOffice().district.streets);
	input = await gatherReport(folder, "2026-Q3", loadOffice(), NOW);
	rmSync(folder, { recursive: true });
});

/** Every number in a text, in order. */
const numbers = (text: string) => text.match(/\d+(?:\.\d+)?%?/g) ?? [];

/** Text of a DOCX in the order of the page. */
function docxText(path: string): string {
	const xml = new TextDecoder().decode(unzipSync(readFileSync(path))["word/document.xml"]);
	return xml.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
}

test("any digit stands in a metric: none in the wording around it", () => {
	const { title, subtitle, blocks } = composeReport(wording, computeMetrics(input), input);
	const runs: ReportRun[] = [...title, ...subtitle];
	for (const block of blocks) {
		if (block.kind === "table") runs.push(...block.head.flat(), ...block.rows.flat(2));
		else if (block.kind !== "slot") runs.push(...block.runs);
	}
	expect(runs.filter(({ kind }) => kind === "metric").length).toBeGreaterThan(80);
	expect(runs.filter(({ kind, text }) => kind !== "metric" && /[0-9０-９]/.test(text))).toEqual([]);
});

test("a digit in the wording is refused, and so is a metric that does not exist", () => {
	const broken = { ...wording, opening: "本季度新建党组织12个，情况良好。" };
	expect(reportFile.safeParse(broken).success).toBe(false);
	const unknown = { ...wording, opening: "本季度新建党组织{{no-such-metric}}个。" };
	expect(() => composeReport(unknown, computeMetrics(input), input)).toThrow(UnknownMetricError);
});

test("Markdown, DOCX and manifest agree on every number, and the parts of the genre are there", async () => {
	const written = await writeReport(input, wording, dataDir());
	const markdown = readFileSync(written.markdown, "utf8");
	const docx = docxText(written.docx);
	expect(numbers(docx)).toEqual(numbers(markdown));
	for (const heading of ["一、主要做法", "二、存在问题", "三、下步打算"]) expect(docx).toContain(heading);
	expect(docx).toContain("草稿");
	expect(markdown).toContain("示例数据");
	const manifest = JSON.parse(readFileSync(written.manifest, "utf8")) as Manifest;
	for (const { id, text, numerator, denominator, records, base } of manifest.metrics) {
		if (base === undefined || numerator === null || denominator === null) continue;
		expect(base, id).toHaveLength(denominator);
		expect(records, id).toHaveLength(numerator);
		expect(base, id).toEqual(expect.arrayContaining([...records]));
		if (denominator === 0) expect(text).toBe("—");
	}
	expect(manifest.auditHead.hash).toMatch(/^[0-9a-f]{64}$/);
	expect(markdown).toContain(manifest.auditHead.hash);
});

test("staff's text survives regeneration and reaches the DOCX; edits elsewhere are copied aside", async () => {
	const out = dataDir();
	const first = await writeReport(input, wording, out);
	const edited = readFileSync(first.markdown, "utf8").replace(
		/【待填写：动员部署[^】]*】/,
		"召开动员会3次。\n\n逐街道部署。",
	);
	writeFileSync(first.markdown, edited);
	const second = await writeReport(input, wording, out);
	expect(second).toMatchObject({ kept: 1, copy: null });
	expect(readFileSync(second.markdown, "utf8")).toContain("召开动员会3次。\n\n逐街道部署。");
	expect(docxText(second.docx)).toContain("召开动员会3次。");
	writeFileSync(
		second.markdown,
		readFileSync(second.markdown, "utf8").replace("现将情况总结如下", "现将有关情况总结如下"),
	);
	const third = await writeReport(input, wording, out);
	expect(third.kept).toBe(1);
	expect(readFileSync(third.copy ?? "", "utf8")).toContain("现将有关情况总结如下");
	expect(readFileSync(third.markdown, "utf8")).toContain("现将情况总结如下");
});

test("damaged marks stop it before anything is written", async () => {
	const out = dataDir();
	const { markdown } = await writeReport(input, wording, out);
	const damaged = readFileSync(markdown, "utf8").replace("<!-- 填写完 problems -->", "");
	writeFileSync(markdown, damaged);
	await expect(writeReport(input, wording, out)).rejects.toThrow(SlotError);
	expect(readFileSync(markdown, "utf8")).toBe(damaged);
});

test("figures nobody entered are asked for, never invented, and an empty ledger prints no rate", async () => {
	const empty = await gatherReport(dataDir(), "2026-Q3", loadOffice(), NOW);
	const written = await writeReport(empty, wording, dataDir());
	const markdown = readFileSync(written.markdown, "utf8");
	expect(written.missing.join()).toContain("【待录入：星级党组织数】");
	expect(markdown).toContain("组织覆盖率—（0/0）");
	expect(markdown).not.toMatch(/\d%/);
});

test("the same ledger gives the same report", async () => {
	const folder = demoLedger(30);
	const read = async () => {
		const out = dataDir();
		const { markdown, manifest } = await writeReport(
			await gatherReport(folder, "2026-Q3", loadOffice(), NOW),
			wording,
			out,
		);
		return [readFileSync(markdown, "utf8"), readFileSync(manifest, "utf8")];
	};
	expect(await read()).toEqual(await read());
});
