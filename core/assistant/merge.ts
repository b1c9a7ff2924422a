import type { Profile, Slot } from "../formation/profile.ts";
import { SLOTS } from "../formation/profile.ts";
import type { Conversation } from "./types.ts";

/** What a message stated about the organisation. */
export interface Stated {
	readonly slots: Partial<Profile>;
	/** Slots among them that were only said roughly. */
	readonly approximate: readonly Slot[];
	/** The message spoke of full against probationary members. */
	readonly splitStated: boolean;
}

/** Adds what was stated to what was known; the latest statement wins and everything after it is recomputed. */
export function mergeFacts(conversation: Conversation, stated: Stated): Conversation {
	const slots = SLOTS.filter((slot) => stated.slots[slot] !== undefined && stated.slots[slot] !== null);
	const profile: Partial<Profile> = { ...conversation.profile };
	for (const slot of slots) Object.assign(profile, { [slot]: stated.slots[slot] });
	// Fewer members than relations elsewhere: the older statement cannot hold any more.
	const { fullMembers, relationElsewhere } = profile;
	const contradiction =
		typeof fullMembers === "number" &&
		typeof relationElsewhere === "number" &&
		relationElsewhere > fullMembers &&
		!slots.includes("relationElsewhere");
	if (contradiction) Object.assign(profile, { relationElsewhere: fullMembers });
	return {
		...conversation,
		profile,
		approximate: [
			...conversation.approximate.filter((slot) => !slots.includes(slot)),
			...slots.filter((slot) => stated.approximate.includes(slot)),
		],
		splitStated:
			slots.includes("probationary") ||
			stated.splitStated ||
			(conversation.splitStated && !slots.includes("fullMembers")),
	};
}

/** Words that continue what was said before: a supposition, a correction, an addition. */
const CONTINUES =
	/^[\s，。,.]*(那|那么|要是|如果|假如|假设|万一|不是|不对|不，|其实|更正|改|应该是|说错|错了|另外|还有|再|又|现在|对了|哦|噢|啊|嗯)|再来|再有|再多|又来|又有|多了|少了|改成|变成|转正|说错|算错|记错/;
/** Turns to a different organisation. */
export const ANOTHER = /^[\s，。,.]*(?:那|那么|还有)?(?:另外?|再|换|还有)一家|^[\s，。,.]*(?:别家|别的单位)/;
/** Names the organisation that is spoken of, as a new story does. */
const INTRODUCES =
	/(我们|我|俺|咱|你好|请问|一家|一个|某|另一|别的|有家|有个|这家|我家)?[^，。]{0,8}(公司|企业|厂|店|协会|商会|学校|幼儿园|诊所|医院|律所|事务所|机构|合作社|基金会|养老院|工作室|园区|商圈|市场|楼|项目|工地|专班|突击队|站点|支部|总支|党委)/;

/**
 * Whether a message tells of an organisation afresh, so that facts said of another one must not be mixed in:
 * no question is open, members are counted, an organisation is named, and nothing points back.
 */
export function tellsAfresh(text: string, stated: Partial<Profile>, conversation: Conversation): boolean {
	if (conversation.pending !== null || conversation.editing !== null) return false;
	const counted = stated.fullMembers !== undefined && stated.fullMembers !== null;
	if (!counted) return false;
	if (ANOTHER.test(text) && !/一起|联合|合建|合起来|加起来|加上|共同/.test(text)) return true;
	return INTRODUCES.test(text) && !CONTINUES.test(text);
}
