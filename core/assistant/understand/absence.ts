import { OTHERS } from "./parties.ts";

/** 就财务大姐是党员 */
const ONLY_ONE =
	/(?:只有|就|仅|光|唯独|唯有)(?!.{0,6}(?:们|几|部分|少数|个别|这些|骨干|员工|哪))[^,。\d一二两三四五六七八九十俩仨有是]{1,6}(?:一个人?|一人)?是(?:个)?(?:正式)?党员/;
/** 除了我再没第二个党员 */
const NOBODY_BUT_ME =
	/除了?(?:我|老板)(?:自己|本人)?(?:以外|之外|外)?,?(?:公司|店里|厂里|全[公厂店]司?)?(?:里|上下)?(?:就|再|也|都|还)*(?:没有?|无|找不[到出])(?:第二|别的|其他|旁|别)[个人名]?(?:是)?(?:正式)?(?:党员|人)?|我(?:自己)?是(?:个)?(?:正式)?党员[^。]{0,8}再(?:也)?没有?第二个/;
/** 以前有个党员走了，现在没有了 */
const NONE_NOW =
	/党员[^,。]{0,4},(?:后来|现在|如今|目前|这两年)*(?:都|全)(?:走|离职|辞职|离开|调走)(?:光|完|掉)?了|党员[^,。]{0,8},?(?:后来|去年|前年|上个?月)?(?:走|离|调|退|辞|跑)[^,。]{0,4},(?:现在|如今|目前|公司|店里)*(?:就)?(?:一个(?:也|都))?(?:没有了?|没了|空了)(?=$|[,。])/;
const NOBODY_IS =
	/党员(?:数)?(?:现在|已经?|全)*(?:清零|归零|空了)|党员[^。]{0,14}(?:现在|目前|如今|眼下)(?:就|已经?)?(?:是|为|成了?|剩)?(?:零|0)(?:个|名|人)?(?=$|[,。了])|党员[^,。]{0,5}空白|支部.{0,10}(?:人|党员)(?:都|全)(?:走光|走完|没)了|(?:都|全|清一色|全部|均)(?:是|为)?(?:非党员|(?:普通)?群众)(?=$|[,。的])|没有?(?:一个|任何|哪个)?(?:员工|职工|工人|人|老师|股东|合伙人|同事)(?:是|属于)(?:正式)?党员|没(?:有)?(?:人)?(?:一个)?入(?:了|过)?党(?:的)?(?=$|[,。])|无人入党/;

/** What the text says is not there. */
export interface Absences {
	/** No Party member at all in the asker's unit. */
	readonly member: boolean;
	/** No full member. */
	readonly full: boolean;
	/** No probationary member. */
	readonly probationary: boolean;
	/** The other unit has none. */
	readonly other: boolean;
	/** The other units of a joint branch lost theirs. */
	readonly othersGone: boolean;
	/** 就我是党员. */
	readonly onlyMe: boolean;
	/** Full members are spoken of without a number. */
	readonly hasFull: boolean;
	/** Place of the last statement of absence, -1 when there is none. */
	readonly last: number;
}

/** 我和会计是党员, 合伙人里党员2个: some there are. */
const IS_MEMBER =
	/(?<!不|没有?人|谁都|谁也)是(?:个|名|一名)?(?:正式)?的?党员(?!吗)|党员[一二两三四五六七八九\d]+[名个位]/;
/** 别人都不是, 员工里没有党员: those apart from the members named before. */
const THE_REST = /^(?:其他人?|其余|别人|别的|剩下的?|大家|员工|职工|工人|伙计|店员)/;
const OTHER = new RegExp(OTHERS);
const NO = "(?:没有?|未有|无|暂无|尚无|没得|莫得|冇得|(?<![\\d十百〇零孤])(?:零(?!零)|0)|冇)";
const ONE = "(?:一|1|任何一|半)?(?:个|名|位)?(?:的)?(?:在册|在职|在编|在岗|专职|任何)?(?:的)?";
/** Nouns that begin with 党员 but are no people. */
const NOT_PEOPLE =
	"(?!活动|发展|教育|名册|大会|代表|之家|档案|信息|身份|的?(?:组织)?关系|名单|学习|培训|管理|愿意|想|同意)";
