import type { Knowledge } from "../../content/knowledge.ts";
import { ELSEWHERE } from "../understand/asking.ts";
import type { ReadingContext } from "../understand/understand.ts";

/** Questions that live from what was spoken of before. */
const DEPENDENT =
	/程序|流程|步骤|材料|资料|手续|多久|几天|多长时间|时间|什么时候|何时|谁|哪个部门|哪里|找谁|批准|审批|案例|例子|怎么写|怎么走|怎么做|怎么选|怎么开|怎么申请|怎么报|怎么转|要求|条件|模板|范本|依据|规定|请示|选举|书记|支委|备案|几个人|期限|任期/;
/** Longer texts stand on their own. */
const SHORT = 18;

/** 然后呢, 那怎么办, 下一步干什么: the answer once more, with its steps. */
export function asksWhatNow(text: string): boolean {
	return (
		/^(?:那|那么|好的?|嗯|然后|所以|接下来|接着|后面|下一步|现在|我们|该|应该|要)*[,。]?(?:呢|怎么办|咋办|咋整|怎么弄|该?怎么做|干什么|干啥|做什么|做啥|要做什么)?[?？。]*$/.test(
			text,
		) && /现在呢|然后|接下来|下一步|怎么办|咋办|咋整|怎么弄|怎么做|干什么|干啥|做什么|做啥/.test(text)
	);
}

/** 依据是什么, 你确定吗, 为什么: the reasons once more. */
export function asksWhy(text: string): boolean {
	return /^(?:那|你|这|这个|请问)*(?:确定吗|能确定吗|为什么|为啥|凭什么|有(?:什么)?(?:依据|根据)|(?:依据|根据)(?:是|在)?(?:什么|哪里?|哪条|哪个)?|(?:是|按|根据)?哪一?条(?:规定|条例)?|哪里规定|规定在哪)(?:的|吗|呢|啊|规定)*[?？。]*$/.test(
		text,
	);
}

/** 重新来, 从头开始: forgets what was said. */
export function startsOver(text: string): boolean {
	return /^(?:我想|那|请)?(?:重新来|重来|重新开始|从头(?:来|开始)|重新问|换个问题|清空|全部清掉|清除)(?:一下|一遍|吧|过)?[。!！]*$/.test(
		text.trim(),
	);
}

/** Courtesies that want no answer from the rules. */
export function courtesy(text: string): "greeting" | "thanks" | null {
	const bare = text
		.trim()
		.toLowerCase()
		.replace(/[\s!！。~～?？,，]+/g, "");
	if (/^(?:你好|您好|在吗|在不在|hi|hello|早上好|上午好|下午好|晚上好)(?:啊|呀|呢)?$/.test(bare))
		return "greeting";
	if (
		/^(?:好的?|嗯+|哦+|ok|行|可以|明白|知道|收到|了解|懂)?(?:了|的)?(?:,)?(?:谢谢|多谢|感谢|辛苦|再见|拜拜)(?:你|您|了|啦|啊)*$|^(?:好的?|嗯+|哦+|ok|明白|知道|收到|了解|懂)(?:了|的|啦)*$/.test(
			bare,
		)
	) {
		return "thanks";
	}
	return null;
}

/** 不知道, 不清楚: an answer to an open question that gives no fact. */
export function isUnsure(text: string): boolean {
	return /^(?:我|我们|这个|这|还|也|真|暂时|目前)*(?:不知道|不清楚|不太清楚|不确定|不晓得|没数|没数过|说不清|说不准|没问过|没了解|搞不清)/.test(
		text,
	);
}

/**
 * What a short question refers to, most recent first: 要走什么程序 after a conclusion means
 * the procedure of that conclusion. Empty when the question stands on its own.
 */
export function subjectsOf(
	text: string,
	context: ReadingContext,
	knowledge: Knowledge,
	outcome: string | null,
): string[] {
	if (text.length > SHORT || !DEPENDENT.test(text) || ELSEWHERE.test(text)) return [];
	const subjects: string[] = [];
	const topic = knowledge.guides.find((guide) => guide.id === context.topic);
	if (topic && topic.outcome === undefined) subjects.push(topic.title);
	if (outcome === "adjust-or-dissolve") subjects.push("撤销党支部");
	else if (outcome === "transfer-first") subjects.push("组织关系转入", "成立党支部");
	else if (outcome === "instructor") subjects.push("申请党建指导员", "成立党支部");
	else if (outcome === "maintain") subjects.push("党支部");
	else if (outcome !== null && outcome !== "ask") subjects.push("成立党支部");
	return subjects;
}
