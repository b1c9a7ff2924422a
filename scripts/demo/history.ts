import { createHash } from "node:crypto";
import { encodeTime } from "ulid";
import type { AuditFact } from "../../bot/stores/audit/chain.ts";
import { revisionName, withdrawnName } from "../../bot/stores/submissions/layout.ts";
import { previousQuarter, quarterBounds } from "../../core/survey/quarter.ts";
import type { Submission } from "../../core/survey/submission.ts";
import { Chance } from "./random.ts";
import { type DemoUnit, type Facts, factsOf, inventUnit, passQuarter } from "./unit.ts";

/** A file of the ledger and what the audit trail says of it. */
export interface DemoFile {
	readonly quarter: string;
	readonly orgCode: string;
	readonly name: string;
	/** Bytes as the store writes them; null where the revision was withdrawn and is gone. */
	readonly bytes: string | null;
	readonly fact: AuditFact;
}

/** `count` quarters that end with `last`, oldest first. */
export function quartersUntil(last: string, count: number): readonly string[] {
	const quarters = [last];
	while (quarters.length < count) quarters.unshift(previousQuarter(quarters[0] ?? last));
	return quarters;
}

/** Of one in so many units a colleague has sent another submission in the last quarter, from an outdated list. */
const CONTESTED = 83;

const ULID = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const hex = (text: string) => createHash("sha256").update(text).digest("hex");
const minutes = (count: number) => count * 60_000;

/**
 * Everything that happened to an invented ledger, unit by unit.
 * @param seen told of every unit as it is in every quarter, surveyed or not: the register.
 */
export function* demoHistory(
	organisations: number,
	quarters: readonly string[],
	streets: readonly { code: string; name: string }[],
	seen: (quarter: string, unit: DemoUnit) => void = () => {},
): Generator<DemoFile> {
	for (let number = 1; number <= organisations; number++) {
		const chance = new Chance(number * 7919);
		const unit = inventUnit(number, streets, chance);
		for (const quarter of quarters) {
			passQuarter(unit, quarter, chance);
			seen(quarter, unit);
			// A few are not surveyed in a quarter: the stale list shows them.
			if (chance.happens(0.015)) continue;
			const facts = factsOf(unit, quarter, chance);
			let newest = 0;
			for (const file of quarterOf(unit, facts, chance)) {
				newest = Math.max(newest, file.fact.revision ?? 0);
				yield file;
			}
			// Nothing by chance: what is invented besides stays as it was.
			if (quarter === quarters.at(-1) && number % CONTESTED === 0) yield contest(facts, newest + 1);
		}
	}
}

/** A submission that waits beside the one that stands. */
function contest(facts: Facts, revision: number): DemoFile {
	const { quarter, orgCode, employees } = facts;
	const at = `${quarterBounds(quarter).last}T08:00:00.000Z`;
	const submissionId = encodeTime(Date.parse(at), 10) + hex(orgCode).slice(0, 16).toUpperCase();
	const submitterRef = hex("demo colleague");
	const submission: Submission = {
		...facts,
		submissionId,
		revision,
		channel: "import",
		submitterRef,
		submittedAt: at,
		state: "submitted",
		employees: employees + 7,
		surveyMethod: "registry",
	};
	const bytes = `${JSON.stringify(submission, null, 2)}\n`;
	const fact = { quarter, orgCode, submissionId, revision, sha256: hex(bytes) };
	return {
		quarter,
		orgCode,
		name: revisionName(submissionId, revision),
		bytes,
		fact: { action: "conflict", actor: submitterRef, at, ...fact },
	};
}

