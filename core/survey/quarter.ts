/** Quarters are written `2026-Q3` and are counted by the clock of Asia/Shanghai (UTC+8, no summer time). */
const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000;

export const QUARTER_PATTERN = /^20\d{2}-Q[1-4]$/;

/** Calendar date in Shanghai of an instant, `YYYY-MM-DD`. */
export function shanghaiDate(instant: string): string {
	return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Quarter that contains a calendar date. */
export function quarterOfDate(date: string): string {
	return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Quarter of an instant, by the clock of Shanghai. */
export function quarterOfInstant(instant: string): string {
	return quarterOfDate(shanghaiDate(instant));
}

/** First and last day of a quarter, both inclusive. */
export function quarterBounds(quarter: string): { readonly first: string; readonly last: string } {
	const year = Number(quarter.slice(0, 4));
	const number = Number(quarter.slice(6));
	const first = new Date(Date.UTC(year, (number - 1) * 3, 1));
	const last = new Date(Date.UTC(year, number * 3, 0));
	return { first: first.toISOString().slice(0, 10), last: last.toISOString().slice(0, 10) };
}

/** The quarter before. */
export function previousQuarter(quarter: string): string {
	const year = Number(quarter.slice(0, 4));
	const number = Number(quarter.slice(6));
	return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}

/** The quarter after. */
export function nextQuarter(quarter: string): string {
	const year = Number(quarter.slice(0, 4));
	const number = Number(quarter.slice(6));
	return number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
}

/** `2026年第三季度`. */
export function quarterLabel(quarter: string): string {
	return `${quarter.slice(0, 4)}年第${"一二三四".charAt(Number(quarter.slice(6)) - 1)}季度`;
}
