/** `2026-09-30` → `2026年9月30日`. */
export function chineseDate(date: string): string {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	return `${year}年${month}月${day}日`;
}
