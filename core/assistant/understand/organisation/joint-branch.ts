import { asksWhatBecomes, isGivenUp, isSpokenOf } from "./standing.ts";
import { DONE, GOT, MADE, WANTED_JUST_BEFORE } from "./wanted.ts";

const JOINT = /联合(?:党)?支部|联合党组织|联建(?:的)?(?:党)?支部|联建党组织/;
const INVITED = /[让喊叫请邀要拉劝](?:我|我们|咱们?|俺们?)[^,。了]{0,6}$/;
const MEMBER_OF_JOINT = new RegExp(
	`(?:${GOT}|${DONE}[^,。]{0,12}(?:建|成立|组建|纳入|加入|编入|进|入)(?:了|过|起)?(?:一?个)?|(?:在|属于)[\\u4e00-\\u9fff]{0,5}|纳入|加入了?|编入|是|建了|成立了|进了|已.{0,6})$`,
);
/** Whether the unit shares a joint branch with others. */
export function isJoint(text: string): boolean {
	const match = JOINT.exec(text);
	if (match) {
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + match[0].length);
		if (/(?:没有?|不想|未)(?:建|成立|加入|参加)?.{0,2}$/.test(before)) return false;
		// 请我们加入他们的联合支部
		if (INVITED.test(before)) return false;
		if (isGivenUp(after) || isGivenUp(text.slice(text.lastIndexOf(match[0]) + match[0].length))) return false;
		if (
			MEMBER_OF_JOINT.test(before) &&
			!/(?:想|要|能|可以|应|怎么|愿意)(?:.{0,6})(?:建|成立|组建|加入|编入|纳入)(?:一?个)?$/.test(before)
		)
			return true;
		const made = MADE.test(before);
		if (!made && WANTED_JUST_BEFORE.test(before) && !/(?:已|早|了)/.test(before.slice(-8))) return false;
		if (made || isSpokenOf(after)) return true;
		if (/(?:参加|加入|纳入|编入|编进)了?[\u4e00-\u9fff]{0,6}$/.test(before)) return true;
		if (
			/^(?:算|的?(?:案例|例子|材料|书记|经验|流程|程序|成立|建立|怎么|如何|报批|能|可以|应|覆盖|管))/.test(
				after,
			)
		)
			return false;
		if (isSpokenOf(after) || asksWhatBecomes(text)) return true;
		return (
			/(?:合建|共建|一起|联合|家|参加|协会|商会|楼宇|园区)的?$/.test(before) ||
			/^(?:里|内|中|一共|总共|共|现在|目前|原来|原|就|还|才|[一二两三四五六七八九十\d]+家|别家|其他|有|只|剩|合|党员|正式|加)/.test(
				after,
			) ||
			/(?:我们|我们[一二两三四五六七八九十\d]+家|咱们|几家|公司|原来的|现在的|[\d一二两三四五六七八九十]家(?:企业|公司|单位|店|厂)?)(?:的|是|建的)?$/.test(
				before,
			)
		);
	}
	return (
		/(?:已经?|早就|之前|去年|前年|原来|原先|以前|先前|早就).{0,3}(?:跟|和|与|同).{1,14}(?:联合|联建|合|一起|一块)(?:建|成立|组建|办)?(?:了|过|着|起来)?(?:一?个)?(?:党)?支部/.test(
			text,
		) ||
		/(?:跟|和|与|同).{1,12}(?:联合建|联建|合建|联合成立|联合组建)了(?:一?个)?(?:党)?支部/.test(text) ||
		/(?:(?:原来|原先|之前|一直|已经?)(?:都)?(?:是|在|属于|参加了?|加入了?)?|现在(?:都)?(?:是|在|属于))联建|联建的[那这]?[两三四五几]家/.test(
			text,
		)
	);
}
