/** Verbs around the name of an organisation: it is wanted, or it was set up. */

export const BRANCH = "(?:党支部|支部)";
/** Verbs that make an organisation something wanted, not something there. */
export const WANT =
	"(?:想|要|能|可以|可|应该|应|该|怎么|如何|怎样|咋|咋样|打算|准备|计划|申请|需要|符合|够|是否|能否|可否|凑|希望|让|成立|组建|建立|建个|设立|筹建|创建|搞|弄|(?<![援扩承在基改新])建)";
export const DONE =
	"(?:已经?|早就|早|之前|去年|前年|刚|当时|今年|先前|原来|以前|\\d+年|[一二两三四五六七八九十]+年(?:前)?)";
export const GOT =
	"(?:已有|已经有|现有|有|设有|建有|早有|已建|已建立|已成立|已设|已设立|设了|已经建|已经建了|已经成立|已经成立了|建了|成立了|早就有|早就建了|早就成立了|建立了|办了|组建了|已组建)(?:了)?(?:一?个|自己的)?(?:独立的?)?";
/** 合建的, 先搞的, 批的是: told as a fact. */
export const MADE = /(?<!想|要|能|该)(?:建|合|成立|组建|办|搞|批|设)(?:起来)?的(?:那个|这个|是)?$/;
export const WANTED_JUST_BEFORE = new RegExp(`${WANT}[^,。]{0,6}$`);
export const WANTED_BEFORE = new RegExp(`${WANT}[^,。]{0,4}$`);
