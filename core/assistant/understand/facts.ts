import type { Profile, Slot } from "../../formation/profile.ts";
import { resolveCounts } from "./counts.ts";
import { readExisting } from "./existing.ts";
import { lex, type Token } from "./lexer.ts";
import { findMentions } from "./mentions.ts";
import { asOrgKind, isCluster, readOutside } from "./org-kind.ts";
import { readRelations } from "./relations.ts";
import { readSupport } from "./support.ts";
import { readDuration, readTask, readTaskEnded } from "./task.ts";

/** The facts about an organisation that a text states. */
export interface Facts {
	/** Only slots that the text states. */
	readonly slots: Partial<Profile>;
	readonly approximate: readonly Slot[];
	/** Members are spoken of, with or without a number. */
	readonly mentionsMembers: boolean;
}

/**
 * Reads every slot of the decision table from a readable text (see `readable`).
 * `supportAsked`: the question of support is open, so a bare 隔壁公司 answers it.
 */
export function readFacts(text: string, supportAsked: boolean): Facts {
	const tokens = lex(text);
	const mentions = findMentions(tokens);
	const existing = readExisting(text);
	const relations = readRelations(text, mentions);
	const counted = mentions.filter((mention) => !relations.parts.has(mention));
	const counts = resolveCounts(counted, { existing, text, units: namesSeveralUnits(tokens) });
	const cluster = existing === null || existing === "none" ? isCluster(text) : false;
	const task = readTask(text, existing);
	const duration = readDuration(text, tokens, task, existing);
	const ended = readTaskEnded(text, existing);
	const support = readSupport(text, supportAsked);

	const full = cluster && counts.sum !== null ? counts.sum : counts.full;
	const joint = cluster ? null : counts.joint;
	const slots: { -readonly [key in Slot]?: Profile[key] } = {};
	const orgKind = asOrgKind(readOutside(text), cluster);
	if (orgKind) slots.orgKind = orgKind;
	if (task) slots.task = task;
	if (existing) slots.existing = existing;
	if (full !== null) slots.fullMembers = full;
	if (counts.probationary !== null) slots.probationary = counts.probationary;
	const elsewhere = elsewhereOf(relations.elsewhere, relations.here, full);
	if (elsewhere !== null) slots.relationElsewhere = elsewhere;
	if (relations.transferable !== null) slots.transferable = relations.transferable;
	if (duration !== null) slots.durationMonths = duration;
	if (support !== null) slots.support = support;
	if (joint !== null) slots.jointFull = joint;
	if (ended !== null) slots.taskEnded = ended;
	return {
		slots,
		approximate: full !== null && counts.approximate ? ["fullMembers"] : [],
		mentionsMembers: /党员/.test(text),
	};
}

/** 三家公司, 十几家商户: several units side by side. */
function namesSeveralUnits(tokens: readonly Token[]): boolean {
	return tokens.some((token, index) => token.kind === "firms" && (tokens[index - 1]?.high ?? 0) >= 2);
}

/** Full members whose relation is elsewhere, as a number; null when nothing was said or it cannot be computed. */
function elsewhereOf(
	elsewhere: number | "all" | null,
	here: number | null,
	full: number | null,
): number | null {
	if (elsewhere === "all") return full;
	if (elsewhere !== null) return full === null ? elsewhere : Math.min(elsewhere, full);
	return here !== null && full !== null && here <= full ? full - here : null;
}
