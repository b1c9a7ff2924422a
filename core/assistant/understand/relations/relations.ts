import type { Transferable } from "../../../formation/profile.ts";
import type { Mention } from "../mentions.ts";
import { type RelationStatement, relationStatements, type Share } from "./statements.ts";
import { CAN, CANNOT } from "./verdict.ts";

/** Where the formal relations (组织关系) are. */
export interface Relations {
	/** Full members whose relation is elsewhere; "all" when the text says so of everybody, else a share of them. */
	readonly elsewhere: number | "all" | Share | null;
	/** Number whose relation is here, when only that was stated (只有两个在公司). */
	readonly here: number | null;
	readonly transferable: Transferable | null;
	/** Those elsewhere come on top of those here (另有两名挂在老家). */
	readonly further: boolean;
	/** Counts that say whose relation it is and are no counts of members. */
	readonly parts: ReadonlySet<Mention>;
}

/** Puts every statement about relations together. */
export function readRelations(text: string, mentions: readonly Mention[]): Relations {
	const statements = relationStatements(text, mentions);
	const { elsewhere, here } = placesOf(statements, text);
	const parts = new Set<Mention>();
	for (const { whose } of statements) if (whose.kind === "count" && whose.mention) parts.add(whose.mention);
	const further = statements.some(
		({ whose, verdict }) => whose.kind === "count" && verdict === "elsewhere" && whose.besides === true,
	);
	return { elsewhere, here, further, transferable: transferableOf(statements, text, elsewhere, here), parts };
}

/** Numbers hold before shares, shares before what is said of everybody. */
function placesOf(
	statements: readonly RelationStatement[],
	text: string,
): Pick<Relations, "elsewhere" | "here"> {
	let away = 0;
	let here: number | null = null;
	let restAway = false;
	let share: Share | null = null;
	let everybody: "all" | 0 | null = null;
	for (const { whose, verdict, moved } of statements) {
		const isHere = verdict === "here";
		if (everybody === "all" && whose.kind === "count" && !isHere) continue;
		if (whose.kind === "count") {
			if (isHere) here = (here ?? 0) + whose.count;
			else if (verdict !== "yes") away += whose.count;
		} else if (whose.kind === "all-but") {
			if (isHere || verdict === "yes") away += whose.count;
			else here = (here ?? 0) + whose.count;
		} else if (whose.kind === "rest") restAway ||= !isHere;
		else if (whose.kind === "share") share ??= isHere ? theOthers(whose.share) : whose.share;
		// 原先挂在园区，后来关系都转来了: moved here counts, wherever it was before.
		else if (isHere) everybody = moved ? 0 : (everybody ?? 0);
		else if (everybody !== "all") everybody = "all";
	}
	if (restAway && here !== null) return { elsewhere: null, here };
	if (away > 0) return { elsewhere: away, here };
	if (here !== null) return { elsewhere: null, here };
	if (share !== null && everybody !== null && everybody !== "all") return { elsewhere: share, here };
	if (share !== null) return { elsewhere: share, here };
	if (everybody === null && /(?:都|全|全部|均)(?:是|为)流动党员/.test(text))
		return { elsewhere: "all", here };
	return { elsewhere: everybody, here };
}

/** The share of those elsewhere, where it was said how many are here. */
function theOthers(share: Share): Share {
	if (typeof share === "object") return { of: 1 - share.of };
	return share === "most" ? "few" : share === "few" ? "most" : share;
}

const NOT_LET_GO = /(?:不放人?|不给转|不让转|不同意转|不肯放|卡着|不批转|不给转出)(?=$|[,。了的])/;

function transferableOf(
	statements: readonly RelationStatement[],
	text: string,
	elsewhere: Relations["elsewhere"],
	here: number | null,
): Transferable | null {
	if (statements.some(({ verdict }) => verdict === "no")) return "no";
	const away = (elsewhere !== null && elsewhere !== 0) || here !== null;
	if (away && (NOT_LET_GO.test(text) || isSaid(CANNOT, text))) return "no";
	if (statements.some(({ verdict }) => verdict === "yes")) return "yes";
	// 关系已经转进来了 matters to a temporary branch.
	if (statements.some(({ verdict, moved }) => verdict === "here" && moved)) return "yes";
	return !CANNOT.test(text) && /关系|转(?:过来|进来|入|接)/.test(text) && isSaid(CAN, text) ? "yes" : null;
}

/** Said, not asked: 能不能转过来 is a question. */
function isSaid(pattern: RegExp, text: string): boolean {
	const found = pattern.exec(text);
	if (!found || /转正/.test(found[0])) return false;
	return (
		!/(?:能不|可不|是否|要不要|怎么|如何)$/.test(text.slice(0, found.index)) &&
		!/^[^,。]{0,4}[吗么]/.test(text.slice(found.index + found[0].length))
	);
}
