import type { Existing } from "../../../formation/profile.ts";
import { isAffiliated } from "./affiliated.ts";
import { isJoint } from "./joint-branch.ts";
import { isBranch } from "./own-branch.ts";
import { isTemporary } from "./temporary-branch.ts";
import { upperLevel } from "./upper-level.ts";

const NOT_THERE =
	/(?:没有?|还没|尚未|未|从没|从未|一直没|至今没|至今未|尚无|暂无|无)(?:有)?(?:建立?|成立|组建|设立|建过|成立过|任何|单独|独立|建有)*(?:过|起|了|任何|一个|独立|自己|正式)*(?:的)?(?:党)?(?:支部|组织|总支|党委)|(?:啥|什么)(?:党)?组织(?:都|也)没有?|没(?:有)?(?:建|成立)过|支部.{0,6}(?:撤了|解散了|撤销了|没了|撤掉了|取消了).{0,16}(?:重新|再|又)|想(?:重新|再)(?:建|成立)/;

/** The Party organisation the asker's unit has already; `none` when the text says there is none; null when it says nothing. */
export function readExisting(text: string): Existing | null {
	if (isAffiliated(text)) return "affiliated";
	if (isJoint(text)) return "joint";
	if (isTemporary(text)) return "temporary";
	const upper = upperLevel(text);
	if (upper) return upper;
	if (NOT_THERE.test(text)) return "none";
	if (isBranch(text)) return "branch";
	return null;
}
