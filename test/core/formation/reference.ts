import type { Profile } from "../../../core/formation/profile.ts";

/**
 * The reviewed table once more, written as plain branches and independently of
 * `content/rules/formation.yaml`. The product never uses it; tests compare the two.
 * @returns row id
 */
export function referenceRow(given: Partial<Profile>): string {
	const k = given.orgKind ?? "two-new";
	const t = given.task ?? "standing";
	const x = given.existing ?? "none";
	const n = given.fullMembers ?? null;
	const p = given.probationary ?? 0;
	const e = given.relationElsewhere ?? 0;
	const r = given.transferable ?? "unknown";
	const d = given.durationMonths ?? null;
	const s = given.support ?? null;
	const j = given.jointFull ?? null;
	const q = given.taskEnded ?? false;
	if (k === "outside") return "R01";
	if (x === "temporary" && q) return "R03";
	if (n === null) return "R02";
	const f = n - e;
	const T = f + p;
	const W = n + p;
	switch (x) {
		case "temporary":
			if (n < 3) return "R06";
			return d !== null && d >= 6 && r === "yes" ? "R04" : "R05";
		case "branch":
			if (f < 3) return "R07";
			return T <= 49 ? "R08" : T <= 99 ? "R09" : "R10";
		case "general-branch":
			if (f < 3) return "R07";
			return T <= 49 ? "R12" : T <= 99 ? "R11" : "R10";
		case "committee":
			if (f < 3) return "R07";
			return T <= 99 ? "R12" : "R13";
		case "joint":
		case "affiliated":
			if (f >= 3) return T <= 49 ? "R14" : T <= 99 ? "R15" : "R16";
			if (x === "joint" && j !== null && j < 3) return "R17";
			return W >= 1 ? "R18" : "R19";
		case "none":
			break;
	}
	if (n >= 3) {
		if (t === "adhoc") return "R20";
		if (t === "project") {
			if (d === null) return "R21";
			if (d < 6) return "R22";
			if (r === "no") return "R23";
			return W <= 49 ? "R24" : W <= 99 ? "R25" : "R26";
		}
		if (f >= 3) {
			if (T >= 100) return "R33";
			if (T >= 50) return "R32";
			return k === "cluster" ? "R31" : "R30";
		}
		return r === "no" ? "R35" : "R34";
	}
	if (W === 0) return "R40";
	if (s === null) return "R46";
	if (s.length === 0) return "R45";
	const together = j === null || j >= 3;
	if (together && s.includes("area")) return "R41";
	if (together && s.includes("industry")) return "R42";
	if (s.includes("lead")) return "R43";
	if (s.includes("host")) return "R44";
	return "R46";
}
