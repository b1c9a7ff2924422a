import { readNumber } from "../../language/numerals.ts";
import { absences } from "./absence.ts";
import { inBand } from "./bounds.ts";
import { type CountContext, countsWeAndOthers, type MemberCount } from "./meaning.ts";

/** Counts of several units that share or would share one organisation. */
export interface Joint {
	/** The count that sums all units; it is none of the asker's own. */
	readonly total: MemberCount | null;
	/** The sum is all the asker's (全是我们所的). */
	readonly allOurs: boolean;
}

const WHOLE_BRANCH =
	/(?:整个|全)(?:联合)?(?:党)?支部[^,。]{0,4}$|走得只剩$|(?<!在[联合党]{0,3})支部(?:里)?(?:现在|目前|如今)?(?:总人数|总共|一共|共|只|就|仅|合计|还)+(?:有|剩下?)?$/;
const ALL_OURS =
	/(?:全|都|均|就)(?:部|都)?(?:是|为|在)(?:我们|我|咱们?|本)(?:这?家|所|店|厂|公司|单位|自己)?(?:的|家|这|$)/;

/** Finds the sum over all units (四家一共2名, 整个联合支部只剩2名). */
export function readJoint(counts: readonly MemberCount[], context: CountContext): Joint {
	const { text, existing, units } = context;
	const several = units >= 2 || counts.some((m) => m.each || m.scope !== "own");
	const sums = counts.filter((m) => {
		if (
			m.role === "probationary" ||
			m.each ||
			m.scope === "other" ||
			m.time === "left" ||
			m.time === "joined"
		)
			return false;
		if (existing === "joint" && WHOLE_BRANCH.test(text.slice(Math.max(0, m.start - 14), m.start)) && !m.ours)
			return true;
		if (m.ours && m.firms === null && !countsWeAndOthers(m, text)) return false;
		if (m.firms === null && !m.total)
			return (
				existing === "joint" &&
				/(?:^|[,。])(?:这个|那个)?联合(?:党)?支部/.test(text) &&
				!/我|咱|本|公司|厂|店|所/.test(
					text.slice(0, m.start).replace(/[\d一二两三四五六七八九]家(?:公司|厂|店|所)?/g, ""),
				)
			);
		return several || existing === "joint";
	});
	return { total: sums.at(-1) ?? null, allOurs: ALL_OURS.test(text) };
}

/** Full members of all units together, asker included; null when that was not said. */
export function jointFull(
	{ total }: Joint,
	counts: readonly MemberCount[],
	own: number | null,
	context: CountContext,
): number | null {
	if (total) return inBand(total);
	const none = absences(context.text);
	const mine = counts.filter((m) => m.scope !== "other");
	// 另外四家各1名: those are the others.
	const others = counts.filter((m) => m.scope === "other" && m.time === "now" && m.role !== "probationary");
	const sum = others.reduce(
		(all, m) => all + m.low * (m.each ? (m.firms ?? firmsNamed(context.text, m.start)) : 1),
		0,
	);
	const each = mine.find((m) => m.each && m.firms !== null);
	if (each && each.low === each.high) return each.low * (each.firms ?? 1) + sum;
	if (own === null) return null;
	if (others.length > 0 || counts.some((m) => m.scope === "other" && m.time === "now")) return own + sum;
	if (
		none.other ||
		(context.existing === "joint" &&
			(none.othersGone || OTHERS_GONE.test(context.text) || ONLY_US.test(context.text)))
	)
		return own;
	return null;
}

/** 另外两家各一名: the number is part of the word for others. */
function firmsNamed(text: string, at: number): number {
	const named = /(?:另外?|其余|其他|隔壁|左右|旁边)([两三四五六七八九\d])家[^,。]*$/.exec(
		text.slice(0, at),
	)?.[1];
	return named ? (readNumber(named, 0)?.low ?? 1) : 1;
}

/** 只有我们一家2名 */
const ONLY_US =
	/(?:只有|就|只剩下?|就剩下?|仅剩|光)我们(?:一家|自己|家|公司|厂|店|所)?(?:还)?(?:有|剩)?[一二两三四五六七八九俩仨\d]/;
/** 其他公司都没了, 别家都退出了 */
const OTHERS_GONE =
	/(?:他们|对方|人家|其他|其它|别的|其余|另外|别)(?:的)?(?:[一两三四几]?家|公司|企业|单位|店|党员)*[^,。]{0,3}(?:都|全|均)?(?:没(?:有)?(?:正式)?党员|没了|没有了|走[光完]|都走|没人|退出|退了|搬走|注销|撤走)/;
