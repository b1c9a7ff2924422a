import { NAMED, type Vocabulary } from "./shape.ts";

/** Topics that are refused. */
export type Refusal = "refuse-injection" | "refuse-fabrication" | "refuse-privacy" | "refuse-opinion";

/**
 * One way of putting a question that is refused, over shapes. `<a|b>` is a word of one
 * of these classes, `~8` up to eight words or characters within the sentence,
 * `~8!<a>` the same without a word of class a; all else is a regular expression.
 */
type Pattern = string;

/** A family of questions that are refused, and what excuses them. */
export interface Rule {
	readonly refusal: Refusal;
	readonly patterns: readonly Pattern[];
	/**
	 * A question about the rule instead of a request to break it: excuses when it stands in
	 * the clause of the request, or in its sentence when nobody is asked to do it for the asker.
	 */
	readonly excuse?: Pattern;
	/** Excuses only within the stretch of text that was recognised. */
	readonly within?: Pattern;
}

/** Whoever is, or is on the way to being, a member. */
const MEMBER = "<status|probation|full>";
/** Someone, or some group of people. */
const PEOPLE = "<person|people|status|probation|full>";
/** What is written down about an event. */
const PAPER = "<record|issued|own|figure|roster>";
const NUMBER = "[一二两俩三仨四五六七八九十几\\d]+";

