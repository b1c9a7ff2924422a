import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ContactStore } from "../../../bot/stores/contacts/contact-store.ts";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import type { SubmissionStore } from "../../../bot/stores/submissions/store.ts";
import { createSubmissionDesk } from "../../../bot/submissions/desk.ts";
import { createWebDesk } from "../../../bot/submissions/receive.ts";
import { checkSubmission } from "../../../core/survey/check.ts";
import { messageOf } from "../../../core/survey/messages.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { importFiles } from "../../../scripts/ledger/import.ts";
import { Chat, knowledge } from "../../core/survey/dialogue-driver.ts";
import { RULE_CASES, type RuleCase } from "../../core/survey/rule-cases.ts";
import { ORGANISED } from "../../core/survey/samples.ts";
import { runLedger } from "../../scripts/ledger/run.ts";
import { orgCode } from "../stores/crash-samples.ts";
import { dataDir } from "../stores/data-dir.ts";

const KEY = new Uint8Array(32).fill(7);
const AT = new Date("2026-09-18T08:00:00.000Z");

/** Puts what a case's context says into a real ledger: last quarter's revision, other units of the organisation. */
async function ledgerFor({
	context = {},
}: RuleCase): Promise<{ readonly dir: string; readonly store: SubmissionStore }> {
	const dir = dataDir();
	const { submissions: store } = await openSubmissionStore(dir, { trashDays: 30 });
	if (context.previous) {
		const last = {
			...ORGANISED,
			...context.previous,
			quarter: "2026-Q2",
			submissionId: `01K${"0".repeat(22)}2`,
		};
		await store.submit({ ...last, submissionId: "01K00000000000000000000072" });
	}
	for (let n = 0; n < (context.otherUnitsOfOrganisation ?? 0); n++) {
		const submissionId = `01K000000000000000000001${String(n).padStart(2, "0")}`;
		await store.submit({ ...ORGANISED, submissionId, orgCode: orgCode(n + 1), formationMode: "joint_area" });
	}
	return { dir, store };
}

/** Codes the web form gets back; each with the sentence of the wording. */
async function throughForm(one: RuleCase, submission: Submission): Promise<readonly string[]> {
	const { store } = await ledgerFor(one);
	const { channel: _c, submitterRef: _r, submittedAt: _a, state: _s, revision: _v, ...body } = submission;
	const result = await createWebDesk(store, knowledge, KEY).accept(body, "browser", AT);
	if (result.kind === "refused") return ["refused"];
	const said = result.kind === "invalid" ? result.errors : result.warnings;
	for (const { code, message } of said) expect(message).toBe(messageOf(code, knowledge.survey));
	return said.map(({ code }) => code);
}

/** Codes of the dry run of an import; staff are shown the sentence of each. */
async function throughImport(one: RuleCase, submission: Submission): Promise<readonly string[]> {
	const { dir } = await ledgerFor(one);
	const file = join(dir, "form.json");
	writeFileSync(file, JSON.stringify(submission));
	const args = [file, "--data", dir, "--staff", "甲"];
	const { lines } = await runLedger(importFiles, [...args, "--json"]);
	const [row] = lines.map((line) => JSON.parse(line) as { errors: string[]; warnings: string[] });
	if (row === undefined) return ["nothing"];
	const codes = row.errors.length > 0 ? row.errors : row.warnings;
	const shown = (await runLedger(importFiles, args)).lines.join("\n");
	for (const code of codes) expect(shown).toContain(messageOf(code, knowledge.survey));
	return codes;
}

/** What the dialogue says, with the ledger behind it as in the shells; and whether it let the submission through. */
async function throughDialogue(
	given: RuleCase,
	submission: Submission,
): Promise<{ said: string; submitted: boolean; errors: readonly string[] }> {
	const { dir, store } = await ledgerFor(given);
	const desk = createSubmissionDesk(store, new ContactStore(join(dir, "contacts"), KEY), knowledge, () => AT);
	const chat = new Chat().begin();
	let said = "";
	for (let turn = 0; turn < 60 && chat.at !== "review"; turn++) {
		const before = chat.at;
		const ledger = chat.draft === null ? null : ((await desk.facts?.(chat.draft)) ?? null);
		chat.surroundings = { ...chat.surroundings, ledger };
		chat.answerOne(submission);
		said += chat.said;
		if (chat.at === before) return { said, submitted: false, errors: [] };
	}
	chat.text("发送");
	const errors = chat.submitted.flatMap((one) => checkSubmission(one, given.context).errors);
	return { said: said + chat.said, submitted: chat.submitted.length > 0, errors };
}

/** At verification only staff meet R7; the other channels cannot. */
const CASES = RULE_CASES.filter(({ context }) => context?.verifying !== true);

describe("a broken rule is the same through check, form and import", () => {
	test.each(CASES)("$code: $name", async (one) => {
		const { errors, warnings } = checkSubmission(one.breaks, one.context);
		const expected = errors.length > 0 ? errors : warnings;
		expect(expected).toContain(one.code);
		expect(await throughForm(one, one.breaks)).toEqual(expected);
		expect(await throughImport(one, one.breaks)).toEqual(expected);
		expect(await throughForm(one, one.keeps)).not.toContain(one.code);
		expect(await throughImport(one, one.keeps)).not.toContain(one.code);
	});
});

/** Contradictions that the dialogue cannot produce, because it does not ask what would make them. */
const IMPOSSIBLE_IN_DIALOGUE = new Set(["R3", "R4", "R6", "R7", "R8"]);

describe("the dialogue says the same sentence, or does not let the contradiction arise", () => {
	test.each(CASES)("$code: $name", async (one) => {
		const { said, submitted, errors } = await throughDialogue(one, one.breaks);
		if (IMPOSSIBLE_IN_DIALOGUE.has(one.code)) {
			// It asks until the answer is there, or never asks: nothing contradictory is submitted.
			expect(errors).toEqual([]);
			const { submitted: kept } = await throughDialogue(one, one.keeps);
			expect(kept).toBe(true);
			return;
		}
		expect(said).toContain(messageOf(one.code, knowledge.survey));
		expect(submitted).toBe(one.code.startsWith("W"));
		const other = await throughDialogue(one, one.keeps);
		expect(other.said).not.toContain(messageOf(one.code, knowledge.survey));
		expect(other.submitted).toBe(true);
	});
});
