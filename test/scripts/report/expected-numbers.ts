import { counted, type Raw } from "./recompute.ts";

/** What the report of one quarter is computed from, as it stands in the files. */
export interface RawQuarter {
	readonly quarter: string;
	readonly now: readonly (readonly Raw[])[];
	readonly before: readonly (readonly Raw[])[];
	readonly register: readonly Raw[];
	readonly figures: Raw;
	readonly audit: number;
	readonly streets: readonly string[];
}

const MODES = "none standalone joint_area joint_industry joint_lead affiliated mobile temporary".split(" ");
const REASONS =
	"members_lt_3 turnover needs_communication newly_registered abnormal relations_elsewhere other".split(" ");
const METHODS = "visit phone on_site self_report registry".split(" ");
const KINDS = "enterprise social_org individual_business mixed".split(" ");
const SUMS = {
	employees: "employees",
	"full-members": "fullMembers",
	probationary: "probationaryMembers",
	elsewhere: "relationElsewhere",
	mobile: "mobileMembers",
	developed: "developedThisYear",
};
const FLAGS = { unions: "hasUnion", leagues: "hasYouthLeague", contacted: "responsiblePersonContacted" };

/**
 * Every number of a report by naive counting: one loop, one number, written from the definitions and not from the
 * program. Metric → numerator, and denominator where it is a rate.
 */
