import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readStatistics } from "../../scripts/statistics/files.ts";
import { organised, quarterName, rates } from "../../site/content/statistics.ts";

const quarters = readStatistics();
const latest = quarters.at(-1);

describe("published statistics", () => {
	it("are shown on their page and the home page with numerator and denominator", () => {
		for (const path of ["dist/statistics/index.html", "dist/index.html"]) {
			const html = readFileSync(path, "utf8");
			for (const { label, of } of latest ? rates(latest) : []) {
				expect(html, path).toContain(label);
				expect(html, path).toContain(of);
			}
			if (latest?.sample) expect(html, path).toContain("示例数据");
		}
	});

	it("download as a table whose rows add up to the total that is published", () => {
		for (const { quarter, streets, total } of quarters) {
			if (!streets || !total) continue;
			const [, ...lines] = readFileSync(`dist/statistics/${quarter}.csv`, "utf8").trim().split("\r\n");
			const sum = (column: number) => lines.reduce((all, line) => all + Number(line.split(",")[column]), 0);
			expect([sum(1), sum(2), sum(3), sum(4), sum(5)], quarter).toEqual([
				total.units,
				total.own,
				total.joined,
				organised(total),
				total.work,
			]);
		}
	});

	it("leave out what is withheld and never divide by nothing", () => {
		if (!latest) return expect(quarters).toEqual([]);
		expect(rates({ ...latest, total: null, should: null })).toEqual([]);
		const none = { groups: [], units: 0, own: 0, joined: 0, work: 0 };
		expect(rates({ ...latest, total: none, should: null }).map(({ share }) => share)).toEqual([
			"—",
			"—",
			"—",
		]);
		expect(quarterName("2026-Q3")).toBe("2026年第三季度");
	});
});
