/** Patterns for statements that tie a named person, or the holder of one post, to the Party. */
import { DOUBLE_SURNAMES, SURNAMES } from "./surnames.ts";

const NAME = `(?:(?:${DOUBLE_SURNAMES.join("|")})\\p{Script=Han}{1,2}|[${SURNAMES}](?:某某|某|\\p{Script=Han}{1,2}))`;
/** What may stand before a name inside running Chinese text. */
const BEFORE = String.raw`(?<![\p{Script=Han}\p{L}\d]|\d)|(?<=是|有|叫|和|与|及|职工|员工|同事|经理|老板|总监|主任|书记|会计|店长|股东|会长|负责人|联系人|姓名|党员|名单|包括|分别为|其中|单位|公司|企业|部门|店里|厂里|目前|现在|请|由|让|找|给|派|跟|同|问|联系|安排|推荐)`;
const TITLE = "(?:同志|先生|女士|小姐|师傅|经理|总经理|书记|主任|老师|会长|总)?";
const PARTY = "(?:中共|中国共产党|共产党|正式|预备|老|流动|在册|隐形|口袋|退役)*(?:党员)";
const STATUS = `(?:${PARTY}|入党积极分子|积极分子|发展对象|民主党派|无党派人士|共青团员|团员|群众(?=$|[^\\p{Script=Han}]|[了吧呢啊不和]))`;
/** A word that ends the name, so that 党员管理… is not read as a name. */
const END = String.raw`(?=$|[\s、,，。.;；:：!！?？)）(（/|"”’—-]|同志|先生|女士|等(?:[\d一二两三四五六七八九十]|人|同志|$)|和|与|及|都|也|还)`;

export const NAMED: readonly RegExp[] = [
	// 张三是党员 · 张三同志不是中共党员 · 张三已经是预备党员 · 张三的政治面貌是群众
	new RegExp(
		`(?:${BEFORE})(${NAME})${TITLE}(?:也|都|就|本人|已经|现在|目前|才|还)?(?:是|不是|为|系|属于|成了|成为|算|作为)(?:一?[名个位])?${STATUS}`,
		"gu",
	),
	new RegExp(`(?:${BEFORE})(${NAME})${TITLE}的?(?:政治面貌|入党时间|党龄|党籍|党员身份|组织关系)`, "gu"),
	new RegExp(
		`(?:${BEFORE})(${NAME})${TITLE}(?:已经|已|刚|尚未|没有|没|未|想|不愿|不想|申请|要求|写了|递交了?)(?:入党|加入中国共产党|加入党组织|转正|退党)`,
		"gu",
	),
	new RegExp(`(?:${BEFORE})(${NAME})${TITLE}(?:于|在)?\\d{0,4}年?(?:\\d{1,2}月)?入党(?![申积])`, "gu"),
	// 张三（党员） · 张三，中共党员
	new RegExp(
		`(?:${BEFORE})(${NAME})${TITLE}\\s*[(（【\\[,，:：—-]\\s*(?:政治面貌[:：]?)?${STATUS}(?=$|[\\s)）】\\],，。;；])`,
		"gu",
	),
	// 党员张三 · 党员：张三、李四 · 党员名单 张三
	new RegExp(`${PARTY}(?:名单|姓名|同志)?(?:是|有|为|包括|分别是|叫)?[\\s:：]*(${NAME})${END}`, "gu"),
	// 张三党员
	new RegExp(`(?<=^|[\\s、,，。;；:：和与及])(${NAME})(?:同志)?${PARTY}(?=$|[\\s、,，。;；)）和与及])`, "gu"),
	// 小王是党员 · 老张已经入党 · 阿明的政治面貌
	new RegExp(
		`(?:${BEFORE})([小老][${SURNAMES}]|阿\\p{Script=Han})(?:也|都|本人|已经|现在|才|还)?(?:(?:是|不是|为|系)(?:一?[名个位])?${STATUS}|的?政治面貌|(?:已经|已|刚|尚未|没有|没)?(?:入党|转正)(?![申积]))`,
		"gu",
	),
	// 张三 男 汉族 党员, as pasted from a table
	new RegExp(
		`(?<=^|[\\s、,，。;；:：|])(${NAME})[\\s,，、|]{1,3}[男女][\\s,，、|]{1,3}(?:[^\\s,，、|]{1,12}[\\s,，、|]{1,3}){0,3}${STATUS}(?=$|[\\s,，、|。;；])`,
		"gu",
	),
	// a name and a status in two lines or two cells
	new RegExp(`(?<=^|[\\n\\t|])[ ]*(${NAME})[ ]*[\\n\\t|]+\\s*${PARTY}(?=$|[\\s,，。;；|])`, "gu"),
	// 联系人：张三 · 我叫张三
	new RegExp(
		`(?:(?:联系人|经办人|填报人|填表人|负责人|书记|法人|法定代表人|法人代表)\\s*[:：]|我叫)\\s*(${NAME})${END}`,
		"gu",
	),
	// 姓名：张三
	new RegExp(`姓名\\s*[:：是为]?\\s*(${NAME})`, "gu"),
];
/** 政治面貌：中共党员 · 政治面貌是群众: the status of one person even without a name. */
export const POLITICAL_STATUS = new RegExp(`政治面貌\\s*(?:[:：]|是|为|系)\\s*${STATUS}`, "gu");
export const POST_MEMBER = new RegExp(
	`(?:老板娘?|董事长|总经理|经理|法人代表|法定代表人|法人|出资人|投资人|负责人|店长|老总|厂长|会长|秘书长|校长|园长|院长|股东|会计|出纳|他|她)(?:本人|自己)?(?:也|就|都|现在)?(?:是|不是|为|系)(?:一?[名个位])?(?:${PARTY}|民主党派|无党派人士)(?![人的]?(?:数|总))`,
	"gu",
);
