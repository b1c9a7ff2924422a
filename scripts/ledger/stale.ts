import { openForReading } from "../../bot/stores/submissions/open.ts";
import { type StaleReason, type StaleUnit, staleUnits } from "../../core/ledger/stale.ts";
import { quarterLabel } from "../../core/survey/quarter.ts";
import type { LedgerCommand } from "./command.ts";
import { loadOffice, type Office } from "./office.ts";
import { dataDirOf, readOptions } from "./options.ts";
import { quartersUpTo } from "./quarters-up-to.ts";
import { selectionOf, streetCodeOf } from "./select.ts";
import { choiceLabel, streetName } from "./words.ts";

const REASONS: Readonly<Record<StaleReason, string>> = {
	"not-submitted": "没有填报",
	waiting: "待核实",
	returned: "已退回，等改正",
	conflict: "有冲突，待处理",
};

/** Whom to chase: units without a verified revision this quarter, per street. */
export const stale: LedgerCommand = {
	name: "stale",
	summary: "待更新：本季度还没有核实数据的单位，按街道列出",
	usage: "ledger stale [--quarter 2026-Q3] [--street 街道] [--json]",
	async run(args, io) {
		const { values } = readOptions(args, { quarter: { type: "string" }, street: { type: "string" } });
		const office = loadOffice();
		const { quarter } = selectionOf({ quarter: values.quarter }, office);
		const street = streetCodeOf(values.street, office);
		const { submissions } = openForReading(dataDirOf(values, io));
		const list = staleUnits(await quartersUpTo(submissions, quarter));
		const wanted = ({ last }: StaleUnit) => street === undefined || last.streetCode === street;
		const [active, others] = [list.active.filter(wanted), list.others.filter(wanted)];
		if (values.json) {
			io.print(JSON.stringify({ quarter, active: active.map(brief), others: others.map(brief) }));
			return 0;
		}
		for (const { code, name } of office.district.streets) {
			const units = active.filter(({ last }) => last.streetCode === code);
			if (units.length === 0) continue;
			io.print(`${name}（${units.length}个）`);
			for (const unit of units) io.print(`  ${line(unit, office)}`);
		}
		if (others.length > 0) {
			io.print(`上次了解时不在营，另列（${others.length}个）`);
			for (const unit of others)
				io.print(
					`  ${line(unit, office)}　${choiceLabel("operatingStatus", unit.last.operatingStatus, office)}`,
				);
		}
		io.explain(
			`${quarterLabel(quarter)}：在营待更新${active.length}个，另列${others.length}个。名册里从未填报的单位，看“未排查”（npm run ledger -- unsurveyed）。`,
		);
		return 0;
	},
};

function brief({ last, why, verifiedIn }: StaleUnit) {
	const { orgCode, orgName, streetCode, orgKind, operatingStatus, submissionId } = last;
	return { orgCode, orgName, streetCode, orgKind, operatingStatus, why, verifiedIn, submissionId };
}

function line({ last, why, verifiedIn }: StaleUnit, office: Office): string {
	const before = verifiedIn === null ? "从未核实" : `上次核实 ${verifiedIn}`;
	const words = [last.orgCode, last.orgName, streetName(last.streetCode, office), REASONS[why], before];
	return words.join("　");
}
