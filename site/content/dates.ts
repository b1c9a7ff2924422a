/** Today in Shanghai at build time, `YYYY-MM-DD`. */
export const TODAY: string = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(
	new Date(),
);

function parts(date: string): [year: number, month: number, day: number] {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	return [year, month, day];
}

/** `2026年9月18日`; a year, or year and month, alone is printed as far as it goes. */
export function longDate(date: string): string {
	const [year, month, day] = parts(date);
	return `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
}

/** `9月18日`, with the year when it is not that of `relativeTo`. */
export function shortDate(date: string, relativeTo: string = TODAY): string {
	const [year, month, day] = parts(date);
	const short = `${month}月${day}日`;
	return date.slice(0, 4) === relativeTo.slice(0, 4) ? short : `${year}年${short}`;
}

/** Day of the week, 0 for Monday to 6 for Sunday. */
export function weekday(date: string): number {
	return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const NAMES = ["一", "二", "三", "四", "五", "六", "日"] as const;

/** `星期三`. */
export const weekdayName = (date: string): string => `星期${NAMES[weekday(date)]}`;

/** Headings of a calendar, Monday first. */
export const WEEKDAY_NAMES: readonly string[] = NAMES;

/** `2026年12月2日至3日`: leaves out of the second date what equals the first. */
export function dateRange(from: string, to: string): string {
	if (from === to) return longDate(from);
	const [, month, day] = parts(to);
	if (from.slice(0, 7) === to.slice(0, 7)) return `${longDate(from)}至${day}日`;
	if (from.slice(0, 4) === to.slice(0, 4)) return `${longDate(from)}至${month}月${day}日`;
	return `${longDate(from)}至${longDate(to)}`;
}
