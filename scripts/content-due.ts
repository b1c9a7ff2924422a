/** `npm run content:due [-- 天数]`: pages and rules whose review is overdue or falls due soon. */
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";

const DEFAULT_DAYS = 30;

try {
	const days = Number(process.argv[2] ?? DEFAULT_DAYS);
	if (!Number.isInteger(days) || days < 0)
		throw new Error("天数应是不小于0的整数，例如 npm run content:due -- 60");
	const today = new Date().toISOString().slice(0, 10);
	const until = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	const { guides, formation, rating, district } = loadKnowledge();
	const due = [
		...guides.map(({ id, title, reviewDue }) => ({ file: `content/guides/${id}.mdx`, title, reviewDue })),
		{ file: "content/rules/formation.yaml", title: "组建规则表", reviewDue: formation.reviewDue },
		{ file: "content/rules/rating.yaml", title: rating.title, reviewDue: rating.reviewDue },
		{ file: "content/office/district.yaml", title: "街道与联系方式", reviewDue: district.reviewDue },
	]
		.filter((page) => page.reviewDue <= until)
		.sort((a, b) => a.reviewDue.localeCompare(b.reviewDue));
	for (const page of due) {
		console.log(
			`${page.reviewDue}  ${page.reviewDue < today ? "已过期" : "将到期"}  ${page.title}  ${page.file}`,
		);
	}
	console.log(
		due.length === 0 ? `${until}前没有需要复核的内容。` : `共${due.length}项需要在${until}前复核。`,
	);
} catch (error) {
	reportFailure(error);
}
