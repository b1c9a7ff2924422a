/** The four kinds of readers and the questions they come with. Each question names the guide that answers it. */
export const DOORS = [
	{
		title: "还没有党组织",
		audience: "企业、社会组织负责人",
		questions: [
			{ label: "能不能成立党支部", guide: "single-branch" },
			{ label: "党员不足3名怎么办", guide: "joint-branch-area" },
			{ label: "没有党员怎么办", guide: "instructor" },
			{ label: "成立要交哪些材料", guide: "materials-list" },
		],
	},
	{
		title: "我是党组织书记",
		audience: "书记、委员、党务工作者",
		questions: [
			{ label: "换届怎么办", guide: "re-election" },
			{ label: "三会一课与主题党日", guide: "organizational-life" },
			{ label: "星级自评怎么做", guide: "star-rating-procedure" },
			{ label: "培训和学时", guide: "secretary-training" },
		],
	},
	{
		title: "我是党员",
		audience: "党员、流动党员、入党申请人",
		questions: [
			{ label: "组织关系转到哪里", guide: "transfer-in" },
			{ label: "流动党员怎么过组织生活", guide: "floating-members" },
			{ label: "向谁递交入党申请", guide: "join-application" },
			{ label: "预备期与转正", guide: "probation-and-conversion" },
		],
	},
	{
		title: "我在街道社区工作",
		audience: "街道、社区、园区党务人员",
		questions: [
			{ label: "五清排查怎么填", guide: "survey-five-clear" },
			{ label: "台账与季度更新", guide: "ledger-update" },
			{ label: "覆盖率怎么算", guide: "org-coverage-rate" },
			{ label: "选派党建指导员", guide: "instructor-request" },
		],
	},
] as const;

/** Guides most people look for, under the search box. */
export const OFTEN = [
	{ label: "成立党支部", guide: "single-branch" },
	{ label: "联合党支部", guide: "joint-branch-area" },
	{ label: "换届", guide: "re-election" },
	{ label: "组织关系转接", guide: "transfer-in" },
	{ label: "五清排查", guide: "survey-five-clear" },
] as const;

/** Searches offered while nothing is typed yet: a term, two words, a form of organisation, a question. */
export const SEARCHES = [
	"换届",
	"联合党支部 牵头",
	"流动党员",
	"书记补选",
	"党费怎么算",
	"不足三名党员怎么办",
] as const;
