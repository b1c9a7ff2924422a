import { clauseBefore } from "./clause.ts";
import type { Mention } from "./mentions.ts";
import { OTHERS } from "./parties.ts";
import { PERSON } from "./persons.ts";

/** What is known of the text when its counts are read. */
export interface CountContext {
	/** An organisation that exists already: a bare count then means its members. */
	readonly existing: string | null;
	readonly text: string;
	/** How many units side by side are named (三家公司); 0 when none are. */
	readonly units: number;
}

/** Roles that are Party members. */
export type MemberRole = "member" | "full" | "probationary";
/** A count of Party members. */
export type MemberCount = Mention & { readonly role: MemberRole };

/** 我们跟隔壁, 隔壁两家跟我们, 对门三家加我们: the asker's unit and those others. */
const WE_AND_OTHERS =
	/(?:我们|我司|咱们?|本公司|我)(?:这?家|公司|厂|店)?(?:跟|和|与|同|加上?)[^,。]{1,10}$|(?:跟|和|与|同|加上?)(?:我们|我司|咱们?|本公司|我家?)(?:这?家|公司|厂|店)?[^,。]{0,3}$|(?:^|[,。])(?:跟|和|与|同|连)[^,。]{1,10}(?:凑|合|加|总共|一共|共|才)[^,。]{0,5}$/;
/** 算上我们的1名，同楼三家共有: the asker is in the sum. */
const WITH_US = /(?:算上|加上|连|含|包括)我们[^。]{0,16}$/;

/** Whether a count is of the asker's unit and others together. */
export function countsWeAndOthers({ start }: Mention, text: string): boolean {
	return WE_AND_OTHERS.test(text.slice(Math.max(0, start - 20), start));
}

/** 除了我还有, 我和另外: the speaker is not in the number. */
const PLUS_ME =
	/(?:除了?我(?:自己|本人)?(?:之外|以外|外)?|[算加]我一个|(?:不算|不包括|不含)我(?:自己|本人)?|我(?:自己)?(?:跟|和|与|加上?)(?:另外|其他|另|还有|其余)?(?:的)?)(?:,)?(?:公司|店里|厂里|我们)?(?:里)?(?:还|另外|另)*(?:有)?(?:另外)?$/;

const IS_SOMEWHERE = /^(?:的)?(?:关系)?(?:都|也)?(?:还|仍)?(?:都)?(?:在|没|挂|留|放|转|正在|办)/;

