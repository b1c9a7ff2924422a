import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

/** Questions on the form of organisation as people asked them. */
const QUESTIONS = ["dev", "own", "held"].flatMap((set) =>
	readFileSync(`test/eval/questions.${set}.jsonl`, "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line): { intent: string; q: string } => JSON.parse(line))
		.filter(({ intent }) => intent === "formation")
		.map(({ q }) => q),
);
const HAN = "零一两三四五六七八九";
const TRADITIONAL: Readonly<Record<string, string>> = {
	党: "黨",
	员: "員",
	们: "們",
	个: "個",
	单: "單",
	现: "現",
	组: "組",
	织: "織",
	总: "總",
	该: "該",
	吗: "嗎",
	厂: "廠",
	里: "裡",
	关: "關",
	系: "係",
	么: "麼",
	还: "還",
	没: "沒",
	转: "轉",
};

const facts = (text: string) => readFacts(readable(text), false).slots;

/** Rewritings that leave what is said as it was, each applied to every question. */
const REWRITINGS: Readonly<Record<string, (question: string) => string>> = {
	"thanks at the end": (q) => `${q}，谢谢`,
	"an apology at the end": (q) => `${q}，我也不太懂`,
	"a greeting": (q) => `您好，${q}`,
	"a filler word": (q) => `嗯，${q}`,
	"a polite opening": (q) => `请问一下，${q}`,
	"no mark at the end": (q) => q.replace(/[。？！?!]+$/, ""),
	"a question mark at the end": (q) => `${q.replace(/[。？！?!]+$/, "")}？`,
	"full-width digits": (q) => q.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
	"Chinese numerals": (q) => q.replace(/(?<![\d.,年月-])\d(?=[名个位])/g, (d) => HAN[Number(d)] ?? d),
	"traditional characters": (q) => Array.from(q, (c) => TRADITIONAL[c] ?? c).join(""),
	"another classifier": (q) =>
		q.replace(/(?<=[\d一二两三四五六七八九十])[名个](?=(?:正式|预备)?党员)/g, "位"),
	正式的党员: (q) => q.replace(/正式党员/g, "正式的党员"),
	"咋 and 怎么": (q) => q.replace(/咋/g, "怎么"),
	"the boss agrees": (q) => `老板很支持。${q}`,
	"last year's turnover": (q) => `${q}。去年营收3000万`,
};

describe("the same facts, said otherwise", () => {
	it.each(Object.entries(REWRITINGS))("%s", (_name, rewrite) => {
		const changed = QUESTIONS.filter((question) => {
			const said = rewrite(question);
			return said !== question && JSON.stringify(facts(said)) !== JSON.stringify(facts(question));
		});
		expect(changed).toEqual([]);
	});

	it("stating the staff, the year or the floor space almost never matters", () => {
		const additions = ["职工一共86人", "公司2016年成立", "办公面积300平米"];
		for (const addition of additions) {
			const changed = QUESTIONS.filter((question) => {
				const { fullMembers } = facts(question);
				return facts(`${addition}。${question}`).fullMembers !== fullMembers;
			});
			// 本村46名党员 with a firm before it is a contradiction in itself.
			expect(changed.length / QUESTIONS.length, changed.join("\n")).toBeLessThan(0.005);
		}
	});
});
