/** Other people's organisations: 社区党委, 龙头企业党委. */
const FOREIGN =
	"(?:社区|街道|园区|村|镇|乡|居委会|上级|龙头(?:企业)?|链主(?:企业)?|主机厂|大厂|平台公司|母公司|行业|上游(?:企业|大厂)?|隔壁(?:公司)?|对方|他们|人家|楼宇|商圈|大公司|大企业|那家|施工单位|总包|县级?|区|市|机关|市场监管局|综合|两新)";

/** 我们协会有, 本集团的: ours after all. */
const OUR_OWN =
	/(?:我们|咱们?|本|我)(?:这个|这家)?(?:小|大)?(?:集团|总公司|协会|商会|平台|合作社|联合会)(?:公司)?(?:的|有|已有|设有)?$/;
const FOREIGN_BEFORE = new RegExp(
	`(?:${FOREIGN}|总包|上游|下游|配套|合作|客户|甲方|那家|别的|其他)(?:的)?(?:单位|企业|公司|厂|大厂)?(?:的|有|里有|已有|自己有|也有)?$`,
);
/** 集团有党委，我们…: it may be ours, unless we are set against it. */
const PERHAPS_OURS = /(?:集团|总公司|总部|平台|协会|商会)(?:公司)?(?:的|有|已有|设有|自己有)?$/;
const SET_AGAINST =
	/^[^。]{0,14}[,。](?:但|可是?|不过)?(?:我们|咱们?|我(?:[司店厂家所院]|自己)?|本|自己|[分子新]公司|下面)/;
/** 市场有支部: someone has it who is neither we nor the firm. */
const SOMEBODY_HAS =
	/(?:^|[,。])(?!已|但|我|咱|本|公司|单位|企业|厂|店|这|自己|现在|目前|原|早|以前|之前|去年|前年)[^,。我咱]{2,12}(?:有|建了|成立了)(?:一?个|自己的|党)*$/;
/** Somebody else's organisation: it is willing to take or to lead. */
const SOMEBODY_OFFERS =
	/^,?(?:也|都|已|表示|说|方面|那边|就)*(?:同意|愿意|愿|说|表示|答应|可以|肯|接收|牵头|带|欢迎|想|要我们|要把|收)|^[^。\d一二两三四五六七八九]{0,12}(?:愿意?|肯|同意|答应|表示|主动)[^,。不]{0,6}[带收接管拉纳编]/;

/** Words for others, after which 我们 does not follow again in the clause. */
const OTHERS_SUBJECT =
	/(?:隔壁|旁边|同楼|朋友|房东|供应商|品牌方|总店|前面|后面|路口|老东家|(?:以前|之前|原来|原先|上家)(?:的|那[家个])?(?:公司|单位|厂|企业)|老(?:公司|单位)|[有某另]一?家|(?:[给为帮替跟和](?:我们|咱们?)[^,。]{1,10}|我们)的(?=[^,。]{0,4}(?:厂|公司|企业|集团|单位|客户))|兄弟|原单位|另外?[一两][家个]|对面|对门|楼上|楼下|附近|周边|别的|其他|其它|别家|人家|他们|核心|龙头|链主|上游|大企业|大公司|总包|平台公司|甲方|社区|街道|园区|商圈|(?<!我们|本|咱们?|我们的)(?:协会|商会|母公司|大厂|国企|客户))(?![^,。]*(?:我们|我司|本公司|咱|公司里|自己))[^,。]*$/;

/** Whether the clause before `at` speaks of somebody else's organisation. */
function isForeign(text: string, at: number): boolean {
	return (
		OTHERS_SUBJECT.test(text.slice(0, at)) &&
		!/批准?的$/.test(text.slice(0, at)) &&
		!/(?:跟|和|与|同|挂靠在?|在)(?:隔壁|对面|楼上|楼下|附近|社区|街道|园区)[^,。]*$/.test(text.slice(0, at))
	);
}

/** Whether an organisation above a branch is named that others have: 社区党委, 龙头企业的党委愿意. */
export function belongsToOthers(text: string, at: number, before: string, after: string): boolean {
	return (
		(FOREIGN_BEFORE.test(before) && !OUR_OWN.test(before)) ||
		/[找问向请报被][^,。有]{0,6}$/.test(before) ||
		((PERHAPS_OURS.test(before) || SOMEBODY_HAS.test(before)) &&
			!OUR_OWN.test(before) &&
			SET_AGAINST.test(after)) ||
		SOMEBODY_OFFERS.test(after) ||
		isForeign(text, at)
	);
}
