import { creditCodeCheckCharacter } from "../../core/survey/credit-code.ts";
import { quarterBounds } from "../../core/survey/quarter.ts";
import type { Submission } from "../../core/survey/submission.ts";
import type { Chance } from "./random.ts";

/** What the survey asks of a unit, without envelope. */
export type Facts = Omit<
	Submission,
	| "submissionId"
	| "revision"
	| "baseRevision"
	| "channel"
	| "submitterRef"
	| "submittedAt"
	| "state"
	| "returnReason"
>;

/** An invented unit, changing from quarter to quarter. */
export interface DemoUnit {
	readonly orgCode: string;
	readonly orgName: string;
	readonly orgKind: Submission["orgKind"];
	readonly streetCode: string;
	/** Position in the ledger: fixes which joint organisation the unit belongs to. */
	readonly number: number;
	operatingStatus: Submission["operatingStatus"];
	employees: number;
	full: number;
	probationary: number;
	elsewhere: number;
	developed: number;
	form: Submission["formationMode"];
	establishedOn: string | undefined;
	union: boolean;
	league: boolean;
	instructor: boolean;
	paired: boolean;
}

const PREFIX = { enterprise: "91990101MA", social_org: "52990101MJ", individual_business: "92990101MA" };
const TRADES = ["信息", "商贸", "制造", "物流", "装饰", "家政", "餐饮", "教培", "医养", "文创"];
const ENDINGS = { enterprise: "公司", social_org: "服务中心", individual_business: "商行" };
/** Units of a joint organisation. */
const JOINT_SIZE = 4;
const DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A synthetic code in a region that does not exist, with a valid check character. */
function demoCode(kind: Submission["orgKind"], number: number): string {
	let rest = number;
	let serial = "";
	for (let at = 0; at < 7; at++) {
		serial = DIGITS.charAt(rest % DIGITS.length) + serial;
		rest = Math.floor(rest / DIGITS.length);
	}
	const body = PREFIX[kind] + serial;
	return body + creditCodeCheckCharacter(body);
}

/** Invents the unit with this number, as it is before the first quarter. */
export function inventUnit(
	number: number,
	streets: readonly { code: string; name: string }[],
	chance: Chance,
): DemoUnit {
	const orgKind = chance.pick([
		["enterprise", 58],
		["social_org", 24],
		["individual_business", 18],
	] as const);
	// Earlier streets are larger, as districts are.
	const street = chance.pick(streets.map((one, at) => [one, 2 * streets.length - at] as const));
	const short = street.name.replace(/街道$/, "");
	const trade = TRADES[number % TRADES.length] ?? "";
	const micro = orgKind === "individual_business";
	const employees = micro ? chance.between(2, 14) : chance.between(6, 60) + (chance.happens(0.2) ? 120 : 0);
	const unit: DemoUnit = {
		orgCode: demoCode(orgKind, number),
		orgName: `示例${short}${trade}${ENDINGS[orgKind]}（${String(number).padStart(3, "0")}号）`,
		orgKind,
		streetCode: street.code,
		number,
		operatingStatus: "active",
		employees,
		full: Math.min(
			employees - 1,
			micro
				? chance.between(0, 2)
				: chance.pick([
						[0, 30],
						[1, 20],
						[2, 16],
						[3, 10],
						[5, 12],
						[9, 12],
					] as const),
		),
		probationary: 0,
		elsewhere: 0,
		developed: 0,
		form: "none",
		establishedOn: undefined,
		union: !micro && chance.happens(0.35),
		league: !micro && chance.happens(0.12),
		instructor: chance.happens(0.42),
		paired: chance.happens(0.06),
	};
	if (unit.full > 0 && chance.happens(0.12)) unit.elsewhere = chance.between(1, Math.min(2, unit.full));
	form(unit, chance, 0.45, `${chance.between(2013, 2024)}-${twoDigits(chance.between(1, 12))}-15`);
	return unit;
}

/** Three months later. */
export function passQuarter(unit: DemoUnit, quarter: string, chance: Chance): void {
	const { first } = quarterBounds(quarter);
	if (quarter.endsWith("Q1")) unit.developed = 0;
	if (unit.operatingStatus !== "active") return;
	if (chance.happens(0.008)) {
		unit.operatingStatus = chance.pick([
			["closed", 4],
			["suspended", 3],
			["moved_out", 2],
			["not_found", 1],
		] as const);
		return;
	}
	unit.employees = Math.max(2, unit.full + unit.probationary + 1, unit.employees + chance.between(-2, 2));
	if (unit.probationary > 0 && chance.happens(0.3)) {
		unit.probationary--;
		unit.full++;
	} else if (
		unit.orgKind !== "individual_business" &&
		unit.employees > unit.full + 4 &&
		chance.happens(0.07)
	) {
		unit.probationary++;
		unit.developed++;
	}
	if (!unit.instructor && unit.form === "none" && chance.happens(0.12)) unit.instructor = true;
	const day = `${first.slice(0, 5)}${twoDigits(Number(first.slice(5, 7)) + chance.between(0, 2))}-${twoDigits(chance.between(3, 25))}`;
	const here = unit.full - unit.elsewhere;
	if (unit.form === "none") form(unit, chance, 0.07, day);
	else if (here >= 3 && unit.form !== "standalone" && unit.form !== "mobile" && chance.happens(0.1)) {
		unit.form = "standalone";
		unit.establishedOn = day;
	}
}

