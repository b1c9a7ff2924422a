import type { Profile, Slot } from "../../formation/profile.ts";
import type { Bounds } from "./bounds.ts";
import { resolveCounts } from "./counts.ts";
import { lex, type Token } from "./lexer.ts";
import { findMentions } from "./mentions.ts";
import { asOrgKind, isCluster, readOutside } from "./org-kind.ts";
import { readExisting } from "./organisation/existing.ts";
import { type Relations, readRelations } from "./relations/relations.ts";
import type { Share } from "./relations/statements.ts";
import { readSupport } from "./support/support.ts";
import { aboutTheTeam, readDuration, readTask, readTaskEnded } from "./task.ts";
import { workedOut } from "./worked-out.ts";

/** Full members a branch needs. */
const BRANCH_MINIMUM = 3;

/** The facts about an organisation that a text states. */
export interface Facts {
	/** Only slots that the text states. */
	readonly slots: Partial<Profile>;
	readonly approximate: readonly Slot[];
	/** Members are spoken of, with or without a number. */
	readonly mentionsMembers: boolean;
	/** Members are counted, though the number may be open. */
	readonly counted: boolean;
}

/**
 * Reads every slot of the decision table from a readable text (see `readable`).
 * `supportAsked`: the question of support is open, so a bare 隔壁公司 answers it.
 */
export function readFacts(said: string, supportAsked: boolean): Facts {
	const worked = workedOut(said);
	const text = aboutTheTeam(worked);
	const tokens = lex(text);
	const existing = readExisting(text);
	const task = readTask(text, existing);
	// 专班从四家企业抽了10名: the body's own, wherever they come from.
	const mentions = findMentions(tokens).map((one) =>
		task === "adhoc" && one.scope === "all" && !one.each
			? { ...one, scope: "own" as const, firms: null }
			: one,
	);
	const relations = readRelations(text, mentions);
	const counted = mentions.filter((mention) => !relations.parts.has(mention));
	const context = { existing, text, units: task === null ? unitsNamed(tokens) : 0 };
	const apart = resolveCounts(counted, context);
	// 没有一个党员的关系在这，四个都转不过来: the only count there is.
	const counts = apart.counted || relations.parts.size === 0 ? apart : resolveCounts(mentions, context);
	const cluster = existing === null || existing === "none" ? isCluster(text) : false;
	const duration = readDuration(text, tokens, task, existing);
	const ended = readTaskEnded(text, existing);
	const support = readSupport(text, supportAsked);

	const stated = cluster && counts.sum !== null ? counts.sum : counts.full;
	// 关系在这里的三名，另有两名挂在老家: together they are the members.
	const apartHere =
		relations.here !== null && relations.here === stated && typeof relations.elsewhere === "number";
	const full = apartHere && relations.further ? relations.here + (relations.elsewhere as number) : stated;
	// 邻居都没党员，协会愿意收: how many the neighbours have plays no part.
	const apartFromThem =
		counts.joint === full &&
		support !== null &&
		support.length > 0 &&
		!support.includes("area") &&
		existing !== "joint";
	const joint = cluster || apartFromThem ? null : counts.joint;
	const slots: { -readonly [key in Slot]?: Profile[key] } = {};
	const orgKind = asOrgKind(readOutside(worked), cluster);
	if (orgKind) slots.orgKind = orgKind;
	if (task) slots.task = task;
	if (existing) slots.existing = existing;
	if (full !== null) slots.fullMembers = full;
	if (counts.probationary !== null) slots.probationary = counts.probationary;
	const elsewhere = elsewhereOf(relations, full);
	// 关系不全在这: how many members are here decides, so they are asked for.
	if (elsewhere === "open") {
		if (task === null) delete slots.fullMembers;
	} else if (elsewhere !== null) slots.relationElsewhere = elsewhere;
	if (relations.transferable !== null) slots.transferable = relations.transferable;
	if (duration !== null) slots.durationMonths = duration;
	if (support !== null) slots.support = support;
	if (joint !== null) slots.jointFull = joint;
	if (ended !== null) slots.taskEnded = ended;
	return {
		slots,
		approximate: full !== null && counts.approximate ? ["fullMembers"] : [],
		mentionsMembers: /党员/.test(text),
		counted: counts.counted,
	};
}

/** 三家公司, 十几家商户: how many units stand side by side. */
function unitsNamed(tokens: readonly Token[]): number {
	return tokens.reduce((most, token, index) => {
		const count = token.kind === "firms" ? (tokens[index - 1]?.high ?? 0) : 0;
		return Number.isFinite(count) ? Math.max(most, count) : 99;
	}, 0);
}

/** Bounds of the number of members a share stands for, of `full` members. */
function boundsOf(share: Share, full: number): Bounds {
	const rest = Math.max(1, full - 1);
	if (share === "few") return { low: 1, high: Math.min(2, rest) };
	if (share === "most" || share === "some")
		return { low: share === "most" ? Math.floor(full / 2) + 1 : 1, high: rest };
	return { low: Math.floor(full * share.of), high: Math.ceil(full * share.of) };
}

/**
 * Full members whose relation is elsewhere, as a number; null when nothing was said or it
 * cannot be computed, "open" when the share that was named could decide either way.
 */
function elsewhereOf({ elsewhere, here }: Relations, full: number | null): number | "open" | null {
	if (elsewhere === "all") return full;
	if (typeof elsewhere === "number") return full === null ? elsewhere : Math.min(elsewhere, full);
	if (elsewhere === null) return here !== null && full !== null && here <= full ? full - here : null;
	if (full === null) return null;
	const { low, high } = boundsOf(elsewhere, full);
	if (full < BRANCH_MINIMUM || full - high >= BRANCH_MINIMUM) return low;
	return full - low < BRANCH_MINIMUM ? high : "open";
}