/** The counts that are about Party members, with whose and when settled from the words around them. */
export function memberCounts(all: readonly Mention[], context: CountContext): MemberCount[] {
	const { text } = context;
	const counts = all.flatMap((mention): MemberCount[] => {
		// 以为有4名党员，一核对里面2名是积极分子: those are fewer.
		const supposed = all.filter((m) => m.start < mention.start).at(-1);
		if (mention.role === "applicant" && mention.part === "among" && supposed?.time === "past")
			return [{ ...mention, role: "member", time: "left" }];
		const role = roleIn(mention, all, context);
		if (role === null) return [];
		// 除了我还有两名, 我和另外三个: the speaker comes on top.
		const me = isWithoutSpeaker(mention, text) ? 1 : 0;
		// 加上刚转来的2名: they are here now.
		const time = mention.part === "besides" && mention.time !== "left" ? "now" : mention.time;
		const scope = mention.each && mention.part === "besides" ? "other" : mention.scope;
		// 三家店在一个院里，各有一个: the units were named before.
		const firms =
			mention.each && mention.firms === null && context.units >= 2 ? context.units : mention.firms;
		const theirs = scope === "own" && !mention.ours && isSaidOfOthers(mention, all, text) ? "other" : scope;
		// 我们这边又转来两名，一共4名了: still ours.
		const last = all.findLast((one) => one.start < mention.start);
		if (mention.total && mention.firms === null && last?.ours && last.time === "joined")
			return [{ ...mention, role, scope: "own" as const, ours: true, total: false, current: true }];
		const each = mention.each || /都(?:是|有|只有)?$/.test(text.slice(0, mention.start));
		// 三家同行各有一名，我也一名: they and the asker.
		if (each && scope === "all" && !mention.ours && ME_TOO.test(text.slice(mention.end)))
			return [{ ...mention, role, time, scope: "other", firms }];
		if (
			mention.total &&
			(mention.scope === "other" || NEAR_US.test(text.slice(0, mention.start))) &&
			(countsWeAndOthers(mention, text) || WITH_US.test(text.slice(0, mention.start)))
		)
			return [{ ...mention, role, time, scope: "all" as const, ours: false }];
		if (each && countsWeAndOthers(mention, text)) {
			const others = mention.firms ?? unitsListed(text, mention.start);
			return [{ ...mention, role, each, scope: "all" as const, firms: others + 1 }];
		}
		return [{ ...mention, role, time, scope: theirs, firms, low: mention.low + me, high: mention.high + me }];
	});
	// 替我老公的公司问，他们三个党员: the asker speaks for them.
	const onBehalf = ON_BEHALF.test(text) && counts.every((count) => count.scope === "other");
	if (onBehalf) return counts.map((count) => ({ ...count, scope: "own" as const }));
	// 同楼三家公司各1名: the asker's is one of them.
	const amongThem = SAME_PLACE.test(text) && counts.every(({ scope, each }) => scope === "other" && each);
	if (amongThem) return counts.map((count) => ({ ...count, scope: "all" as const }));
	return counts.map((count, index) =>
		isSumOf(count, counts.slice(0, index)) ? { ...count, scope: "all", total: true } : count,
	);
}

/** 隔壁1个加我们1个，才两个党员: the sum of what was counted before it, ours and others'. */
function isSumOf(count: MemberCount, before: readonly MemberCount[]): boolean {
	if (count.ours || count.each || count.scope !== "own" || count.low !== count.high) return false;
	const others = before.filter(({ scope }) => scope === "other");
	const sum = before.reduce((all, one) => all + one.low * (one.each ? (one.firms ?? 1) : 1), 0);
	return (
		others.length > 0 &&
		others.length < before.length &&
		!before.some(({ time }) => time !== "now") &&
		sum === count.low
	);
}

/** 隔壁大厂有党委，党员三百多，我们只有1名: the clause goes on about those of the clause before. */
function isSaidOfOthers(mention: Mention, all: readonly Mention[], text: string): boolean {
	if (!all.some((one) => one.ours && one !== mention && one.role !== "staff" && one.role !== "applicant"))
		return false;
	const before = text.slice(0, mention.start).split("。").at(-1)?.split(",") ?? [];
	const subject = before.at(-2) ?? "";
	return OTHERS_HAVE.test(subject) && !/我|咱|本/.test(subject + before.at(-1));
}
const OTHERS_HAVE = new RegExp(`^(?:${OTHERS}|龙头)[^,]*(?:有|是|做|设)`);

/** 理发店、药店和我们面馆各一名: so many stand beside us. */
function unitsListed(text: string, at: number): number {
	return Math.max(1, clauseBefore(text, at).match(/、|[和跟与]/g)?.length ?? 1);
}

/** 周边商户加我们: others stand in the same clause. */
const NEAR_US = new RegExp(`(?:${OTHERS}|另[外一])[^,。]*$`);
/** 我也一名, 我们家也有1个 */
const ME_TOO =
	/^[^。]{0,12}(?:我|咱|本)(?:们)?(?:这?[家边店厂儿里]|公司|自己)?也(?:是|有|就|只)*[一二两\d][个名位]/;

const SPEAKER_IS_MEMBER = new RegExp(
	`(?:^|[,。])(?:老板)?${PERSON}(?:自己|本人)?(?:就|也)?是(?:个|名|一名)?(?:老板|店主|负责人|法人)?,?(?:正式)?党员`,
);

