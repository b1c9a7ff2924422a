import { absences } from "./absence.ts";
import type { Mention } from "./mentions.ts";

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
	const own = mentions.filter((m) => m.scope !== "other" && m !== jointTotal && !repeatsSum(m, mentions));
	// 另外四家各1名: those are the others.
	const others = mentions.filter((m) => m.scope === "other" && m.time === "now");

	const person = ownCount(own, text);
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
	if (full === null && probationary === null && none.onlyMe) full = { low: 1, high: 1 };
	if (full === null && probationary !== null && probationary > 0 && !none.hasFull) full = { low: 0, high: 0 };

	const value = full === null ? null : inBand(full.low, full.high);
	const eachOwn = own.find((m) => m.each && m.firms !== null);
	const othersSum = others.reduce((sum, m) => sum + m.low * (m.each ? (m.firms ?? 1) : 1), 0);
	let joint: number | null = null;
	if (jointTotal) joint = inBand(jointTotal.low, jointTotal.high);
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
	if (earlier?.role === "applicant" && !mention.total) return null;
	if (/党员|支部|总支|党委|正式|预备/.test(before)) return "member";
	// 就俩，都是正式党员: the noun comes later.
	return /^[^。]{0,12}(?:正式|党员)/.test(context.text.slice(mention.end)) && mention.each ? "member" : null;
}

/** 党员2名，预备3名，加起来5名: the sum says nothing new. */
function repeatsSum(mention: Mention, mentions: readonly Mention[]): boolean {
	if (!mention.total || mention.current) return false;
	const before = mentions.filter(
		(m) => m.start < mention.start && m.scope === "own" && m.time === "now" && !m.each,
	);
	return (
		before.length >= 2 || (before.length === 1 && before[0]?.role !== "member" && mention.role === "member")
	);
}

interface Bounds {
	readonly low: number;
	readonly high: number;
}

/** Numbers of full and probationary members of the asker's own unit. */
function ownCount(
	own: readonly Mention[],
	text: string,
): { full: Bounds | null; probationary: number | null } {
	const lastCurrent = own
		.filter((m) => m.current && m.time === "now" && m.part === null && m.role !== "probationary")
		.at(-1);
	const considered = lastCurrent
		? own.filter(
				(m) =>
					m === lastCurrent ||
					m.role === "probationary" ||
					(m.start > lastCurrent.start && m.time === "now") ||
					(m.role !== lastCurrent.role && m.time === "now" && m.role !== "member"),
			)
		: own;
	const now = considered.filter((m) => m.time === "now");
	const members = now.filter((m) => m.role === "member" && m.part !== "among");
	const among = now.filter((m) => m.role === "member" && m.part === "among");
	const fulls = now.filter((m) => m.role === "full");
	const probationaries = now.filter((m) => m.role === "probationary");
	if (isUncertain(text)) return { full: null, probationary: null };
	const moved = lastCurrent ? null : delta(own);
	const probation = probationaries[0];
	const probationary = probation ? probation.low : null;
	if (fulls.length > 0 && moved === null) {
		const full = sumOf(fulls);
		const total = members[0];
		const rest = total && total.low > full.low && total.low === total.high ? total.low - full.low : null;
		return { full, probationary: probationary ?? (rest !== null && sharesOne(text) ? rest : null) };
	}
	const base =
		moved ??
		(members.length > 0
			? (sumOfParts(members, text) ?? sumOf(members))
			: among[0]
				? sumOf(among.slice(0, 1))
				: null);
	if (base === null) return { full: null, probationary };
	if (
		/(?:全|都)(?:部|都)?(?:是|还是|为|还)?(?:在)?(?:预备|没转正|未转正|没有转正)/.test(text) &&
		!/不(?:全|都)/.test(text)
	) {
		return { full: { low: 0, high: 0 }, probationary: base.low };
	}
	if (/一半(?:还|都)?(?:是)?(?:没|未|预备|没有)/.test(text)) {
		const half = Math.floor(base.low / 2);
		return { full: { low: base.low - half, high: base.low - half }, probationary: half };
	}
	if (!probation || members[0] === undefined) return { full: base, probationary };
	if (probation.part === "besides") return { full: base, probationary };
	const rest = { low: base.low - probation.low, high: base.high - probation.low };
	if (rest.low < 0) return { full: base, probationary };
	if (probation.part === "among" || isSubset(text, probation)) return { full: rest, probationary };
	// 3名党员，1名预备党员 can be read both ways: ask where that decides.
	if (base.low >= 3 && rest.low < 3) return { full: { low: rest.low, high: base.low }, probationary };
	return { full: rest, probationary };
}

