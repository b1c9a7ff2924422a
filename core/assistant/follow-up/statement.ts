import type { AskableSlot, Profile, Slot } from "../../formation/profile.ts";
import { SLOTS } from "../../formation/profile.ts";
import { readFacts } from "../understand/facts.ts";
import { readBareAnswer } from "../understand/pending.ts";
import { ASKS_HOW } from "./counts.ts";

/** What a continuing message states. */
export interface Statement {
	readonly slots: Partial<Profile>;
	readonly approximate: readonly Slot[];
}

/** What stands around a number that is said by itself: 如果是60个呢, 加上我一共5个. */
const BEFORE_NUMBER =
	/^(?:那|那么|如果|要是|假如|假设|就|就是|是|有|只有|一共|总共|共|合计|其实|加上我(?:自己)?|连我|算上我|正式党员|党员|,)+/;
const AFTER_NUMBER = /(?:的话|呢|吧|啊|了|怎么办|咋办|怎么样|,?(?:而)?不是.{1,4}[个名位人])*[?？。,]*$/;

/** Reads a number said by itself as the number of full members, when facts are known already. */
export function readBareCount(text: string): Statement | null {
	const bare = text.replace(BEFORE_NUMBER, "").replace(AFTER_NUMBER, "");
	if (bare === "" || bare.length > 6 || !/^[\d零一二两三四五六七八九十百俩仨]/.test(bare)) return null;
	return readBareAnswer(bare, "fullMembers");
}

/** 都是正式的, 都是预备: which kind the known members are. */
export function readSplit(text: string, known: Partial<Profile>): Statement | null {
	const full = known.fullMembers ?? null;
	if (full === null) return null;
	const all = full + (known.probationary ?? 0);
	if (/^(?:不是正式(?:党员|的)?[,，]?)?(?:他们|这些人?)?(?:都|全|全部)?是?预备(?:党员)?(?:的)?$/.test(text)) {
		return { slots: { fullMembers: 0, probationary: all }, approximate: [] };
	}
	if (/^(?:他们|这些人?)?(?:都|全|全部)?是?(?:正式(?:党员)?(?:的)?|转正了?的?)$/.test(text)) {
		return { slots: { fullMembers: all, probationary: 0 }, approximate: [] };
	}
	return null;
}

const CORRECTS =
	/^(?:[,。、 ]|不是的?|不对|不,|说错了?|错了|我?(?:说|记|算|写)错了?|更正(?:一下)?|改成|改为|改一下|换成|应该是|应该|应为|其实是?|准确(?:说|地说)是?|我是说|实际上?是?|是|有|只有|只是|才|就|那就)+/;

/**
 * Reads a correction: 改成2名, 说错了，是2个预备, 其实只有一个正式的. Only what is
 * named is changed.
 */
export function readCorrection(text: string, known: Partial<Profile>): Statement | null {
	const match = CORRECTS.exec(text);
	if (!match || !/不|错|改|更正|换|应|其实|准确|实际|是说/.test(match[0])) return null;
	const rest = text.slice(match[0].length);
	if (/^(?:为了|为)?(?:一个)?(?:项目|工程|工地|专班|突击队|临时的?|短期)/.test(rest)) {
		return /不是/.test(match[0])
			? { slots: { task: "standing" }, approximate: [] }
			: readStatement(rest, known);
	}
	for (const slot of ["fullMembers", "durationMonths"] as const satisfies readonly AskableSlot[]) {
		const timed = /月|年|天|周/.test(rest);
		if (timed !== (slot === "durationMonths")) continue;
		const bare = readBareAnswer(rest, slot);
		if (bare) return bare;
	}
	const statement = readStatement(rest, known);
	if (!statement) return null;
	// 是2个预备 says nothing about the full members.
	if (/预备/.test(rest) && !/正式|(?<!预备)党员/.test(rest)) {
		const { fullMembers: _full, ...slots } = statement.slots;
		return Object.keys(slots).length > 0 ? { ...statement, slots } : null;
	}
	return statement;
}

/**
 * Reads a message that adds to what was said: 组织关系都不在这里, 社区愿意接收.
 * The known members are put in front, so that 都 and 其中 have something to refer to;
 * only what differs from the known facts counts.
 */
export function readStatement(text: string, known: Partial<Profile>): Statement | null {
	if (ASKS_HOW.test(text)) return null;
	const full = known.fullMembers ?? null;
	const alone = readFacts(text, false);
	const counted = alone.slots.fullMembers !== undefined || alone.slots.probationary !== undefined;
	const facts = full === null || counted ? alone : readFacts(`${full}名正式党员,${text}`, false);
	const slots = Object.fromEntries(
		SLOTS.flatMap((slot) => {
			const value = facts.slots[slot];
			if (value === undefined || value === null) return [];
			return String(value) === String(known[slot] ?? "") && !Array.isArray(value)
				? []
				: [[slot, value] as const];
		}),
	) as Partial<Profile>;
	if (Object.keys(slots).length === 0) return readKind(text);
	return { slots, approximate: facts.approximate.filter((slot) => slot in slots) };
}

/** 我们是社会组织, 民办学校: nothing new for the table, but an answer to an assumption. */
function readKind(text: string): Statement | null {
	const kind =
		/^(?:我们|我|俺们|咱们|这里)?(?:就?是|属于|算)?(?:一?家|个)?.{0,4}(?:公司|企业|社会组织|社会团体|基金会|协会|商会|民办学校|民办幼儿园|民营医院|工厂|律所|诊所|养老院|个体户|个体工商户)(?:的|啊|呢)?[。.]?$/;
	return kind.test(text) ? { slots: { orgKind: "two-new" }, approximate: [] } : null;
}
