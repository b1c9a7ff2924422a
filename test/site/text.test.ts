import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GUIDE_SECTIONS, headingAnchor } from "../../core/content/anchor.ts";
import { joinChineseLines } from "../../site/content/chinese-text.ts";
import { dateRange, longDate, shortDate, weekdayName } from "../../site/content/dates.ts";
import { share } from "../../site/content/eval-report.ts";
import { splitQuantities } from "../../site/content/quantities.ts";

const chinese = fc.string({ unit: fc.constantFrom(..."党支部3名12个月2026年9日，。、a % （）") });

describe("splitQuantities", () => {
	it("keeps numbers with their measure words, and dates whole", () => {
		const kept = splitQuantities("有3名以上正式党员，一般不超过1个月，2026年9月18日前。")
			.filter(({ kind }) => kind !== "text")
			.map(({ text, kind }) => `${kind}:${text}`);
		expect(kept).toEqual(["quantity:3名", "quantity:1个月", "date:2026年9月18日"]);
	});

	it("loses and adds nothing", () => {
		fc.assert(
			fc.property(
				chinese,
				(text) =>
					splitQuantities(text)
						.map((piece) => piece.text)
						.join("") === text,
			),
		);
	});
});

describe("joinChineseLines", () => {
	it("joins lines between Chinese characters and leaves Latin words apart", () => {
		expect(joinChineseLines("联合\n党支部")).toBe("联合党支部");
		expect(joinChineseLines("结论，\n  再看")).toBe("结论，再看");
		expect(joinChineseLines("plain\nwords")).toBe("plain\nwords");
		expect(joinChineseLines("\n")).toBe("\n");
	});

	it("keeps every character that is no space", () => {
		const bare = (text: string) => text.replaceAll(/\s/g, "");
		fc.assert(
			fc.property(
				fc.array(chinese),
				(lines) => bare(joinChineseLines(lines.join("\n"))) === bare(lines.join("\n")),
			),
		);
	});
});

describe("dates", () => {
	it("print as staff write them", () => {
		expect(longDate("2026-09-08")).toBe("2026年9月8日");
		expect(longDate("2018-07")).toBe("2018年7月");
		expect(longDate("2014")).toBe("2014年");
		expect(shortDate("2026-12-02", "2026-11-24")).toBe("12月2日");
		expect(shortDate("2027-01-15", "2026-11-24")).toBe("2027年1月15日");
		expect(weekdayName("2026-12-02")).toBe("星期三");
	});

	it("leave out of a range what repeats", () => {
		expect(dateRange("2026-12-02", "2026-12-02")).toBe("2026年12月2日");
		expect(dateRange("2026-12-02", "2026-12-03")).toBe("2026年12月2日至3日");
		expect(dateRange("2026-11-30", "2026-12-01")).toBe("2026年11月30日至12月1日");
		expect(dateRange("2026-12-31", "2027-01-01")).toBe("2026年12月31日至2027年1月1日");
	});
});

describe("headingAnchor", () => {
	it("gives the sections of a guide their fixed anchors", () => {
		for (const [anchor, heading] of Object.entries(GUIDE_SECTIONS))
			expect(headingAnchor(heading)).toBe(anchor);
	});

	it("turns any other heading into an anchor without punctuation at its ends", () => {
		expect(headingAnchor("谁来定，要多久？")).toBe("谁来定-要多久");
		fc.assert(fc.property(fc.string(), (heading) => !/^-|-$|\s/.test(headingAnchor(heading))));
	});
});

describe("share", () => {
	it("says 100% only when all are right and gives no share of nothing", () => {
		expect([share(0, 0), share(5, 5), share(9999, 10000), share(1, 3), share(0, 4)]).toEqual([
			"—",
			"100%",
			"99.9%",
			"33.3%",
			"0%",
		]);
	});
});