const NO_MEMBER = new RegExp(`${NO}过?${ONE}党员${NOT_PEOPLE}`, "g");
const NO_FULL = new RegExp(`${NO}${ONE}正式`);
const NO_PROBATIONARY = new RegExp(`${NO}${ONE}预备`);
/** 正式预备都没有 */
const NEITHER =
	/正式(?:的)?(?:党员)?(?:和|跟|、|或)?预备(?:的)?(?:党员)?(?:一个)?(?:都|全|均|也)(?:还)?(?:没有?|无)(?=$|[,。了的])/;
const NOT_ONE =
	/(?:[一1](?:个|名|位)|半个|[连](?:一?个|名)?(?=党员))(?:的)?(?:正式)?(?:党员)?(?:(?:的)?影子)?(?:也|都)(?:还)?(?:没有?|无|莫得|冇|[找凑]不|不剩|不存在|未)/g;
const ALL_GONE =
	/党员(?:们)?(?:现在|陆续|后来|已经|已)?(?:全|都|全都|全部|均)(?:部|都)?(?:已经?)?(?:走|离职|辞职|调走|流失|转走|离开|跑|退休|转出)(?:光|完|没)?(?!了?[以之]?后|了?的话)了?|党员[^,。]{0,4}(?:走|跑|调|退|流失)(?:光|完|没|空)了?|[一1]个(?:也|都)?[不没]剩|党员(?:数|人数|占比|比例)?(?:暂时|目前|现在|还)*(?:是|为|:|百分之)*(?:0|零)(?![\d.])|(?:都|全|全都|均|没有?一个|没一个|没有?人|无人|没谁)(?:不是|非|是)(?:中共|正式)?党员(?=$|[,。的])(?<!都是党员|全是党员|均是党员|都是正式党员|都是中共党员)|(?:员工|职工|其他人|别人|大家|伙计)(?:们)?(?:(?:也|又)?(?:都|全|全都|没有?一个)(?:也)?|也)(?:不是|非)(?:党员)?(?=$|[,。的])|党员.{0,3}走了,(?:现在|目前)(?:就)?(?:没有?|一个都没有?)了|哪(?:儿|里)?(?:有|来的?)(?:什么)?党员|(?:没有?人|没人|无人|没谁)是(?:中共|正式)?党员|找不(?:到|出|着|见).{0,4}党员|没[找寻问打]听?[到出着].{0,4}党员|党员(?:嘛|呢|啊|倒|却)?(?:眼下|目前|现在|暂时?|如今|这会儿|到现在|还|尚|是|真|确实|压根|根本)*(?:一个|1个)?(?:也|都)?(?:没得|没有|无)(?=$|[,。了的])|党员(?:一个|1个)?(?:也|都)(?:没有|没了)|唯一的?(?:那?[一1]?[个名位])?(?:的)?党员.{0,6}(?:辞职|离职|走|调|退|转)/g;

