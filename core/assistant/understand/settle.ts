/** What an account comes to once everything has been said. */
import { type Bounds, either, inBand, minus, plus } from "./bounds.ts";
import type { Mention } from "./mentions.ts";

/** Members of one unit, as the text counts them up. */
export interface Account {
	/** Full members; null when the text does not say. */
	readonly full: Bounds | null;
	readonly probationary: number | null;
}

/** Nobody at all. */
export const NOBODY: Bounds = { low: 0, high: 0 };

/** What has been said so far. */
export interface State {
	/** Members of both kinds together. */
	members: Bounds | null;
	full: Bounds | null;
	probationary: Bounds | null;
	/** How the probationary members relate to `members`: part of them, on top, or not stated. */
	part: Mention["part"];
	/** Everything so far was said of an earlier time. */
	past: boolean;
	/** Number came from a list of parts (研发部4名、市场部2名). */
	parts: boolean;
	/** Those who came, when it was not said to how many. */
	arrived: Bounds | null;
}

/** 预备的都转正了: probationary members who are full members now. */
export function convert(state: State, text: string): void {
	if (state.probationary === null || state.probationary.low === 0) return;
	if (
		!/预备[^,。]{0,8}(?:都|刚|已经?|按期|如期|按时|顺利|期满|上|前|去年|今年|全|也)[^,。不没未]{0,6}(?:转正|转为正式)(?!后|的话|时)|预备[^,。不没未能可会]{0,4}转正了/.test(
			text,
		)
	)
		return;
	if (/如果|要是|等|下个?月|明年|年底|马上|快要?|即将/.test(text)) return;
	const { full, members, probationary, part } = state;
	if (members !== null && part === "among") state.full = members;
	else state.full = plus(full ?? members ?? NOBODY, probationary);
	state.members = null;
	state.past = false;
	state.probationary = NOBODY;
}

/** Full and probationary members, as far as the text says. */
export function close(state: State, text: string): Account {
	const { full, probationary } = state;
	const members = state.members ?? (full === null ? state.arrived : null);
	if (state.past && (members === null || members !== state.arrived))
		return { full: null, probationary: probationary?.low ?? null };
	const count = probationary?.low ?? null;
	if (full !== null) {
		const rest =
			members !== null && members.low === members.high && full.low === full.high ? members.low - full.low : 0;
		return { full, probationary: count ?? (rest > 0 && sharesOne(text) ? rest : null) };
	}
	if (members === null) return { full: null, probationary: count };
	if (ALL_PROBATIONARY.test(text) && !/不(?:全|都)/.test(text))
		return { full: NOBODY, probationary: members.low };
	if (members.high === 1 && probationary === null && STILL_PROBATIONARY.test(text))
		return { full: NOBODY, probationary: 1 };
	if (HALF_PROBATIONARY.test(text)) {
		const half = Math.floor(members.low / 2);
		return { full: { low: members.low - half, high: members.low - half }, probationary: half };
	}
	if (probationary === null || state.part === "besides") return { full: members, probationary: count };
	if (probationary.low > members.low) return { full: members, probationary: count };
	const rest = minus(members, probationary);
	if (state.part === "among" || REST_FULL.test(text)) return { full: rest, probationary: count };
	// 3名党员，1名预备党员 can be read both ways: ask where that decides.
	const both = either(rest, members);
	return { full: inBand(both) === null ? both : rest, probationary: count };
}

/** 俩预备，其余都是正式 */
const REST_FULL =
	/(?:其余|其他|剩下|余下)(?:的|几[个名]|人)*(?:都|全|均)?(?:是|为|已经?)*(?:正式|转正|转了正)/;
/** 只有小李一个，还是预备 */
const STILL_PROBATIONARY = /,(?:他|她)?(?:目前|现在)?(?:还|仍|也)(?:只)?(?:是|在|处于)(?:个)?预备/;
const ALL_PROBATIONARY =
	/(?:全|都|清一色|一水儿)(?:部|都)?(?:是|还是|为|还)?(?:在)?(?:预备|没转正|未转正|没有转正)/;
const HALF_PROBATIONARY = /预备(?:党员|的)?占(?:了)?一半|一半(?:还|都)?(?:是)?(?:(?:没有?|未)转正|预备)/;

/** The text splits one count into kinds: 5名党员，3名正式. */
function sharesOne(text: string): boolean {
	return /其中|里面|里头|当中|算上|连|含|包括/.test(text) || /党员.{0,8}[,、]?.{0,6}正式/.test(text);
}
