/** What is said about a relation: where it is, and whether it can be moved. */

/** Words for the asker's own unit as a place. */
const HERE =
	"(?:公司|本|我们|我司|我厂|咱|这|单位|厂|店|[院园]里|园区(?!党)|当地|所里|社里|校(?=内|的|$)|学校里|平台上|项目部|协会里|企业|集团|里面|内部|党支部|支部|秘书处)";
export const CANNOT =
	/没(?:人|谁|有人|一个人?|有一个人?)(?:愿意?|肯|想|能)(?:再)?(?:把(?:党)?(?:组织)?关系)?转|转不(?:了|出|过来|进来|动|成|来|到|出来)|(?:(?<!能)不能|(?<!可)不可以|不可(?=转|迁)|不可能|不会|没法|无法|没办法|没有?条件|不具备条件|不符合条件|(?<!想)不想|(?<!愿)不愿意?|(?<!肯)不肯|不让|不准|难以|不便|不好|不允许|不打算|不方便|不同意|不批准?|拒绝)(?:再|给)?(?:办理|办)?(?:往[这那]边?|向这边)?(?:转|迁|挪|移|动(?!员))|转接不了|(?<!转)不(?:用|会|予|给|放|再|做|办|办理|往[这那]边?)?(?:转(?!正)|迁(?:移|转)?)|转移不了|(?<=^|谁也|[都也])不(?:打算|准备|想|愿意?|用|会)?[动挪](?!员)|办不了(?:转|关系)|[挪迁移]不(?:了|动|过来|走|成)/;
export const CAN =
	/(?<![不能可是])(?:都|全|全部|也)?(?:可以|可(?=转)|能够|能|愿意|同意|想|准备|打算|正在|马上|即将|计划|随时(?:可以|能)?)(?:把(?:组织)?关系)?(?:都|全部|一起)?(?:往[这那]边?)?(?:办理|办)?(?:转|迁|挪|移|动)(?:接)?(?:过来|进来|来|入|到|移)?(?![不吗么没员])/;
export const NOT_MOVED =
	/(?:没有?|未|尚未|还未|没能|没来得及|迟迟没)(?:有|人|一个人?|办理?|办)?(?:全部|都|完全|正式)?(?:把)?(?:组织)?(?:关系)?(?:跟着?人?|随人|一起)?(?:转(?!正)|迁|挪|移|动(?!员)|过来|落(?:过来|在)|接(?:过来|进来|转)|过来|到位|落下|落实)/;
const AWAY = new RegExp(
	`(?:不在(?!少)|在外(?=$|头|边)|(?:仍|还|都|全|各自|分别|也|均|依然|暂时)?(?:在|趴在|压在|卡在|搁在|存在|挂在|放在|留在|落在|属于|挂靠在)(?!${HERE})(?=\\p{Script=Han}{2})|[转迁挪](?:走|出|回|去|往|到(?=[总母老原外别]))|分散|滞留|停留|由[^,。]{1,6}管|各在|挂(?=社区|街道|居委|村|人才|老家))`,
	"u",
);
export const ARRIVED = new RegExp(
	`(?:已经?|都|全|也|均|早就|全部|刚).{0,6}[转迁挪移办落接](?:到(?!期)|进|入|过来|来|接(?:过来|到)|好|妥)|^(?:[转迁挪移](?:过来|进来|来|入)|过来了?)(?=$|了|[一二两三四五六七八九十\\d俩仨])|[转迁](?:到|进|入)(?:了)?${HERE}|[转迁挪][过进]?来(?:了|$|[\\d一二两三四五六七八九])|在册|转[过进]来的|转[妥齐完]|办妥|(?:在|落在|落到|都在|放在)${HERE}|(?:都|全|均|也)在(?=$|[,。的吗])`,
);
/** Places that are never the asker's own unit. */
const FAR =
	/^(?:上一|前一|另|毕业|大学|派遣|劳务|各自|各|原|以前|之前|上家|前|老|外|户籍|户口|别|其他|其它|家乡|农村|村|籍|异地|另|那边|母公司|总公司|总部|派出|人才|居委|部队|省|国外|毕业|乡)/;

