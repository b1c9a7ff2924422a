import type { Support } from "../../../formation/profile.ts";
import { IS_AREA, KINDS, namesNeighbours } from "./parties.ts";
import { IS_UNWILLING, stanceOf, UNKNOWN, whatFollows } from "./stance.ts";

/** Several units and the wish to share one organisation. */
const TOGETHER =
	/(?:[两三四五六七八九十几多\d](?:家|个?摊)|每[家厂店摊户]|各有|各一|隔壁|一家[一1]|也有|都有).{0,30}(?:联合|联建|合建|一起|一块|合起来|合在一起|合着|凑|拼|抱团|共同|合伙|搭伙|合并|合组|组一个)|(?:隔壁|对门|楼[上下]|旁边)(?:那?[家店]|公司)?[^,。]{0,4}[一二两三\d][个名][^。]{0,20}(?:能|想|可以|要)(?:不能|不可以)?[^,。]{0,3}(?:联合|联建|合建|(?:一起|一块)(?:建|弄|搞))/;
/** 几家老板说好了一起弄, 都愿意联: said of those named before. */
const ALL_AGREE =
	/(?:大家|几家|[两三四五六七八九]家|双方|彼此|(?:^|[,。])(?:[都均]|说好|(?=愿意?|同意|乐意))|老板们?|我们(?:仨|俩|几个))(?:公司|企业|单位|店|家|的)?(?:老板|负责人)?[^,。不没]{0,5}(?:愿意|愿|乐意|同意|想|商量好?|谈[好妥]|[说约][好妥]|有意|没意见|肯|点头|点了头|合计过|干脆)了?[^,。不没]{0,5}(?:一起|一块|联|合|弄|建|搞|凑|$|[,。])/;

/** Several units that share nothing but their trade. */
const OF_ONE_TRADE = /(?:都是|是|属于?|同为|同属)(?:一个|同一?(?:个)?)?(?:行业|同行|同业)/;

/** Nobody at all: said in one sweep. */
const NOBODY =
	/(?<!不是)(?:没(?:人|谁)(?:搭伙|搭理)|(?:没|无)处(?:可)?[靠挂去投]|没(?:个)?伴|(?:人家|别人|别家)都?(?:嫌|不肯|不愿)|(?:没有?|无)(?:任何)?(?:(?:人|谁|哪一?家|哪一?个|一家|一个)(?:单位|企业|公司)?|单位|企业|地方|组织(?=肯|愿|想|能|会|可以|答应|同意))(?:肯|愿意?|想|能|会|可以|答应|同意)*(?:$|[,。了]|跟|和|同|接|收|要|管|带|联合|联建|合建|依托|一起|挂靠|理))|(?:找不(?:到|着)|没有?)(?:任何)?(?:任何|人|谁|一家|一个|单位|地方|能|肯|可以?|愿意?|合适的?)*(?:(?:一起|共同)建|(?:一起|共同)?(?:联合|联建|合建|依托|挂|合作|搭伙|接收))|(?:哪(?:儿|里|家|边|个)?|谁|[到四]处|都|全)(?:也|都)?(?:靠不|碰壁|不(?:肯|愿意?)(?!把|转|挪|迁|将)|不(?:接|收|要|同意|管)|没(?:人|有|谁)?(?:接|收|愿意?|要|肯|同意))|^(?:以上)?都没有|问谁谁|碰钉子|[到四]处(?:被拒|碰)|都?被拒了?(?=$|[,。])|无一(?:家)?(?:同意|愿意?|答应|接收|点头)|没有?(?:一个|一家|人|谁)(?:单位)?(?:点头|松口|搭理|理睬|应声)|没找到(?:一家|一个|谁|任何)[^,。]{0,4}(?:肯|愿意?|能)|(?:接收|收留|合建|带建|联建)的(?:单位)?(?:一个|一家)?(?:也|都)?没有?|(?:无|没有?)(?:任何)?[^,。]{0,4}(?:可)?以?(?:依托|依靠)|[两三四几][个条]?(?:路子|办法|头|边)(?:全|都)[^,。]{0,2}不通|别的(?:路子?|办法|门路)(?:也|都)*没有?|(?:都|全|家)(?:在)?(?:碰壁|摇头|拒绝|婉拒|推|回绝)|(?:问|找|跑)(?:了|遍|过).{0,14}(?:都|没)(?:不|没|人|一家)/;

/** What the text says about whom to form an organisation with; null when nothing. */
export function readSupport(text: string, pending: boolean): Support[] | null {
	const willing = new Set<Support>();
	const refused = new Set<Support>();
	const named = new Map<Support, string>();
	const clauses = text.split(/[,。]/);
	for (const [index, clause] of clauses.entries()) {
		for (const party of KINDS) {
			const { kind, words } = party;
			const statement = stanceOf(clause, whatFollows(clauses, index), party);
			const word = words.exec(clause)?.[0] ?? "";
			if (statement === "willing") {
				willing.add(kind);
				named.set(kind, word);
			} else if (statement === "refused") {
				refused.add(kind);
				// 说好跟对门合建，对门搬走了
				if (named.get(kind) === word) willing.delete(kind);
			} else if (pending && words.test(clause) && !IS_UNWILLING.test(clause)) willing.add(kind);
		}
	}
	if (!willing.has("area") && !refused.has("area") && ALL_AGREE.test(text) && namesNeighbours(text))
		willing.add("area");
	if (willing.size === 0 && !refused.has("industry") && ALL_AGREE.test(text) && OF_ONE_TRADE.test(text))
		willing.add("industry");
	// 我们四家在同一层，各有一名，想联合: neighbours who ask together are willing.
	if (
		willing.size === 0 &&
		!UNKNOWN.test(text) &&
		!refused.has("area") &&
		IS_AREA.test(text) &&
		TOGETHER.test(text) &&
		!/不(?:想|愿意?|能|方便|便|适合|好)(?:跟|和|一起)?(?:联|合)/.test(text)
	)
		willing.add("area");
	const order: Support[] = ["area", "industry", "lead", "host"];
	const result = order.filter((kind) => willing.has(kind));
	if (result.length > 0) return result;
	if (NOBODY.test(text.replace(/[^,。]*关系[^,。]*/g, ""))) return [];
	// Each kind refused one by one is nobody; one of them refused says nothing about the rest.
	return refused.size >= 3 || (refused.size === 2 && refused.has("host")) ? [] : null;
}
