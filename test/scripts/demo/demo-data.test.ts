import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../../bot/stores/doctor/examine.ts";
import { figuresSchema } from "../../../core/ledger/figures-schema.ts";
import { isDemo } from "../../../scripts/demo/marker.ts";
import { NotDemoError, writeDemoLedger } from "../../../scripts/demo/write.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { dataDir, filesBelow } from "../../bot/stores/data-dir.ts";
import { demoLedger, QUARTERS } from "./demo-ledger.ts";

const { streets } = loadOffice().district;

test("the demonstration ledger is one the doctor finds nothing wrong with, with every state in it", async () => {
	const folder = demoLedger(100);
	const { findings, rows, auditEntries } = await examine(folder, { trashDays: 30 });
	expect(findings.filter(({ level }) => level === "error")).toEqual([]);
	expect(rows).toBeGreaterThan(480);
	expect(auditEntries).toBeGreaterThan(950);
	expect(isDemo(folder)).toBe(true);
	const files = filesBelow(folder);
	expect(files.some((name) => name.endsWith(".withdrawn"))).toBe(true);
	const states = new Set(
		files
			.filter((name) => /\.r\d+\.json$/.test(name))
			.map((name) => (JSON.parse(readFileSync(join(folder, name), "utf8")) as { state: string }).state),
	);
	expect([...states].sort()).toEqual(["returned", "submitted", "verified"]);
	for (const quarter of QUARTERS) {
		const figures = JSON.parse(readFileSync(join(folder, "figures", `${quarter}.json`), "utf8"));
		expect(figuresSchema.safeParse(figures).success).toBe(true);
	}
});

test("it is the same every time", () => {
	const contents = (folder: string) =>
		filesBelow(folder).map((name) => `${name}\n${readFileSync(join(folder, name), "utf8")}`);
	expect(contents(demoLedger(40))).toEqual(contents(demoLedger(40)));
});

test("it replaces itself but never a folder without its mark", () => {
	const folder = dataDir();
	writeDemoLedger(folder, 5, QUARTERS, streets);
	writeDemoLedger(folder, 6, QUARTERS, streets);
	const other = dataDir();
	writeFileSync(join(other, "something.txt"), "kept");
	expect(() => writeDemoLedger(other, 5, QUARTERS, streets)).toThrow(NotDemoError);
	expect(filesBelow(other)).toEqual(["something.txt"]);
});
