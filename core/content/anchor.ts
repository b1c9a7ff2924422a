/** Anchors every guide has, by the heading that stands there. Other pages link to them, so they never change. */
export const GUIDE_SECTIONS = {
	apply: "什么情况适用",
	steps: "办理步骤",
	materials: "材料清单",
	checklist: "报送前核对",
	mistakes: "常见错误",
	sources: "依据",
	related: "相关指南",
	cases: "相关案例",
	changes: "修订记录",
} as const;
export type GuideSection = keyof typeof GUIDE_SECTIONS;

const FIXED: ReadonlyMap<string, string> = new Map(
	Object.entries(GUIDE_SECTIONS).map(([anchor, heading]) => [heading, anchor]),
);

/**
 * Anchor of a heading in a body text: the fixed one for the sections every guide has,
 * else the heading itself with punctuation and spaces as hyphens.
 */
export function headingAnchor(heading: string): string {
	return (
		FIXED.get(heading.trim()) ??
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}]+/gu, "-")
			.replaceAll(/^-|-$/g, "")
	);
}
