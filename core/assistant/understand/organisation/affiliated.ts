/** 挂靠, 挂在社区, 编入街道支部: members counted with somebody else's organisation. */
const HOST = "(?:社区|街道|园区|开发区|居委会?|商圈|镇|村|综合|楼宇|协会|商会|物业)";
const ATTACHED = new RegExp(
	`挂靠|挂(?=[在到着]?${HOST})|(?:编[入在进到]|纳入|放[在到]|归入|并入|加入|落在)了?(?=(?:[^,。]{0,4})?${HOST}[^,。关系联]{0,4}(?:支部|党委|总支|党组织))|(?:借|[在跟随]着?)${HOST}(?:的)?(?:党)?支部(?:里)?(?:过组织生活|过生活|活动|学习)`,
	"g",
);
/** 可以挂靠, 社区说能挂, 还是挂靠: not done yet. */
const NOT_YET =
	/(?:可以?|能|愿意?|想|要|说|同意|让|该|打算|准备|申请|考虑|适合|需要|怎么|如何|是否|答应|接受|接收|或者?|还是|帮|建议|先|去|请|肯|欢迎|不|没|给|直接|找|往|到哪)[^,。]{0,5}$/;
/** 已经挂靠, 一直挂在: it is so, whatever stands around. */
const SINCE =
	/(?:已经?|一直|原[来先]?|本来|现在|目前|以[前往]|之前|早[就先]?|先前|仍|当前|长期|至今|只[好能]|就|年)(?:是|就|都|在|只好)*$/;
/** 挂靠行不行, 挂靠的条件: asked about. */
const ASKED =
	/^(?:过去|到|(?:也|都)?没|[在到]?(?:哪|谁)|他们那|[^,。]{0,8}(?:吗|行不行|可以|好不好|么(?=$|[,。])|还是)|组建|算|的?(?:案例|例子|做法|单位算|经验|条件|流程|模式|方式|怎么))/;
/** 关系挂在社区: about the relation. */
const RELATION = /(?:关系|档案|人事)[^,。]*$/;

/** Whether the unit is affiliated with another organisation: 挂靠在社区两年了 against 社区说可以挂靠. */
export function isAffiliated(text: string): boolean {
	return [...text.matchAll(ATTACHED)].some((match) => {
		const start =
			Math.max(text.lastIndexOf(",", match.index - 1), text.lastIndexOf("。", match.index - 1)) + 1;
		const before = text.slice(start, match.index);
		const after = text.slice(match.index + match[0].length);
		if (match[0] !== "挂靠" && RELATION.test(before)) return false;
		if (SINCE.test(before)) return true;
		return !NOT_YET.test(before) && !ASKED.test(after);
	});
}
