import type { Existing } from "../../../formation/profile.ts";
import { SPOKEN_OF } from "./standing.ts";
import { belongsToOthers } from "./whose.ts";

const UPPER: readonly (readonly [Existing, RegExp])[] = [
	["committee", /(?:基层)?党委(?!员|会议|班子)/g],
	["general-branch", /(?:党)?总支(?:部|委)?/g],
];

/** 总支 and 党委 of the asker's own unit. */
export function upperLevel(text: string): Existing | null {
	for (const [value, noun] of UPPER) {
		for (const match of text.matchAll(noun)) {
			const before = text.slice(Math.max(0, match.index - 14), match.index);
			const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16);
			if (belongsToOthers(text, match.index, before, after)) continue;
			if (/(?:没有?|无|未建|未成立|没成立|没建)(?:过)?$/.test(before)) continue;
			if (
				/(?:改成|改为|改建|改|升格?|升级|转为|变成|变为|建|成立|组建|设立?|设|申请|升到|够|升个|搞个|还是|或|升不升|到|成|叫)(?:为|成|个|一个|立)?(?:基层)?$/.test(
					before,
				) &&
				!/(?:已|已经|早就|去年|刚)(?:经)?(?:改|升|建|成立|组建|设)/.test(before)
			)
				continue;
			if (
				/^(?:有没有权|能不能审|能(?:不能)?批|审批|任期|批|换届|要|委员|书记|每届|几年|可以|由)/.test(after) &&
				!/^(?:要|可以).{0,4}(?:改|变|调|保留)/.test(after)
			)
				continue;
			if (
				/(?:是|有|现有|已有|我们|我司|公司|本|单位|企业|厂|原来|现在|原有|设有|设了|已设|已设立|已建|已成立|成立了|建立了|已经成立|建了|保留|作为|集团|^|[,。])(?:个|的|一个)?(?:基层)?$/.test(
					before,
				) ||
				SPOKEN_OF.test(after.split(/[,。]/)[0] ?? "")
			)
				return value;
		}
	}
	return null;
}
