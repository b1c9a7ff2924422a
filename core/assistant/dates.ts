/** `2026-09-18` → `2026年9月18日`; a year or a month alone stay as short as they are. */
export function chineseDate(iso: string): string {
	const [year, month, day] = iso.split("-");
	return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
}

/**
 * Whether a review day has passed.
 * @param now ISO instant; the day is taken in Asia/Shanghai, where the office is
 */
export function isOverdue(reviewDue: string, now: string): boolean {
	const shanghai = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
	return shanghai > reviewDue;
}
