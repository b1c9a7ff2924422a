import type { Existing } from "../../../formation/profile.ts";
import { TASK_ENDED } from "../task.ts";
import { isAffiliated } from "./affiliated.ts";
import { namedOrganisation } from "./named.ts";
import { asksWhatBecomes } from "./standing.ts";

const NOT_THERE =
	/(?:没有?|还没|尚未|未|从没|从未|一直没|至今没|至今未|尚无|暂无|无)(?:有)?(?:建立?|成立|组建|设立|建过|成立过|任何|单独|独立|建有)*(?:过|起|了|任何|一个|独立|自己|正式)*(?:的)?(?:党)?(?:支部|组织|总支|党委)|(?:啥|什么)(?:党)?组织(?:都|也)没有?|没(?:有)?(?:建|成立)过|支部.{0,6}(?:撤了|解散了|撤销了|没了|撤掉了|取消了).{0,16}(?:重新|再|又)|想(?:重新|再)(?:建|成立)/;

/** 原来是联建, 联建的那几家: joint without the word 支部. */
const IN_JOINT =
	/(?:(?:原来|原先|之前|一直|已经?)(?:都)?(?:是|在|属于|参加了?|加入了?)?|现在(?:都)?(?:是|在|属于))联建|联建的[那这]?[两三四五几]家/;

/** The Party organisation the asker's unit has already; `none` when the text says there is none; null when it says nothing. */
export function readExisting(text: string): Existing | null {
	if (isAffiliated(text)) return "affiliated";
	if (IN_JOINT.test(text) || (/[两三四五六几]家联建/.test(text) && asksWhatBecomes(text))) return "joint";
	// 活动办完了，临时党支部自动撤销吗
	if (/临时(?:党)?支部/.test(text) && TASK_ENDED.test(text)) return "temporary";
	return namedOrganisation(text) ?? (NOT_THERE.test(text) ? "none" : null);
}
