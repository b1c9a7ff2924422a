/** Who is spoken of: word classes that several grammars share. */

/** The asker's own unit. */
export const WE = "(?:我们|我司|我[厂院校会所店社]|咱们?|本[公单厂店院校会所社司]|公司里|自家)";
/** Other units near the asker's, and words that stand for units named before. */
export const OTHERS =
	"(?:隔壁|楼[上下]|对[门面]|别家|[他她它]们|[他她]家|人家|对方|邻居|旁边|附近|周[边围]|毗邻|相邻|另[外一两几][一两三四五几]?家|[那其][他它余]?[一两三四五几]?家|(?:其他|其它|其余|别的)(?:的?[一两三四五几]家|公司|企业|单位|店)?|同(?:楼|层|园区|街))";
