import type { APIRoute } from "astro";
import { GUIDE_GROUP_LABELS } from "../../core/content/vocabulary.ts";
import { shelves } from "../content/guide-links.ts";
import { knowledge } from "../content/knowledge.ts";

/** The site in outline, for programs that read for people: title, answer and address of every guide. */
export const GET: APIRoute = ({ site }) => {
	const all = knowledge();
	const link = (path: string) => new URL(path, site).href;
	const lines = [
		`# ${all.district.siteName}`,
		"",
		"> 两新组织党建的办事指南、案例、培训材料和组建规则表。每页注明依据和核对日期；引用时请带上核对日期，并写明“以上级党组织批复为准”。标“条号待核”的条号请对照原文。",
		"",
		...shelves(all.guides).flatMap(({ group, guides }) => [
			`## ${GUIDE_GROUP_LABELS[group]}`,
			"",
			...guides.map(
				({ id, title, answer, asOf }) =>
					`- [${title}](${link(`/guides/${id}/`)})：${answer}（核对日期${asOf}）`,
			),
			"",
		]),
		"## 其他",
		"",
		`- [组建规则表](${link("/rules/")})：问一问的结论都出自这张表。`,
		`- [案例库](${link("/cases/")})：${all.cases.length}个匿名示例，不对应真实单位。`,
		`- [文书与材料](${link("/documents/")})：范本均为草稿，不含红头、文号和印章。`,
		`- [名词解释](${link("/glossary/")})`,
		"",
	];
	return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
};
