import type { RefusalClass, RefusalWords } from "../../../content/refusal-words.ts";

/** First private-use character: class number n of the word list is written as the n-th from here. */
const FIRST_MARK = 0xe000;
/** A person spoken of by name. */
export const NAMED = "\uf000";
/** Whether a character of a shape stands for a word of some class. */
export const isMark = (sign: string): boolean => sign >= "\ue000" && sign <= NAMED;
/** Surnames a personal name may begin with. */
const SURNAMES =
	"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤葛纪梅柳欧阳司马";
/** 王总, 李姐: what follows a surname when people are spoken of. */
const TITLES =
	/^(?:某某?|总|董|姐|哥|工|叔|婶|局|处|科|书记|女士|先生|大爷|大姐|大哥|阿姨|师傅|老板|经理|主任|老师|会计|厂长|园长|院长|校长|会长|店长|医生|秘书长|主管|队长|班长|站长|所长|老师)/;
/** What may stand after a name that is not itself a known word. */
const AFTER_NAME = /^(?:[,。、:的是有到算在入党转交电手家啥什哪这那和跟与?]|同志|这个|那个|几年|$)/;
/** What may stand before a name. */
const BEFORE_NAME = /[,。、:下把问叫查看给和跟与是的道个说算这那让我司位认部组科店厂里队院校家室班]$/;
/** Kept as they are, so that no word is found inside them. */
const UNTOUCHED = /^(?:什么|怎么|这么|那么|多么|要么)(?!样)/;
const HAN = /^\p{Script=Han}+$/u;

/** The words of all classes by first character, longest first, and the mark of each class. */
export interface Vocabulary {
	readonly byFirst: ReadonlyMap<string, readonly (readonly [word: string, mark: string])[]>;
	readonly marks: ReadonlyMap<string, string>;
}

/** Prepares the word lists. */
export function vocabularyOf(words: RefusalWords): Vocabulary {
	const byFirst = new Map<string, [string, string][]>();
	const marks = new Map<string, string>();
	for (const [number, name] of (Object.keys(words) as RefusalClass[]).entries()) {
		const mark = String.fromCharCode(FIRST_MARK + number);
		marks.set(name, mark);
		for (const word of words[name].split(/\s+/)) {
			const list = byFirst.get(word[0] ?? "") ?? [];
			list.push([word, mark]);
			byFirst.set(word[0] ?? "", list);
		}
	}
	for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
	return { byFirst, marks };
}

/**
 * The shape of a text: every known word becomes the mark of its class, names of people
 * become persons, all other characters stay. 帮我查下张伟是不是党员 → ‹forme›‹know›‹person›‹whether›‹status›.
 */
export function shapeOf(text: string, vocabulary: Vocabulary): string {
	let shape = "";
	for (let at = 0; at < text.length; ) {
		const known = wordAt(text, at, vocabulary);
		const kept = known ? null : UNTOUCHED.exec(text.slice(at, at + 3));
		const name = nameAt(text, at, shape, vocabulary);
		if (name > (known?.[0].length ?? 0)) {
			shape += NAMED;
			at += name;
		} else if (known) {
			shape += known[1];
			at += known[0].length;
		} else {
			const plain = kept?.[0] ?? text[at] ?? "";
			shape += plain;
			at += plain.length;
		}
	}
	return shape;
}

function wordAt(text: string, at: number, { byFirst }: Vocabulary) {
	return byFirst.get(text[at] ?? "")?.find(([word]) => text.startsWith(word, at));
}

/** Length of a personal name at this place, 0 when there is none. */
function nameAt(text: string, at: number, before: string, vocabulary: Vocabulary): number {
	const first = text[at] ?? "";
	if (/[小老阿姓]/.test(first) && SURNAMES.includes(text[at + 1] ?? " ")) {
		return wordAt(text, at + 1, vocabulary) ? 0 : 2;
	}
	if (!SURNAMES.includes(first) || text.startsWith("司机", at)) return 0;
	const title = TITLES.exec(text.slice(at + 1, at + 5));
	// 某任总书记 is no 任总.
	const longer = wordAt(text, at + 1, vocabulary)?.[0].length ?? 0;
	if (title) return longer > title[0].length ? 0 : 1 + title[0].length;
	const isBoundary = before === "" || BEFORE_NAME.test(before) || (before.at(-1) ?? "") >= "\ue000";
	if (!isBoundary) return 0;
	for (const length of [3, 2]) {
		const given = text.slice(at + 1, at + length);
		if (given.length < length - 1 || !HAN.test(given)) continue;
		const inner = [...given].some(
			(_, index) => (wordAt(text, at + 1 + index, vocabulary)?.[0].length ?? 0) > 1,
		);
		if (inner || /[的是了在有和吗呢吧]/.test(given)) continue;
		const rest = text.slice(at + length);
		// The name may be followed by a title of its own: 刘园长 is one person already.
		if (AFTER_NAME.test(rest.slice(0, 4)) || wordAt(text, at + length, vocabulary)) return length;
	}
	return 0;
}