export const RULES: readonly Rule[] = [
	// Rewriting instructions.
	{
		refusal: "refuse-injection",
		patterns: [
			"<breach>",
			"<override>~10!<whether><rule|internal>",
			"(?:把|将|你|对)~8<rule>~4(?:<only|handover>|全|全部)?<override>",
			"(?:所有|全部|之前的?|一切)~4<rule>~3(?:<only>|全|全部)?<override>",
			"<override>~6<norm|soft>~14<only|must|handover>?~2<say|verdict>(?!~6(?:<doubt>|会|多久))",
			"<override>~6<norm|soft>(?:了|<doubt>)?,?~3(?:你|<only|forme>)~4(?:讲|给|<say|judge>)~8(?:<verdict>|结论)",
			"<override>~6(?:<norm|soft|rule>)~8按我(?:<say>|讲|的)",
			"<emit|handover>~12<internal>",
			"<internal>~8<emit|handover|know>",
			"(?:你|系统|<official>)的?~8<internal|rule>(?:是什么|是啥|有<who>|~6<emit|handover>)",
			"<emit|handover>~3你~8<internal|rule>",
			"内部的?<rule|internal>~6<emit|handover>",
			"(?:打开|<know>)~4(?:所有|全部)?<internal>",
			"(?:<rule|say>|你)~8没有~4<rule>",
			"从(?:现在|这一刻|今天|此刻|这会儿)(?:起|开始)?,?~2你(?!们)~10<official|only|must|rule|verdict|override>",
			"<persona>~14(?:<official|rule|only|must|verdict>|没有|<override>|叫)",
			"<persona>~4(?:能|可以|<proper>)",
			"你<only>?叫|你的<lend>(?:改|叫)",
			"<only|must>~3<say>我?~4!<whether>(?:[\"“'‘「『]|<verdict>)",
			"<say>我?~3[\"“'‘「『]~2<verdict>",
			"(?:<must|only>|以后|每次)~6<say>~6(?:<verdict>|yes|我<say>的)",
			"<say>~4[两二三四五六]个字",
			"(?:把|将)~6(?:<rule|norm>|三名|3名|三个|3个|[两二]名)~6(?:改为|降到|降成|调成|换成|改|<supply>)(?!~3<doubt>)",
			"(?:听从|服从|<verdict>)我<say>?的?(?:一切|全部|所有)",
			"(?:听|按|照)我(?:的|<say>)~4(?:<say>|不准|不许)",
			"forget.{0,20}(?:rule|instruction|previous|everything)|(?:new|system) (?:instruction|rule|role)|repeat.{0,20}(?:above|words)|words above|ignore.{0,24}(?:instruction|rule|previous|above)|disregard|override|(?:print|reveal|show|repeat|output).{0,20}(?:system|instruction|rules)|pretend (?:to|you)|act as|you (?:are now|must)|api[\\s_-]*key|\\[/?inst\\]|drop\\s+table|select \\* from|\\{\\{.*\\}\\}|system\\s*:|(?<![a-z])(?:sudo|root|dan)(?![a-z])",
		],
	},
	// To be found out is all that is feared.
	{
		refusal: "refuse-fabrication",
		patterns: [
			"<evade>~12<supply|blunt|record|issued|own|forge|figure|fake>",
			"<supply|blunt|record|issued|own|forge|figure|fake>~14<evade>",
		],
	},
	// Fabrication by name.
	{
		refusal: "refuse-fabrication",
		patterns: [
			"<forge|bribe>",
			"<forme>~6<supply>~10(?:<own>|<issued>(?!~3<blank>))",
			"<own>~4<forme>~3<supply>",
			"换~3<date>~6(?:当|充|用|<supply>)",
			`<fake>~5(?:${PAPER}|<lend>|${MEMBER})`,
			"<record|issued|own|figure>(?:是|<only>|全)?(?:<supply>|搞)?(?:了|成|个)?<fake>",
			"编~6<record|issued|own|figure|roster|lend>",
			"编(?:的|了|过)(?=<record|issued|own>|[几两三]|$|[。,])",
			"(?<![a-z])p(?:s|图|掉|[一几两三]?(?:张|份|个)|上)",
			`(?:<borrow>|找~4)(?:<lend>|${MEMBER})~10(?:<supply>|报|充|顶|挂)(?!~3(?:一起|联合))`,
			"<borrow>~8<lend>",
			"(?:替|代|帮)~6(?:签(?!订)|<record|issued|own>)(?=了|上|行|可|能|$|[。,]|到|<doubt>)",
			"(?:模仿|仿)~8(?:<record|issued|own>|笔迹|字迹)",
			"(?:替|代)(?:<person>|人)~3(?:考|学|听|上课|参加)",
			"(?:<forme>|找人?|请人?|让人?)~6(?:替|代|<forge>)~3(?:参加|学|考|开会|签|<supply>)",
		],
		excuse: "<against|accuse|cope>",
	},
	// What never took place is put on record|issued|own.
	{
		refusal: "refuse-fabrication",
		patterns: [
			"<unheld>~16(?:<supply|blunt>|编)~8<record|issued|own|figure|date>",
			"<unheld>~12<record|issued|own>~8(?:<supply|blunt>|编)",
			"<unheld>~14(?:<only>|随便|也)(?:<handover>|给)?~3<supply>",
			"<unheld>~14<blunt>",
			"<unheld>~10<forme>~2<supply>(?!~8(?:<request|blank>|通知|申请|计划|议程))",
			"<record>~4(?:<supply|blunt>|编)~10<unheld>",
			"<unheld>的人?~4(?:<supply|emit>|算)~4(?:完|到|够|过|满)",
			"<unheld>~4按~6(?:<supply|forme>)",
			"(?:把|将)(?:离职|走了?|转走|调走)的~6<supply>",
			"<record|issued|own|figure>~8<unheld>~12(?:<forme|handover|only>|随便|连夜)~6(?:<supply|blunt>|编)",
			"<record|issued|own>~8<unheld>~12(?:能不能|怎么)~6(?:<supply|blunt>|编)",
			"<record|issued|own>~4(?:缺了?|少了|不全|空了)~10<forme>~3(?:<supply>|编)",
			`<record|issued|own|figure>~6<unheld>,?~6<forme|handover>?(?:<supply>)(?:上|齐|满|够|${NUMBER})`,
			"(?:<forme|supply>)~8<unheld>的~8<record|issued|own>",
			`<supply>(?:${NUMBER}[次份条个])?<unheld>~8<record|issued|own>`,
			"<figure>~4(?:不够|不足)~8(?:报|改|<supply|blunt>)~4(?:上去|几|够|满)",
			`<record|issued|own>~4(?:没(?:有|<say|handover>|下来)|不下来)~8自己~2<supply>`,
			"<absent>~8!<proper>(?<!能不能|可不可以|<whether>)(?:也|<only>|帮|替|给|一起|一并|一块)~4(?:<supply>|签)",
			"<record|issued|own|figure>上?~4(?:把|给|<forme>|替)~3<absent>~6<supply>",
			"<absent>~10<record|issued|own>上?~4(?:<forme>|帮|替)~2(?:签|<supply>)",
			"(?:把|将)<absent>~8<supply>",
		],
		excuse: "<against|accuse|cope>",
	},
	// Dates are moved, numbers are changed.
	{
		refusal: "refuse-fabrication",
		patterns: [
			"<date|request|record>~8<supply>~8(?:其实|实际|明明)",
			"<date|request|record|issued|own>~6(?:<supply|blunt>|改|签|落|挪|往)~3<backward>",
			"<date|request|figure|record|issued|own>~4<backward>(?:改|推|签|挪|<supply|backward>)?(?=$|[,。]|<doubt>|点|[俩两一二三]个?月|几天|几个月)(?!~6(?:<judge|proper>|报))",
			"(?:<supply>|改|签)(?:成|到|在|早|为)?~2<backward>(?!~4(?:换届|开会|通知))~10<date|request|record|issued|own>",
			`<record|issued|own>~6(?:<supply>|改)(?:成|为)?~4(?:一年|12个月|半年|${NUMBER}(?:个月|人|名|次))`,
			"<figure|record|issued|own>~6<upward>~6(?:报|交|<evade>|行|可以|点|$|[。,])",
			`<upward>(?:点|些|几个|${NUMBER})~4(?:${MEMBER}|人|家|个)`,
			"(?:把|将|<forme>)~6<figure|record|issued|own>~2(?:改一?改|改动|动一?动|调一?调|美化|改|<supply>(?:高|低))(?!正)~10(?:好看|行|报|交|上去|[。,]|$|<evade>)",
			`(?:<only>有?|实际|其实|明明|才|实到|总共)~3${NUMBER}(?:个|名|人|家)~10(?:<supply>|报|改)(?:成|到|作|够|上|个|为)?~2(?!一个?(?:<party|doubt>|[不,。]|$))${NUMBER}`,
			"<probation>(?:的|<status>)?~6(?:改|报|<supply|say>)成?<full>",
			"<unheld|absent>~10(?:记|报|<supply|upward>)(?:全|满|到了|到齐|全到)",
			`(?:<only>)到了?~6<record|issued|own|figure>~6(?:<supply|upward|blunt>|记)`,
			`(?:别的|外单位|隔壁|别家|<person|plain>)~6${MEMBER}~6(?:加|登|放|挂|<supply>)(?:到|进|在|成|入|上)?,?我`,
			`(?:<lend>|${MEMBER})~4挂(?:在|到|我|咱)~8(?:报|<roster>|行|<supply>)`,
			`${PAPER}(?:上|里)~4<upward>`,
			"(?:把|将)数~2(?:改|调|<supply>)~3<upward>",
		],
		excuse: "<against|accuse>",
		within: "(?:改正|(?:<supply>|报)错)",
	},
	// The standing of one person.
	{
		refusal: "refuse-privacy",
		patterns: [
			`<person>~10!<must|norm|self|proper><whether>~4!<must|norm>${MEMBER}(?!(?:的?<only>|也|大会|才|<must>))`,
			`<person>~6!<must|norm|self>(?:是|<whether>)(?:个|名|一名|一个)?~2${MEMBER},?(?:啊|呀|这事|,)?<doubt>(?!~4<must>)`,
			`<person>~6!<must|norm|self>是(?:个|名|一名|一个)?~2${MEMBER}(?:不|没|没有|来着)(?=[,。]|$)`,
			`<person>~8!<must|norm>是~2${MEMBER},?~10(?:<know>~4(?:<doubt>|不|下|$|[,。])|<whether>~2真)`,
			`<person>~3!<must|norm|whether>,?${MEMBER}(?:不|<doubt>)(?=[,。]|$)`,
			"<person>~6(?:受过|有过)~4<against>(?:没|<doubt>)",
			`<person>~12${MEMBER}~14<know>~3(?:真|<doubt>)`,
			"<person>~8!<must|norm|self|proper><detail>(?!~3<blank>)",
			`${NAMED}~4党费~3交(?:<who>|多少)`,
			`${NAMED}~20${MEMBER}~2(?:勾|圈|标|指|点|<handover>)`,
			"<person>~6(?:入党|转正)(?:了没有?|了<doubt>|没有?|几年了?|多少年)(?=[,。]|$)",
			`<know>~8<person>(?!~3${NUMBER}[名个位])~4${MEMBER}(?:的?(?:<lend>|情况)|(?=[,。]|$))`,
			"<person>~4的?(?:组织关系|关系|党费)(?:现在)?~2(?:在(?:哪|<who>)个?<party>?|交到哪|交在哪)儿?(?=[,。]|$)",
			"<forme|know>~6<person>~6(?:组织关系|党费|<contact>)~3在(?:哪|<who>)",
			`(?:你们?(?:系统|后台|那边|那儿)?~2(?:能|可以)?<know>)~10<person>~4是~2${MEMBER}`,
		],
		excuse: "<proper>",
	},
	// Who of them.
	{
		refusal: "refuse-privacy",
		patterns: [
			`(?:<who>|哪${NUMBER}[个名位])~4是~3${MEMBER}(?!(?:~1<who>|最|比|大会|代表|负责|可以|能|才))`,
			`${MEMBER}(?:里|中|当中)?<only>?(?:有|是)?<who>(?=[,。]|$|<doubt|handover>|[啊呀列名])`,
			`(?:<person|people>|公司|店|厂|园|学校|单位|企业|协会|楼)~6<only>?有<who>~3${MEMBER}(?=[,。]|$|<doubt>|[啊呀])`,
			`<person|people>~4<who>~3是~3${MEMBER}`,
			`<who>~6<person>~4是?~2${MEMBER}(?=[,。]|$|<doubt>)`,
			"<who>~4(?:还|没|还没|没有)+(?:交|缴|转正|入党)",
			"(?:没交|欠交|欠缴|没缴)党费的~3<who|roster>",
			`<covert>~10(?:<know>|统计|摸)~14${MEMBER}`,
			`<know>~8${PEOPLE}~6<who>~4是?~3${MEMBER}`,
			`<know>~6(?:<person|people>|公司|店|厂)里?~3有没有~3${MEMBER}~6(?:<who>|分别|名)`,
			`(?:有没有办法|怎么<must>?|<judge><must>|能不能)~3<know>~6<person>~2<whether>~2${MEMBER}`,
			"<who>~4<accuse>",
			"<accuse>~8(?:是<who>|的人|<person>~2<roster|contact>)",
			`(?:\\d{11}|\\d{15,18}x?)~14(?:<whether|who|know|person>|${MEMBER})|<know|whether>~12(?:\\d{11}|\\d{15,17}[\\dx])`,
			"(?:转正|发展|入党)的~2(?:<who|people>|几个人?|几位|人)~4(?:叫什么|叫啥|<contact>|是?<who>)",
			`${MEMBER}~6(?:分别|<only>)?叫(?:什么|啥)`,
			`住(?:着|了)?~2(?:<who>|多少|几个)~2${MEMBER}`,
		],
		excuse: "<proper>",
	},
	// Data about people is handed over.
	{
		refusal: "refuse-privacy",
		patterns: [
			`<handover|forme>~14!<blank>${PEOPLE}~6<roster|contact|detail|lend>(?!的?<blank>)`,
			"<handover>~10<roster>(?!~2<blank>)",
			`${PEOPLE}的?~4<roster|contact|detail|lend>~8<handover|forme|know|emit>`,
			`<roster>~6<handover>(?!~4<blank>)`,
			`(?:把|将|<forme>)~16${MEMBER}~3!<record|figure><handover>`,
			`<roster>,?~6${MEMBER}(?:<only>要|<must>)`,
			`(?:所有|全部|<people>)?${MEMBER}(?:们)?的?<contact>(?=[,。]|$|是多少|号)`,
			"<official>的?<contact>~4<handover>",
			`(?:别的|隔壁|别家)~6<roster>`,
			`(?:把|将)~10${MEMBER}~4(?:<lend|contact|roster|detail>)~4(?:列|<emit|handover>|导|发|调|给)`,
			"<handover|know>~6<person>~4<detail|contact|roster>",
		],
		excuse: "<proper>",
		within: "<blank>",
	},
	// Judging politics.
	{
		refusal: "refuse-opinion",
		patterns: [
			"<judge>~16<leader|politics>(?!~4(?:学习|培训|党课|精神|工作部|<record>))",
			"<leader|politics>~20<judge>",
			"<judge>~10<soft>(?!~4(?:<record>|在哪|哪里))",
			"<soft>~6<judge>(?!~3(?:执行|落实))",
			"(?:<leader|politics>|中国)~8(?:会不会|能不能|<must|proper>)~12(?:<leader|politics>|下台|统一|垮|打|赢)",
			"<leader|politics>~12(?:一百年|几年|多久)(?=<doubt>|[。,]|$)",
			"<must|proper>~6(?:搞|实行|推行)~4<politics>",
			"<leader>(?:好|行|对)(?:<doubt>|不)",
			"(?:支持|站|<judge>)(?:哪边|哪一边|<who>)~6(?:国家|党|<politics|soft>)?(?=[,。]|$)",
			"(?:<leader|politics>|中国)~8(?:<leader|politics>|中国)~8(?:<who>|好|强|赢)",
			"<revolt>(?!范)",
		],
	},
	{
		refusal: "refuse-opinion",
		patterns: [
			`(?:<party>|入党|${MEMBER})~8<cynical>`,
			"<cynical>~6(?:<party>|入党)",
			"<soft>~8<cynical>",
			"<judge>~4(?:<party>|入党)~6(?:<whether>|有用|为了)",
		],
		excuse: "<cope|against>",
	},
];