/** 除了我还有两名; 我是党员，手下还有两个: the speaker comes on top. */
function isWithoutSpeaker(mention: Mention, text: string): boolean {
	const before = text.slice(0, mention.start);
	if (PLUS_ME.test(before.slice(-14))) return true;
	const further =
		mention.part === "besides" ||
		mention.time === "joined" ||
		/(?:手下|底下|其他|别的|店里|公司)(?:还)?(?:有)?$/.test(before);
	return further && !mention.total && SPEAKER_IS_MEMBER.test(before);
}

/** 同楼三家 */
const SAME_PLACE = /同(?:一)?(?:个)?[楼层街园院栋场]/;
const ON_BEHALF = /(?:替|帮|代|给|为)[^,。]{1,12}(?:问|咨询|打听|了解|打探)/;

const ALL_ARE = /^,(?:人人|个个)?(?:都|全|均|清一色)(?:部|都)?(?:是|为)?(?:正式|中共)?的?党员/;

/** Without a word of the Party: 我家2个，对门4个，干脆一起建. */
const FORMING = /建|挂[靠到在]|联合|编[入到]/;

const BY_ITSELF = /(?:自己|单独|独立)建(?!筑|材|的)/;

/** What a count means in its context, or null when it is not about members. */
function roleIn(mention: Mention, all: readonly Mention[], context: CountContext): MemberRole | null {
	if (mention.role === "staff" || mention.role === "applicant") return null;
	// 就4个人，清一色正式党员
	if (mention.human && ALL_ARE.test(context.text.slice(mention.end))) return "full";
	if (mention.role !== "people") return mention.role;
	const before = context.text.slice(0, mention.start);
	const clause = clauseBefore(context.text, mention.start);
	if (
		mention.human &&
		!(mention.total && /党员/.test(before) && !/员工|职工|公司|单位/.test(clause)) &&
		!/支部|总支|党委|党员|我$/.test(clause) &&
		!(mention.time === "left" && (context.existing || mention.part === "among")) &&
		!(mention.current && context.existing)
	)
		return null;
	const earlier = all.filter((m) => m.start < mention.start && m.role !== "people").at(-1);
	const sameSentence =
		earlier !== undefined && !context.text.slice(earlier.end, mention.start).includes("。");
	if (sameSentence && earlier.role === "staff" && !/党员|支部|总支|党委/.test(clause) && !mention.each) {
		const members = /党员|正式|支部/.test(before);
		if (!members) return null;
	}
	if (earlier?.role === "applicant" && !(mention.total && /党员/.test(clause))) return null;
	// 其余两名还在老家: where those counted before are.
	const rest = mention.part === "besides" || /(?:剩下?|其余|其他|余下)(?:的|着)?$/.test(before);
	if (
		rest &&
		IS_SOMEWHERE.test(context.text.slice(mention.end)) &&
		!/^[^,。、]{0,6}(?:上班|工作|干活)/.test(context.text.slice(mention.end)) &&
		/关系/.test(before)
	)
		return null;
	if (/党员|支部|总支|党委|正式|预备/.test(before)) return "member";
	// 就俩，都是正式党员; 不是两个是三个…能建支部吗; 我所2名，对门1名，一块儿建: the noun comes later or never.
	if (mention.each && /^[^。]{0,12}(?:正式|党员)/.test(context.text.slice(mention.end))) return "member";
	// 我们3名，楼上1名党员
	if (mention.ours && all.some((m) => m.scope === "other" && (m.role === "member" || m.role === "full")))
		return "member";
	if (all.some((m) => m.role !== "people" && m.role !== "staff")) return null;
	const persons = /名|俩|仨/.test(context.text.slice(mention.start, mention.end));
	const sided = mention.ours || mention.scope === "other";
	const forming = (FORMING.test(context.text) && (persons || sided)) || BY_ITSELF.test(context.text);
	return forming || (persons && sided) || /支部|党组织|党员|转正|正式的/.test(context.text) ? "member" : null;
}