/** Forms an organisation in `share` of cases, in a form that fits. */
function form(unit: DemoUnit, chance: Chance, share: number, day: string): void {
	const here = unit.full - unit.elsewhere;
	const ready = here >= 3 ? share + 0.45 : unit.full > 0 ? share : share / 12;
	if (!chance.happens(ready)) return;
	unit.establishedOn = day;
	if (here >= 3 && unit.orgKind !== "individual_business") {
		unit.form = chance.pick([
			["standalone", 92],
			["temporary", 3],
			["mobile", 2],
			["joint_area", 3],
		] as const);
	} else if (unit.full > 0) {
		unit.form = chance.pick([
			["joint_area", 44],
			["joint_industry", 27],
			["joint_lead", 13],
			["affiliated", 16],
		] as const);
	} else {
		unit.form = "affiliated";
	}
}

/** Number of the organisation a unit belongs to; some units of one street and form share theirs. */
function organisationOf({ form, number, streetCode }: DemoUnit): string {
	if (!form.startsWith("joint")) return `PO-D${number}`;
	return `PO-${form.slice(6).toUpperCase()}${streetCode.toUpperCase()}${Math.floor(number / (JOINT_SIZE * 12))}`;
}

/** What the unit would write into the survey of a quarter. */
export function factsOf(unit: DemoUnit, quarter: string, chance: Chance): Facts {
	const { first } = quarterBounds(quarter);
	const small = unit.employees <= 5;
	const organised = unit.form !== "none";
	const here = unit.full - unit.elsewhere;
	return {
		quarter,
		orgCode: unit.orgCode,
		orgName: unit.orgName,
		orgKind: unit.orgKind,
		streetCode: unit.streetCode,
		operatingStatus: unit.operatingStatus,
		employees: unit.employees,
		fullMembers: unit.full,
		probationaryMembers: unit.probationary,
		...(unit.elsewhere > 0 ? { relationElsewhere: unit.elsewhere } : {}),
		...(unit.full > 3 && chance.happens(0.2) ? { mobileMembers: 1 } : {}),
		...(unit.developed > 0 ? { developedThisYear: unit.developed } : {}),
		hasUnion: unit.union,
		hasYouthLeague: unit.league,
		instructorAssigned: unit.instructor && !organised,
		formationMode: unit.form,
		...(unit.paired ? { pairedWith: true } : {}),
		...(organised
			? { partyOrgId: organisationOf(unit), establishedOn: unit.establishedOn ?? first }
			: unit.operatingStatus === "active"
				? reasonOf(here, unit.elsewhere, quarter, chance)
				: {}),
		...(chance.happens(0.8) ? { responsiblePersonContacted: chance.happens(0.85) } : {}),
		surveyMethod: small
			? "visit"
			: chance.pick([
					["visit", 40],
					["phone", 25],
					["on_site", 15],
					["self_report", 20],
				] as const),
		surveyedOn: `${first.slice(0, 5)}${twoDigits(Number(first.slice(5, 7)) + chance.between(0, 1))}-${twoDigits(chance.between(1, 28))}`,
		consentVersion: "demo",
	};
}

function reasonOf(here: number, elsewhere: number, quarter: string, chance: Chance) {
	const { last } = quarterBounds(quarter);
	const noOrgReason =
		here >= 3
			? chance.pick([
					["needs_communication", 6],
					["turnover", 4],
				] as const)
			: elsewhere > 0
				? ("relations_elsewhere" as const)
				: chance.pick([
						["members_lt_3", 62],
						["turnover", 14],
						["needs_communication", 9],
						["newly_registered", 8],
						["abnormal", 4],
						["other", 3],
					] as const);
	const late = chance.happens(0.12);
	const measure = {
		text:
			here >= 3
				? "街道上门走访，指导召开党员大会，推动单独组建。"
				: "由街道联络员联系，推动与邻近单位联合组建。",
		ownerPost: "街道党建办主任",
		due: late ? `${last.slice(0, 8)}10` : `${Number(last.slice(0, 4)) + 1}-06-30`,
	};
	return {
		noOrgReason,
		...(noOrgReason === "other" ? { noOrgNote: "单位正在搬迁，待稳定后再商定。" } : {}),
		...(chance.happens(0.75) ? { measure } : {}),
	};
}

export const twoDigits = (number: number) => String(number).padStart(2, "0");
