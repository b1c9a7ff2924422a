import type { Knowledge } from "../../core/content/knowledge.ts";
import { coverageOf, percent } from "../../core/ledger/coverage.ts";
import type { Row } from "../../core/ledger/fold.ts";
import { type Register, unsurveyedUnits } from "../../core/ledger/register.ts";
import { snapshotOf } from "../../core/ledger/snapshot.ts";
import { PARTY_ORG_ID_PATTERN } from "../../core/survey/fields.ts";
import { messageOf } from "../../core/survey/messages.ts";
import {
	previousQuarter,
	QUARTER_PATTERN,
	quarterLabel,
	quarterOfInstant,
} from "../../core/survey/quarter.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { fill } from "../exchange/buttons.ts";
import type { StaffResult, SubmissionStore } from "../stores/submissions/store.ts";
import type { StaffDesk } from "../telegram/context.ts";

/** Lines listed in one message; the rest is for the screen of the office. */
const LISTED = 15;

/** What the staff desk works with. */
export interface StaffDeskOptions {
	readonly store: SubmissionStore;
	readonly knowledge: Pick<Knowledge, "bot" | "district" | "survey">;
	/** The list of registered units in force; `null` when none was imported. */
	readonly register: () => Promise<Register | null>;
	/** Tells a submitter who opted in; does nothing for everybody else. */
	readonly tell: (submitterRef: string, text: string) => Promise<void>;
	readonly now?: () => Date;
}