export function expectedNumbers(given: RawQuarter): Map<string, number | readonly [number, number]> {
	const { quarter, now, before, register, figures, streets } = given;
	const n: Record<string, number> = {};
	const add = (key: string, by = 1) => {
		n[key] = (n[key] ?? 0) + by;
	};
	const zero = (...keys: readonly string[]) => {
		for (const key of keys) add(key, 0);
	};
	const perStreet = ["units", "org", "work", "own", "should", "should-built", "should-missing", "uncovered"];
	zero(
		...["", ...streets.map((street) => `street.${street}.`)].flatMap((at) =>
			perStreet.map((key) => at + key),
		),
	);
	zero(...MODES.map((mode) => `form.${mode}.units`), ...REASONS.map((reason) => `reason.${reason}.units`));
	zero(...METHODS.map((method) => `method-${method}`), ...Object.keys(SUMS), ...Object.keys(FLAGS));
	zero(
		...["orgs", "new-year", "new-quarter"].flatMap((key) => [key, ...KINDS.map((kind) => `${key}-${kind}`)]),
	);
	zero(..."verified active inactive waiting returned unsurveyed unorganised measures instructors".split(" "));
	zero(
		..."planned overdue unplanned small-branches affiliated unnumbered transitions incubated paired".split(
			" ",
		),
	);

	const year = quarter.slice(0, 4);
	const lastMonth = Number(quarter.slice(6)) * 3;
	const days = { 3: "31", 6: "30", 9: "30", 12: "31" }[lastMonth];
	const end = `${year}-${String(lastMonth).padStart(2, "0")}-${days}`;
	const start = `${year}-${String(lastMonth - 2).padStart(2, "0")}-01`;
	const formBefore = new Map(
		before.flatMap((list) => (counted(list) ? [[list[0]?.["orgCode"], counted(list)]] : [])),
	);
	const branches: Record<string, { kinds: Set<string>; first: string }> = {};
	const surveyed = new Set<string>();
	for (const list of now) {
		const newest = list.at(-1)?.["state"];
		if (newest === "submitted") add("waiting");
		if (newest === "returned") add("returned");
		const row = counted(list);
		if (row === null) continue;
		surveyed.add(row["orgCode"]);
		add("verified");
		add(`method-${row["surveyMethod"]}`);
		if (row["operatingStatus"] !== "active") {
			add("inactive");
			continue;
		}
		add("active");
		const mode = row["formationMode"] as string;
		const joint = mode.startsWith("joint_");
		const withMembers = row["fullMembers"] + row["probationaryMembers"] > 0;
		const ownHere = row["fullMembers"] - (row["relationElsewhere"] ?? 0);
		const group = mode === "standalone" || joint || (mode === "affiliated" && withMembers);
		const work =
			group || mode !== "none" || row["instructorAssigned"] || row["hasUnion"] || row["hasYouthLeague"];
		for (const at of ["", `street.${row["streetCode"]}.`]) {
			add(`${at}units`);
			if (group) add(`${at}org`);
			add(work ? `${at}work` : `${at}uncovered`);
			if (mode === "standalone") add(`${at}own`);
			if (ownHere < 3) continue;
			add(`${at}should`);
			add(group ? `${at}should-built` : `${at}should-missing`);
		}
		add(`form.${mode}.units`);
		for (const [key, field] of Object.entries(SUMS)) add(key, row[field] ?? 0);
		for (const [key, field] of Object.entries(FLAGS)) if (row[field] === true) add(key);
		if (row["pairedWith"] === true) add("paired");
		if (mode === "affiliated" && withMembers) add("affiliated");
		if (joint && !row["partyOrgId"]) add("unnumbered");
		if (mode === "standalone" && ownHere < 3) add("small-branches");
		if (mode === "none") {
			add("unorganised");
			add(`reason.${row["noOrgReason"]}.units`);
			add(row["measure"] ? "measures" : "unplanned");
			if (row["measure"]?.due) add("planned");
			if (row["measure"]?.due < end) add("overdue");
			if (row["instructorAssigned"]) add("instructors");
		}
		if (mode === "standalone" || (joint && row["partyOrgId"])) {
			const id = row["partyOrgId"] ?? row["orgCode"];
			branches[id] ??= { kinds: new Set(), first: "9999" };
			branches[id].kinds.add(row["orgKind"]);
			if (row["establishedOn"] < branches[id].first) branches[id].first = row["establishedOn"];
		}
		// Against last quarter; without one there, against what was verified first in this one.
		const old = formBefore.get(row["orgCode"]) ?? list.find((one) => one["state"] === "verified");
		if (old?.["operatingStatus"] === "active" && old["formationMode"] !== mode) {
			add("transitions");
			if (mode === "standalone" && /^(joint_|affiliated)/.test(old["formationMode"])) add("incubated");
		}
	}
	for (const { kinds, first } of Object.values(branches)) {
		const kind = kinds.size === 1 ? [...kinds][0] : "mixed";
		for (const key of ["orgs", ...(first <= end && first.slice(0, 4) === year ? ["new-year"] : [])]) {
			add(key);
			add(`${key}-${kind}`);
		}
		if (first < start || first > end) continue;
		add("new-quarter");
		add(`new-quarter-${kind}`);
	}
	for (const unit of register) {
		if (unit["status"] !== "active" || surveyed.has(unit["orgCode"])) continue;
		add("unsurveyed");
		for (const at of ["", `street.${unit["streetCode"]}.`]) {
			add(`${at}units`);
			add(`${at}uncovered`);
		}
	}
	const result = new Map<string, number | readonly [number, number]>();
	const take = (key: string) => {
		const value = n[key] ?? Number.NaN;
		delete n[key];
		return value;
	};
	for (const at of ["", ...streets.map((street) => `street.${street}.`)]) {
		const [units, should] = [take(`${at}units`), take(`${at}should`)];
		result.set(`${at}units`, units);
		result.set(`${at}org-coverage`, [take(`${at}org`), units]);
		result.set(`${at}work-coverage`, [take(`${at}work`), units]);
		result.set(`${at}own-rate`, [take(`${at}own`), units]);
		result.set(`${at}should-rate`, [take(`${at}should-built`), should]);
	}
	for (const reason of REASONS)
		result.set(`reason.${reason}.share`, [n[`reason.${reason}.units`] ?? 0, n["unorganised"] ?? 0]);
	for (const [key, value] of Object.entries(n)) result.set(key, value);
	for (const [key, value] of entered(figures)) result.set(key, value);
	result.set("developed-share", [n["developed"] ?? 0, figures["development"].districtTotal]);
	result.set("streets", streets.length);
	result.set("audit-seq", given.audit);
	result.set("registered", register.filter((unit) => unit["status"] === "active").length);
	return result;
}

/** What staff entered, as it stands in the file. */
function entered(figures: Raw): [string, number][] {
	const { responsibility, development, stars, awards, subsidies, trainings } = figures;
	const level = (count: number) => stars.find((one: Raw) => one["stars"] === count)?.organisations ?? 0;
	const held = (way: string) => trainings.filter((one: Raw) => one["way"] === way).length;
	return [
		["streets-signed", responsibility.streets],
		["district-developed", development.districtTotal],
		...[1, 2, 3, 4, 5].map((count): [string, number] => [`stars-${count}`, level(count)]),
		["stars", [1, 2, 3, 4, 5].map(level).reduce((sum, one) => sum + one, 0)],
		["reward-min", awards.rewardMin],
		["reward-max", awards.rewardMax],
		["subsidised", subsidies.organisations],
		["subsidies", subsidies.amount],
		["trainings", trainings.length],
		["trainings-here", held("here")],
		["trainings-away", held("away")],
		["participants", trainings.reduce((sum: number, one: Raw) => sum + one["participants"], 0)],
		...trainings.flatMap((one: Raw, at: number): [string, number][] => [
			[`training.${at}.participants`, one["participants"]],
			[`training.${at}.days`, one["days"]],
		]),
	];
}
