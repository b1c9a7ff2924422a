import { absences } from "./absence.ts";
import { keepAccount } from "./account.ts";
import { inBand } from "./bounds.ts";
import type { Mention } from "./mentions.ts";
import { namedMembers } from "./persons.ts";
import { isUncertain } from "./uncertain.ts";

/** How many members the asker has, as far as the text says. */
export interface Counts {
	readonly full: number | null;
	readonly probationary: number | null;
	/** Full members of all units together, asker included. */
	readonly joint: number | null;
	/** `full` was read from vague wording. */
	readonly approximate: boolean;
	/** Sum over a park's units when it asks for all of them; null when no sum was given. */
	readonly sum: number | null;
	/** Several units are spoken of. */
	readonly several: boolean;
}

const WE_AND_OTHERS =
	/(?:我们|我司|咱们?|俺们?|本公司)(?:家|公司|厂|店)?(?:跟|和|与|同)[^,。]{1,8}(?:各|都|每家)/;
/** 除了我还有, 我和另外: the speaker is not in the number. */
const PLUS_ME =
	/(?:除了?我(?:自己|本人)?(?:之外|以外|外)?|(?:不算|不包括|不含)我(?:自己|本人)?|我(?:自己)?(?:跟|和|与|加上?)(?:另外|其他|另|还有|其余)?(?:的)?)(?:,)?(?:公司|店里|厂里|我们)?(?:里)?(?:还|另外|另)?(?:有)?(?:另外)?$/;

interface Context {
	/** An organisation that exists already: a bare count then means its members. */
	readonly existing: string | null;
	readonly text: string;
}

/** Turns the counts found in the text into the asker's numbers. */
export function resolveCounts(all: readonly Mention[], context: Context): Counts {
	const { text } = context;
	const mentions = all.flatMap((mention) => {
		const role = meaning(mention, all, context);
		if (role === null) return [];
		// 除了我还有两名, 我和另外三个: the speaker comes on top.
		const me = PLUS_ME.test(text.slice(Math.max(0, mention.start - 14), mention.start)) ? 1 : 0;
		// 加上刚转来的2名: they are here now.
		const time = mention.part === "besides" && mention.time === "joined" ? "now" : mention.time;
		const scope = mention.each && mention.part === "besides" ? "other" : mention.scope;
		// 我们跟隔壁各有2名: two units, the asker's among them.
		if (
			mention.each &&
			scope === "other" &&
			WE_AND_OTHERS.test(text.slice(Math.max(0, mention.start - 16), mention.start))
		) {
			return [{ ...mention, role, scope: "all" as const, firms: 2 }];
		}
		return [{ ...mention, role, time, scope, low: mention.low + me, high: mention.high + me }];
	});
	const none = absences(text);
	const several =
		mentions.some((m) => m.each || m.scope !== "own") ||
		/(?:[两三四五六七八九十几多]|\d)(?:多)?家(?!庭|政|具)/.test(text);
	const isJointTotal = (m: Mention) =>
		!m.each &&
		m.scope !== "other" &&
		!(m.ours && m.firms === null) &&
		(m.total || m.firms !== null) &&
		(several || context.existing === "joint");
	const jointTotal = mentions.filter((m) => isJointTotal(m) && m.role !== "probationary").at(-1) ?? null;
	const own = mentions.filter((m) => m.scope !== "other" && m !== jointTotal);
	// 另外四家各1名: those are the others.
	const others = mentions.filter((m) => m.scope === "other" && m.time === "now");

	const person = isUncertain(text) ? { full: null, probationary: null } : keepAccount(own, text);
	let full = person.full;
	let probationary = person.probationary;
	if (none.full && full === null) full = { low: 0, high: 0 };
	if (none.probationary && probationary === null) probationary = 0;
	if (
		none.member &&
		(full === null || none.last > (own.at(-1)?.start ?? -1)) &&
		!own.some((m) => m.current && m.start > none.last)
	) {
		full = { low: 0, high: 0 };
	}
	const named = full === null && !isUncertain(text) ? namedMembers(text) : null;
	if (named !== null) full = { low: named, high: named };
	if (full === null && probationary === null && none.onlyMe) full = { low: 1, high: 1 };
	if (full === null && probationary !== null && probationary > 0 && !none.hasFull) full = { low: 0, high: 0 };

	const value = full === null ? null : inBand(full);
	const eachOwn = own.find((m) => m.each && m.firms !== null);
	const othersSum = others.reduce((sum, m) => sum + m.low * (m.each ? (m.firms ?? 1) : 1), 0);
	let joint: number | null = null;
	if (jointTotal) joint = inBand(jointTotal);
	else if (eachOwn && eachOwn.low === eachOwn.high) joint = eachOwn.low * (eachOwn.firms ?? 1);
	else if (others.length > 0 && value !== null) joint = value + othersSum;
	else if (none.other && value !== null) joint = value;
	else if (context.existing === "joint" && none.othersGone && value !== null) joint = value;
	if (joint !== null && eachOwn && others.length > 0 && !jointTotal) joint += othersSum;
	return {
		full: value,
		probationary,
		joint,
		approximate: full !== null && full.low !== full.high,
		sum: jointTotal ? joint : eachOwn ? joint : value,
		several,
	};
}

const IS_SOMEWHERE = /^(?:的)?(?:关系)?(?:都|也)?(?:还|仍)?(?:都)?(?:在|没|挂|留|放|转)/;

/** What a count means in its context, or null when it is not about members. */
function meaning(mention: Mention, all: readonly Mention[], context: Context): Mention["role"] | null {
	if (mention.role === "staff" || mention.role === "applicant") return null;
	if (mention.role !== "people") return mention.role;
	const before = context.text.slice(0, mention.start);
	const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf("。")) + 1);
	if (
		mention.human &&
		!/支部|总支|党委|党员|我$/.test(clause) &&
		!(mention.time === "left" && context.existing) &&
		!(mention.current && context.existing)
	)
		return null;
	const earlier = all.filter((m) => m.start < mention.start && m.role !== "people").at(-1);
	if (earlier?.role === "staff" && !/党员|支部/.test(clause) && !mention.each) {
		const members = /党员|正式|支部/.test(before);
		if (!members) return null;
	}
	if (earlier?.role === "applicant" && !(mention.total && /党员/.test(clause))) return null;
	// 其余两名还在老家: where those counted before are.
	if (mention.part === "besides" && IS_SOMEWHERE.test(context.text.slice(mention.end)) && /关系/.test(before))
		return null;
	if (/党员|支部|总支|党委|正式|预备/.test(before)) return "member";
	// 就俩，都是正式党员: the noun comes later.
	return /^[^。]{0,12}(?:正式|党员)/.test(context.text.slice(mention.end)) && mention.each ? "member" : null;
}