/** 关系都在酒店, where the asker is 本酒店: the place was named as the asker's own before. */
export function isOwnPlace(text: string, before: number, head: string): boolean {
	const place = /(?:在|落在|挂在|放在)(?:了)?(?:本|我们|这个|自己的?)?([\u4e00-\u9fff]{2,6})/.exec(head)?.[1];
	if (place === undefined || FAR.test(place)) return false;
	if (place.startsWith("学校") && /校|学院/.test(text.slice(0, before))) return true;
	return text.slice(0, before).includes(place.slice(0, 2)) || text.slice(0, before).includes(place.slice(-2));
}

const NOBODY_OF = /没有?(?:哪|谁|人|任何|[一1]?[个名位])[^,。]{0,4}关系$/;

export type Verdict = "elsewhere" | "here" | "no" | "yes" | null;

/** What is said about the relation, from the words after (and, for 没有一个把…, before) it. */
export function judge(clause: string, statement: string): Verdict {
	const head = /[,。]/.test(statement) ? statement.slice(0, statement.search(/[,。]/)) : statement;
	if (CANNOT.test(head) && !/吗|能不能|可不可以/.test(head)) return "no";
	const able = CAN.exec(head);
	if (able && !/吗|么$|能不能|怎么|如何/.test(head)) return "yes";
	if (/转$/.test(clause.replace(/(?:党|党员)?(?:组织)?关系$/, "")) && CANNOT.test(clause)) return "no";
	// 以前关系在外地的那两个去年转进来了
	if (/以前|之前|原先|原来/.test(clause) && /[转迁][过进]?[来入]了/.test(head) && !NOT_MOVED.test(head))
		return "here";
	// 没有谁的关系不在本单位
	if (NOBODY_OF.test(clause) && /^(?:是)?不在/.test(head)) return "here";
	// 转不了关系的党员
	if (/转不(?:了|动|成)(?:党|党员)?(?:组织)?关系$/.test(clause)) return "no";
	// 都愿意把关系转来
	if (
		/(?<!不|没人)(?:愿意?|想|肯|打算|准备|可以|同意|答应)(?:把|将)(?:党|党员)?(?:组织)?关系$/.test(clause) &&
		/^[^,。了]{0,6}[转迁挪][^了]{0,3}$/.test(head)
	)
		return "yes";
	// 都不愿把关系转来
	if (
		/(?:不(?:愿意?|想|肯|打算|准备)|没法|无法)(?:把|将)?(?:党|党员)?(?:组织)?关系$/.test(clause) &&
		/^.{0,3}[转迁挪]/.test(head)
	)
		return "no";
	// 只有一名转了组织关系
	if (
		/(?<!没|未|不|没有)(?:已经?|都)?转(?:了|好|完|过来|进来)(?:党|党员)?(?:组织)?(?:关系)?$/.test(clause) &&
		!/没有?|未|不/.test(clause)
	)
		return "here";
	if (NOT_MOVED.test(head) || AWAY.test(head)) {
		// 没有一个关系在别处
		if (NOBODY_OF.test(clause) && !NOT_MOVED.test(head) && !/不在/.test(head)) return "here";
		const here = ARRIVED.exec(head);
		if (here && !NOT_MOVED.test(head) && !/不在/.test(head) && here.index < head.search(AWAY)) return "here";
		return CANNOT.test(statement) && !/吗/.test(statement) ? "no" : "elsewhere";
	}
	if (
		/(?:没有?|未)(?:有)?(?:一个人?|人|[一1]名|任何人)?(?:党员)?(?:把)?(?:党|党员)?(?:组织)?(?:关系)?$/.test(
			clause,
		) &&
		/^.{0,3}(?:转|迁|挪|落|放|在)/.test(head)
	)
		return "elsewhere";
	if (NOBODY_OF.test(clause) && ARRIVED.test(head)) return "elsewhere";
	// 没有一个在公司, 还不在公司: denied before it is said.
	if (ARRIVED.test(head))
		return /没有?|未|不(?!用|少)/.test(head.slice(0, head.search(ARRIVED))) ? "elsewhere" : "here";
	if (CANNOT.test(statement) && !/吗/.test(statement)) return "no";
	return null;
}