/** Staff work in a private chat: names of units, numbers of receipts, rates. No counts of single units, no export. */
export function createStaffDesk(options: StaffDeskOptions): StaffDesk {
	const { store, knowledge, register, tell, now = () => new Date() } = options;
	const { staff } = knowledge.bot;
	const streetName = (code: string) =>
		knowledge.district.streets.find((street) => street.code === code)?.name ?? code;
	const current = () => quarterOfInstant(now().toISOString());

	/** The row whose newest revision carries a receipt number. */
	async function find(submissionId: string): Promise<(Row & { readonly head: Submission }) | null> {
		for (const quarter of (await store.quarters()).toReversed()) {
			for (const row of await store.rows(quarter)) {
				if (row.head?.submissionId === submissionId) return { ...row, head: row.head };
			}
		}
		return null;
	}

	function explain(result: Exclude<StaffResult, { kind: "done" }>, id: string): string {
		switch (result.kind) {
			case "not-found":
				return fill(staff.notFound, { id });
			case "changed":
				return fill(staff.changed, { revision: result.headRevision });
			case "own-submission":
				return staff.ownSubmission;
			case "wrong-state":
				return staff.wrongState;
			case "invalid":
				return fill(staff.invalid, {
					reasons: result.errors.map((code) => messageOf(code, knowledge.survey)).join(""),
				});
		}
	}

	const named = (sentence: string, { orgName, quarter, revision }: Submission) =>
		fill(sentence, { name: orgName, quarter: quarterLabel(quarter), revision });

	return {
		async queue() {
			const quarters = (await store.quarters()).slice(-2);
			const rows = (await Promise.all(quarters.map((quarter) => store.rows(quarter)))).flat();
			const waiting = rows.flatMap(({ head }) => (head?.state === "submitted" ? [head] : []));
			const conflicts = rows.reduce((sum, row) => sum + row.conflicts.length, 0);
			waiting.sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
			const lines =
				waiting.length === 0 ? [staff.queueEmpty] : [fill(staff.queueHead, { count: waiting.length })];
			for (const one of waiting.slice(0, LISTED)) {
				const line = fill(staff.queueLine, { street: streetName(one.streetCode), id: one.submissionId });
				lines.push(named(line, one));
			}
			if (waiting.length > LISTED) lines.push(fill(staff.queueMore, { count: waiting.length - LISTED }));
			if (conflicts > 0) lines.push(fill(staff.conflictLine, { count: conflicts }));
			return lines.join("\n");
		},

		async verify(submissionId, actor, partyOrgId) {
			const row = await find(submissionId);
			if (row === null) return fill(staff.notFound, { id: submissionId });
			const { quarter, orgCode, head } = row;
			const number = partyOrgId?.toUpperCase();
			const result = await store.verify({
				quarter,
				orgCode,
				revision: head.revision,
				actor,
				at: now().toISOString(),
				...(number !== undefined && PARTY_ORG_ID_PATTERN.test(number) ? { partyOrgId: number } : {}),
			});
			return result.kind === "done"
				? named(staff.verified, result.submission)
				: explain(result, submissionId);
		},

		async returnWithReason(submissionId, reason, actor) {
			const row = await find(submissionId);
			if (row === null) return fill(staff.notFound, { id: submissionId });
			const { quarter, orgCode, head } = row;
			const result = await store.giveBack({
				quarter,
				orgCode,
				revision: head.revision,
				actor,
				at: now().toISOString(),
				reason,
			});
			if (result.kind !== "done") return explain(result, submissionId);
			await tell(head.submitterRef, named(fill(staff.returnedToSender, { reason }), head));
			return named(staff.returned, result.submission);
		},

		async stale(street) {
			const { streets } = knowledge.district;
			const wanted =
				street === null ? null : streets.find(({ code, name }) => code === street || name === street);
			if (wanted === undefined) {
				return fill(staff.unknownStreet, {
					street: street ?? "",
					streets: streets.map(({ name }) => name).join("、"),
				});
			}
			const quarter = current();
			const rows = await store.rows(quarter);
			const list = await register();
			const units = list === null ? await surveyedBefore(store, quarter, rows) : unsurveyedUnits(list, rows);
			const stale = units.filter(({ streetCode }) => wanted === null || streetCode === wanted.code);
			const base = fill(staff.staleBase, { date: list?.date ?? "—" });
			const values = { quarter: quarterLabel(quarter), count: stale.length };
			if (stale.length === 0) return [fill(staff.staleEmpty, values), base].join("\n");
			const lines = [fill(staff.staleHead, values)];
			if (wanted === null) {
				for (const { code, name } of streets) {
					const count = stale.filter(({ streetCode }) => streetCode === code).length;
					if (count > 0) lines.push(fill(staff.staleStreet, { street: name, count }));
				}
			} else {
				for (const { orgName } of stale.slice(0, LISTED * 2))
					lines.push(fill(staff.staleLine, { name: orgName }));
				const rest = stale.length - LISTED * 2;
				if (rest > 0) lines.push(fill(staff.queueMore, { count: rest }));
			}
			return [...lines, base].join("\n");
		},

		async stats(asked) {
			const quarter = (asked ?? current()).toUpperCase();
			if (!QUARTER_PATTERN.test(quarter)) return staff.unknownQuarter;
			const list = await register();
			const snapshot = snapshotOf(quarter, await store.rows(quarter), list);
			const totals = coverageOf(snapshot.units);
			const rate = (sentence: string, numerator: number, denominator: number) =>
				fill(sentence, { rate: percent(numerator, denominator), numerator, denominator });
			return [
				fill(staff.statsHead, { quarter: quarterLabel(quarter) }),
				fill(staff.statsUnits, { units: totals.units, unsurveyed: totals.unsurveyed }),
				rate(staff.statsCoverage, totals.organised, totals.units),
				rate(staff.statsOwn, totals.own, totals.units),
				rate(staff.statsShould, totals.shouldBuilt, totals.should),
				rate(staff.statsWork, totals.work, totals.units),
				fill(staff.statsWaiting, { waiting: snapshot.waiting, returned: snapshot.returned }),
			].join("\n");
		},
	};
}

/** Without a register: active units of the last two quarters that have no verified revision in this one. */
async function surveyedBefore(
	store: SubmissionStore,
	quarter: string,
	rows: readonly Row[],
): Promise<readonly Pick<Submission, "orgName" | "streetCode" | "orgCode">[]> {
	const known = new Map<string, Submission>();
	for (const row of await store.rows(previousQuarter(quarter))) {
		const last = row.verified ?? row.head;
		if (last !== null) known.set(row.orgCode, last);
	}
	for (const row of rows) {
		if (row.verified !== null) known.delete(row.orgCode);
		else if (row.head !== null) known.set(row.orgCode, row.head);
	}
	return [...known.values()].filter(({ operatingStatus }) => operatingStatus === "active");
}
