import { absences } from "./absence.ts";
import { keepAccount } from "./account.ts";
import { type Bounds, minus } from "./bounds.ts";
import type { MemberCount } from "./meaning.ts";
import { namedMembers, namesOneProbationary } from "./persons.ts";
import { fromWhatIsMissing } from "./prospect.ts";
import { isUncertain } from "./uncertain.ts";

/** Members of the asker's own unit. */
export interface OwnUnit {
	readonly full: Bounds | null;
	readonly probationary: number | null;
}

const ONE: Bounds = { low: 1, high: 1 };
const NOBODY: Bounds = { low: 0, high: 0 };

/** The asker's own members: from counts, else from what is said not to be there, from named persons, from how many are missing. */
export function ownUnit(counts: readonly MemberCount[], text: string): OwnUnit {
	const none = absences(text);
	const uncertain = isUncertain(text);
	const account = keepAccount(counts, text);
	// 老板和两个经理都是党员: the number is part of the list.
	const listed = counts.length <= 1 ? namedMembers(text) : null;
	let full = uncertain ? null : account.full;
	if (listed !== null && !uncertain && full !== null && full.high < listed)
		full = { low: listed, high: listed };
	let probationary = account.probationary;
	if (none.full && full === null) full = NOBODY;
	if (none.probationary && probationary === null) probationary = 0;
	const allGone = full === null || none.last > (counts.at(-1)?.start ?? -1);
	if (none.member && allGone && !counts.some((m) => m.current && m.start > none.last)) full = NOBODY;
	if (full !== null && full.low > 0 && probationary === null && namesOneProbationary(text)) {
		return { full: minus(full, ONE), probationary: 1 };
	}
	if (full !== null || uncertain) return { full, probationary };
	const said = fromWhatIsMissing(text) ?? listed ?? (probationary === null && none.onlyMe ? 1 : null);
	if (said !== null) return { full: { low: said, high: said }, probationary };
	// 只有2名预备党员, and no word of full members: there are none.
	if (probationary !== null && probationary > 0 && !none.hasFull) return { full: NOBODY, probationary };
	return { full, probationary };
}