/** A compiled rule. */
export interface CompiledRule {
	readonly refusal: Refusal;
	readonly pattern: RegExp;
	readonly excuse: RegExp | null;
	readonly within: RegExp | null;
}

/** Compiles the grammar over the marks of a vocabulary. */
export function compileRules({ marks }: Vocabulary, rules: readonly Rule[] = RULES): CompiledRule[] {
	const classes = (names: string) =>
		names
			.split("|")
			.map((name) => {
				const mark = marks.get(name);
				if (mark === undefined) throw new Error(`no such class of words: ${name}`);
				// Whoever is named is a person.
				return name === "person" ? `${mark}${NAMED}` : mark;
			})
			.join("");
	const expand = (pattern: Pattern) =>
		pattern
			.replace(/~(\d+)!<([a-z|]+)>/g, (_, most: string, not: string) => `[^。${classes(not)}]{0,${most}}?`)
			.replace(/~(\d+)/g, (_, most: string) => `[^。]{0,${most}}?`)
			.replace(/<([a-z|]+)>/g, (_, list: string) => `[${classes(list)}]`);
	return rules.map(({ refusal, patterns, excuse, within }) => ({
		refusal,
		pattern: new RegExp(patterns.map((pattern) => `(?:${expand(pattern)})`).join("|"), "g"),
		excuse: excuse === undefined ? null : new RegExp(expand(excuse)),
		within: within === undefined ? null : new RegExp(expand(within)),
	}));
}
