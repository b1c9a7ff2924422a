import { TASK_ENDED } from "../task.ts";
import { MADE, WANTED_BEFORE } from "./wanted.ts";

/** Whether there is a temporary branch, still standing or at its end. */
export function isTemporary(text: string): boolean {
	const match = /临时(?:党)?(?:支部|组织|党组织)/.exec(text);
	if (!match) return false;
	const before = text.slice(0, match.index);
	const after = text.slice(match.index + match[0].length);
	if (/(?:没有?|还没|未|尚未|不想).{0,4}$/.test(before)) return false;
	if (
		/(?:我们|那个|这个|现在|目前|已|已经|当时|建了|成立了|建的|成立的|有|原来|咱们|现有|属于|在)(?:是|有|个|一个|建|成立|建立|了|的|工地|项目|专班|项目部)*(?:的)?$/.test(
			before,
		) &&
		!/(?:想|要|能|可以|该|应该|打算|准备)(?:.{0,6})$/.test(before.slice(-9))
	)
		return true;
	if (MADE.test(before)) return true;
	if (WANTED_BEFORE.test(before)) return false;
	if (TASK_ENDED.test(text)) return true;
	if (
		/^(?:能|可以|可|是|需要|怎么|如何|的?(?:书记|期限|规定|权限|任期)|要|有没有|应|算|计入|跟|和|与|还是|收|换)/.test(
			after,
		)
	)
		return /^(?:能|要|还|需要)(?:不能|不要)?(?:继续|保留|留|变|调整|转)/.test(after);
	return true;
}