function* quarterOf(unit: DemoUnit, facts: Facts, chance: Chance): Generator<DemoFile> {
	const row = new DemoRow(unit, facts, chance);
	const { partyOrgId, ...unnumbered } = facts;
	// Some senders do not know the number: staff add it when verifying.
	yield row.submit(chance.happens(0.3) ? unnumbered : facts);
	const course = chance.pick([
		["verified", 90],
		["corrected", 3],
		["returned", 3],
		["waiting", 2],
		["withdrawn", 2],
	] as const);
	switch (course) {
		case "waiting":
			return;
		case "withdrawn":
			yield* row.withdraw();
			return;
		case "returned":
			yield row.decide("returned", { returnReason: "职工总数与上次相差较大，请核对后重新提交。" });
			if (chance.happens(0.5)) return;
			yield row.submit(facts);
			break;
		case "corrected":
			yield row.decide("verified", partyOrgId === undefined ? {} : { partyOrgId });
			yield row.submit({ ...facts, employees: facts.employees + 1 });
			break;
		case "verified":
			break;
	}
	yield row.decide("verified", partyOrgId === undefined ? {} : { partyOrgId });
}

/** One organisation in one quarter, revision by revision. */
class DemoRow {
	readonly #sender: string;
	readonly #facts: Facts;
	readonly #chance: Chance;
	#time: number;
	#head: Submission | null = null;
	readonly #written: DemoFile[] = [];

	constructor({ orgCode }: DemoUnit, facts: Facts, chance: Chance) {
		this.#facts = facts;
		this.#chance = chance;
		this.#sender = hex(`demo sender ${orgCode}`);
		this.#time = Date.parse(`${facts.surveyedOn}T01:00:00Z`) + minutes(chance.between(0, 500));
	}

	submit(facts: Omit<Facts, "partyOrgId">): DemoFile {
		const time = this.#later();
		let random = "";
		for (let at = 0; at < 16; at++) random += ULID.charAt(this.#chance.between(0, 31));
		const base = this.#head?.revision;
		return this.#write("submitted", this.#sender, {
			submissionId: encodeTime(time, 10) + random,
			revision: (base ?? 0) + 1,
			...(base === undefined ? {} : { baseRevision: base }),
			channel: this.#chance.pick([
				["telegram", 5],
				["web", 4],
				["import", 1],
			] as const),
			submitterRef: this.#sender,
			submittedAt: new Date(time).toISOString(),
			...facts,
			state: "submitted",
		});
	}

	decide(state: "verified" | "returned", added: Partial<Submission>): DemoFile {
		this.#later();
		if (this.#head === null) throw new Error("nothing to decide on");
		const { revision } = this.#head;
		return this.#write(state, hex("demo staff"), {
			...this.#head,
			...added,
			state,
			revision: revision + 1,
			baseRevision: revision,
		});
	}

	*withdraw(): Generator<DemoFile> {
		this.#later();
		const { quarter, orgCode } = this.#facts;
		const { submissionId = "" } = this.#head ?? {};
		const at = new Date(this.#time).toISOString();
		const name = withdrawnName(submissionId);
		const tombstone = { submissionId, revisions: [{ revision: 1 }], withdrawnAt: at };
		const fact = { quarter, orgCode, submissionId };
		yield {
			...fact,
			name,
			bytes: `${JSON.stringify(tombstone)}\n`,
			fact: { action: "withdrawn", actor: this.#sender, at, ...fact },
		};
		for (const { name } of this.#written) {
			const purgedAt = new Date(this.#time + minutes(31 * 24 * 60)).toISOString();
			yield {
				...fact,
				name,
				bytes: null,
				fact: { action: "purged", actor: "system", at: purgedAt, ...fact },
			};
		}
	}

	#later(): number {
		this.#time += minutes(this.#chance.between(20, 3 * 24 * 60));
		return this.#time;
	}

	#write(action: "submitted" | "verified" | "returned", actor: string, submission: Submission): DemoFile {
		this.#head = submission;
		const { quarter, orgCode, submissionId, revision } = submission;
		const bytes = `${JSON.stringify(submission, null, 2)}\n`;
		const at = new Date(this.#time).toISOString();
		const file = {
			quarter,
			orgCode,
			name: revisionName(submissionId, revision),
			bytes,
			fact: { action, actor, at, quarter, orgCode, submissionId, revision, sha256: hex(bytes) },
		};
		this.#written.push(file);
		return file;
	}
}
