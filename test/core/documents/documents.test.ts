import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DocumentModel } from "../../../core/documents/blocks.ts";
import { toDocx } from "../../../core/documents/docx.ts";
import { fill, splitBlanks } from "../../../core/documents/fill.ts";
import { toHtml } from "../../../core/documents/html.ts";

const model: DocumentModel = {
	title: "关于成立党支部的请示（范本）",
	draft: true,
	subtitle: "",
	blocks: [
		{ kind: "heading", level: 2, runs: [{ text: "范本正文" }] },
		{ kind: "paragraph", runs: splitBlanks("【上级党组织全称】：") },
		{
			kind: "paragraph",
			runs: splitBlanks("本单位现有正式党员【正式党员人数】名，预备党员【预备党员人数】名。"),
		},
		{ kind: "paragraph", runs: splitBlanks("【落款单位】") },
		{ kind: "heading", level: 2, runs: [{ text: "填写说明" }] },
		{ kind: "list", ordered: false, items: [[{ text: "只写人数 <不写姓名>" }]] },
		{
			kind: "table",
			head: [[{ text: "项目" }], [{ text: "数量" }]],
			rows: [[[{ text: "正式党员" }], [{ text: "3" }]]],
		},
	],
};

describe("fill", () => {
	it("fills known blanks and leaves the others visibly blank", () => {
		const html = toHtml(fill(model, new Map([["正式党员人数", "3"]])));
		expect(html).toContain("正式党员3名");
		expect(html).toContain('<span class="blank">【预备党员人数】</span>');
	});
});

describe("toHtml", () => {
	it("places addressee and signature, and escapes text", () => {
		const html = toHtml(model);
		expect(html).toContain('<p class="addressee">');
		expect(html).toContain('<p class="signature">');
		expect(html).toContain("&lt;不写姓名&gt;");
		expect(html).toContain('<th scope="col" class="short">项目</th>');
	});
});

describe("toDocx", () => {
	it("sets page, pitch and Chinese faces of the standard, with the draft mark and no paper heading", async () => {
		const files = unzipSync(await toDocx(model));
		const text = (name: string) => new TextDecoder().decode(files[name]);
		const body = text("word/document.xml");
		expect(body).toContain('w:top="2097"');
		expect(body).toContain('w:line="580"');
		expect(body).toContain('w:lineRule="exact"');
		expect(body).toContain('w:eastAsia="仿宋"');
		expect(body).toContain("【预备党员人数】");
		expect(body).not.toContain("范本正文");
		const headers = Object.keys(files).filter((name) => name.startsWith("word/header"));
		expect(headers.map(text).join()).toContain("草稿");
	});

	it("gives short columns what they need and empty columns room for writing", async () => {
		const cells = (...texts: string[]) => texts.map((text) => (text ? [{ text }] : []));
		const table: DocumentModel = {
			...model,
			blocks: [
				{
					kind: "table",
					head: cells("月份", "组织生活", "主题或议题"),
					rows: [cells("10月", "主题党日、党员大会", ""), cells("11月", "主题党日、党课", "")],
				},
			],
		};
		const files = unzipSync(await toDocx(table));
		const body = new TextDecoder().decode(files["word/document.xml"]);
		const [month = 0, life = 0, topic = 0] = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) =>
			Number(match[1]),
		);
		// Three letters of 12 pt and the margins of the cell.
		expect(month).toBeGreaterThanOrEqual(3 * 240 + 160);
		expect(month).toBeLessThan(life);
		expect(topic).toBeGreaterThan(life);
		expect(month + life + topic).toBeLessThanOrEqual(11906 - 1587 - 1474);
		expect(body).toContain('<w:trHeight w:val="510" w:hRule="atLeast"/>');
	});

	it("keeps dates whole, centres numbers, and numbers pages on the outer side", async () => {
		const cells = (...texts: string[]) => texts.map((text) => [{ text }]);
		const tasks: DocumentModel = {
			...model,
			blocks: [
				{
					kind: "table",
					head: cells("任务", "涉及单位", "牵头", "时限"),
					rows: [
						cells("指导应建未建单位召开党员大会，按程序单独组建", "6", "街道党工委党建办", "2026年12月31日"),
					],
				},
			],
		};
		const files = unzipSync(await toDocx(tasks));
		const text = (name: string) => new TextDecoder().decode(files[name]);
		const body = text("word/document.xml");
		const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
		// Eight digits of half a letter, three Han letters, five quarters where they meet; 12 pt.
		expect(widths[3]).toBeGreaterThan((8 * 0.5 + 3 + 5 * 0.25) * 240 + 160);
		expect(widths[2]).toBeGreaterThan(8 * 240 + 160);
		expect(body.match(/<w:jc w:val="center"\/>/g)).toHaveLength(3);
		const footers = Object.keys(files).filter((name) => name.startsWith("word/footer"));
		expect(footers.map((name) => /<w:jc w:val="(\w+)"/.exec(text(name))?.[1]).sort()).toEqual([
			"left",
			"right",
		]);
		expect(text("word/settings.xml")).toContain("w:evenAndOddHeaders");
	});
});