/** Reads absences clause by clause, so that 隔壁没有党员 says nothing about the asker. */
export function absences(text: string): Absences {
	const found = {
		member: false,
		full: false,
		probationary: false,
		other: false,
		othersGone: false,
		last: -1,
	};
	const onlyMe = isOnlyOne(text);
	let offset = 0;
	for (const clause of text.split(/(?<=[,。])/)) {
		const other = OTHER.test(clause) && !/我们|本公司|我司|公司里|咱/.test(clause);
		for (const pattern of [NO_MEMBER, NOT_ONE, ALL_GONE]) {
			for (const match of clause.matchAll(pattern)) {
				if (isDenied(clause, match.index)) continue;
				// 党员就我自己，其他人都不是: one there is.
				if (
					(onlyMe || IS_MEMBER.test(text.slice(0, offset))) &&
					THE_REST.test(clause.slice(0, match.index) + match[0])
				)
					continue;
				if (pattern === NOT_ONE && !isAboutMembers(text, offset, match[0])) continue;
				// 一名党员都没有转关系: about relations, not about members.
				if (/关系[^,。]*$/.test(clause.slice(0, match.index)) && pattern === NOT_ONE) continue;
				if (/^[^,。]{0,8}(?:关系|转)/.test(clause.slice(match.index + match[0].length))) continue;
				if (other) {
					found.other = true;
					if (/走|光|离/.test(match[0])) found.othersGone = true;
				} else if (/正式/.test(match[0])) found.full = true;
				else {
					found.member = true;
					found.last = Math.max(found.last, offset + match.index);
				}
			}
		}
		if (!other && NO_FULL.test(clause) && !/没有?正式(?:建|成立|的?支部|批)/.test(clause)) found.full = true;
		if (!other && NEITHER.test(clause)) found.full = found.probationary = true;
		if (!other && NO_PROBATIONARY.test(clause)) found.probationary = true;
		offset += clause.length;
	}
	const gone = NONE_NOW.exec(text) ?? NOBODY_IS.exec(text);
	const ofRest = gone !== null && /(?:其余|其他|剩下|别)[^,。]{0,6}$/.test(text.slice(0, gone.index));
	if (gone && !(ofRest && /党员/.test(text.slice(0, gone.index)))) {
		found.member = true;
		found.last = Math.max(found.last, gone.index);
	}
	return {
		...found,
		onlyMe,
		hasFull: /正式(?!批|成立|建|挂牌)/.test(
			text.replace(
				/(?:没有?|暂无|尚无|无|零名?)(?:一个|一名)?正式(?:党员|的)?|正式(?:党员|的)?(?:[一1]个)?(?:都|也)?(?:还)?(?:没|暂?无)(?:有)?(?=$|[,。])/g,
				"",
			),
		),
	};
}

/** 就我是党员, 党员就我自己 */
function isOnlyOne(text: string): boolean {
	return (
		(/(?:我|自己|本人|老板)(?:自己|本人)?是(?:个|名|一名)?(?:正式)?党员/.test(text) &&
			/个体|我开|我家|开了|小店|自己开|夫妻店|一个人开|个人经营|我这店/.test(text)) ||
		/(?:只有|就|仅|光)(?:是)?(?:我|本人|老板娘?|我自己|老板自己|店长|店主|经理|师傅|会计|一个人)(?:自己|本人|[一1]个人?)?(?:一人)?是(?:个)?(?:正式)?党员|^(?:个体户,?我|我自己|我本人)是(?:个|名|一名)?(?:正式)?党员/.test(
			text,
		) ||
		ONLY_ONE.test(text) ||
		NOBODY_BUT_ME.test(text) ||
		/(?:我|老板|本人)(?:自己|本人)?(?:就)?是[^,。]{0,4}唯一的?(?:[一1][个名])?(?:正式)?党员/.test(text) ||
		/唯一的?(?:那?一?[个名位])?(?:的)?(?:正式)?党员(?:就)?是/.test(text) ||
		/党员(?:就|只有|仅|仅有|是|只)+(?:我|老板)(?:自己|本人)?(?:[一1](?:个|人|名)人?)?(?=$|[,。])/.test(
			text,
		) ||
		/[,。](?:我自己|本人|我本人|老板本人|老板自己)是(?:个|名|一名)?(?:正式)?党员/.test(text)
	);
}

/** 不是没有党员, 并非没有: denied. 不光没有党员 is not. 有没有党员 is a question. */
function isDenied(clause: string, at: number): boolean {
	return (
		// 刚转来三名，之前一个都没有
		/(?:之前|以前|原先|原来|本来)(?:[一半][个名位])?$/.test(clause.slice(0, at)) ||
		/(?:不是|并非|不能说|不会|有|倒不是|不见得)$/.test(clause.slice(0, at)) ||
		(/没有?$/.test(clause.slice(0, at)) && /^有/.test(clause.slice(at)))
	);
}

/** 一个都没有 speaks of members only when members were spoken of. */
function isAboutMembers(text: string, offset: number, match: string): boolean {
	return /党员|正式/.test(match) || /党员|支部|正式/.test(text.slice(0, offset + match.length));
}