/** 有2个还是预备, 1名没转正: said of those counted before. */
function isSubset(text: string, probation: Mention): boolean {
	const phrase = text.slice(Math.max(0, probation.start - 3), probation.end);
	return /是|还|没|未|有|期/.test(phrase);
}

/** The text splits one count into kinds: 5名党员，3名正式. */
function sharesOne(text: string): boolean {
	return /其中|里面|里头|当中/.test(text) || /党员.{0,8}[,、]?.{0,6}正式/.test(text);
}

/** 可能三个可能四个, 人数不确定: no number to go by. */
function isUncertain(text: string): boolean {
	return (
		/(?:好像|似乎|貌似|听说)(?:有|是|也是)?.{0,8}党员|党员.{0,10}(?:也|还)不(?:太)?确定/.test(text) ||
		/(?:党员|人数|数量|几个|几名|具体|多少)(?:的)?(?:数量|人数|数|个|名)?(?:还|也)?(?:不(?:太|大|是很)?(?:确定|清楚|知道)|说不准|没数过|没统计|记不清|拿不准|没细数)/.test(
			text,
		) ||
		/(?:也|还|或者|又|要么)可能(?:就|是|有|才|只)*(?:[一二两三四五六七八九十俩仨\d])|(?:得|要|先)(?:回去|再)?(?:问问|数数|数一数|统计一下|核实|确认一下|查一下)/.test(
			text,
		) ||
		/(?:可能|也许|好像).{0,6}(?:可能|也许|或者|还是).{0,5}[个名]/.test(text)
	);
}

/** 研发部4名党员、市场部2名党员: parts of one unit add up. */
function sumOfParts(members: readonly Mention[], text: string): Bounds | null {
	const parts = members.filter((m) =>
		/(?:部|科|车间|[班小]组|门店|分店|分公司|办公室|生产线|队|校区|院区|总部|厂区|仓库|中心)(?:里|有|共|的|党员|正式|:)*$/.test(
			text.slice(Math.max(0, m.start - 8), m.start),
		),
	);
	if (parts.length < 2) return null;
	return { low: parts.reduce((sum, m) => sum + m.low, 0), high: parts.reduce((sum, m) => sum + m.high, 0) };
}

/** A later 现在 replaces, 另有 adds, else the first count holds. */
function sumOf(mentions: readonly Mention[]): Bounds {
	const current = mentions.filter((m) => m.current).at(-1);
	const vague = current ?? mentions[0];
	// 超过百名了，120名: the exact number explains the vague one.
	const exact = mentions.find(
		(m) => vague && vague.low !== vague.high && m.low === m.high && m.low >= vague.low,
	);
	const first = exact ?? vague;
	let low = first?.low ?? 0;
	let high = first?.high ?? 0;
	for (const mention of mentions) {
		if (mention !== first && mention.part === "besides" && mention.start > (first?.start ?? 0)) {
			low += mention.low;
			high += mention.high;
		}
	}
	return { low, high };
}

/** 原有5名，走了3名, 又来了2名: before, minus those who left, plus those who came. */
function delta(own: readonly Mention[]): Bounds | null {
	const changes = own.filter((m) => m.time === "left" || m.time === "joined");
	const first = changes[0];
	if (!first) return null;
	const base = own.filter(
		(m) =>
			m.start < first.start &&
			(m.role === "member" || m.role === "full") &&
			m.time !== "left" &&
			m.time !== "joined",
	)[0];
	if (!base) return null;
	let { low, high } = base;
	for (const change of changes) {
		if (change.role === "probationary") continue;
		const sign = change.time === "left" ? -1 : 1;
		low += sign * change.low;
		high += sign * change.high;
	}
	return low < 0 ? null : { low, high };
}

/** One value that decides like every number of the range, or null when the range crosses a threshold. */
export function inBand(low: number, high: number): number | null {
	if (low === high) return low;
	const band = (value: number) => (value < 3 ? 0 : value < 50 ? 1 : value < 100 ? 2 : 3);
	if (band(low) !== band(high)) return null;
	return low === 0 ? Math.min(1, high) : low;
}
