import type { Register, RegisterDifference, RegisterUnit } from "../../core/ledger/register.ts";
import type { LedgerIo } from "./command.ts";
import type { Office } from "./office.ts";
import { plainTable } from "./plain-table.ts";
import { choiceLabel, streetName } from "./words.ts";

/** Units named of each kind of change; the rest is counted, `--json` has all. */
const NAMED = 20;

/** How a list differs from the one before and from the ledger. */
export function printRegisterDifference(
	before: Register | null,
	after: Register,
	{ added, closed, changed, unmatched, same }: RegisterDifference,
	office: Office,
	io: LedgerIo,
): void {
	io.print(
		before === null
			? `第一次导入名册：${after.date}，${after.units.length}个单位。`
			: `名册由${before.date}换成${after.date}：${before.units.length}个单位变为${after.units.length}个。`,
	);
	if (before !== null) {
		printUnits("新增", added, office, io);
		printUnits("注销、迁出或不再列出", closed, office, io);
		const lines = changed.map(
			({ before, after, fields }) =>
				`${after.orgCode}　${fields.map((field) => `${shownValue(before, field, office)} → ${shownValue(after, field, office)}`).join("，")}`,
		);
		printSome("有变更", lines, io);
		io.print(`没有变化：${same}个。`);
	}
	printSome("填报过但名册里没有（请核对代码，或请登记机关确认）", unmatched, io);
}

function printUnits(title: string, units: readonly RegisterUnit[], office: Office, io: LedgerIo): void {
	const lines = units.map(
		({ orgCode, orgName, streetCode }) => `${orgCode}　${orgName}　${streetName(streetCode, office)}`,
	);
	printSome(title, lines, io);
}

function printSome(title: string, lines: readonly string[], io: LedgerIo): void {
	io.print(`${title}：${lines.length}个。`);
	for (const line of lines.slice(0, NAMED)) io.print(`  ${line}`);
	if (lines.length > NAMED) io.print(`  其余${lines.length - NAMED}个用 --json 查看。`);
}

function shownValue(unit: RegisterUnit, field: keyof RegisterUnit, office: Office): string {
	switch (field) {
		case "orgKind":
			return choiceLabel("orgKind", unit.orgKind, office);
		case "status":
			return choiceLabel("operatingStatus", unit.status, office);
		case "streetCode":
			return streetName(unit.streetCode, office);
		default:
			return unit[field];
	}
}

/** The list in force, by street and status. */
export function printRegister(current: Register, office: Office, io: LedgerIo): void {
	const statuses = [...new Set(current.units.map(({ status }) => status))].sort();
	const count = (street: string | null, status: string) =>
		current.units.filter((unit) => (street === null || unit.streetCode === street) && unit.status === status)
			.length;
	const streets = [...new Set(current.units.map(({ streetCode }) => streetCode))].sort();
	io.print(`现用名册：${current.date}，${current.units.length}个单位。`);
	const rows = streets.map((street) => [
		streetName(street, office),
		...statuses.map((status) => count(street, status)),
	]);
	const total = ["合计", ...statuses.map((status) => count(null, status))];
	const heading = ["街道", ...statuses.map((status) => choiceLabel("operatingStatus", status, office))];
	for (const line of plainTable(heading, [...rows, total])) io.print(line);
}
