import type { ContentProblem } from "../../core/content/problem.ts";
import type { CheckedContent } from "./references.ts";

/** Labels that tell a screen-reader user nothing about where the link goes. */
const VAGUE = new Set(["点击这里", "点这里", "这里", "此处", "详见", "链接", "更多", "查看"]);

/** Anchors every guide page has, besides its own topic id and its headings. */
const GUIDE_ANCHORS = ["apply", "steps", "materials", "checklist", "mistakes", "sources", "cases", "changes"];

/** Checks links of Markdown bodies to guides, cases, courses and documents. */
export function pageLinks(content: CheckedContent): ContentProblem[] {
	const problems: ContentProblem[] = [];
	const pages = new Set([
		...content.guides.map((entry) => `/guides/${entry.id}/`),
		...content.cases.map((entry) => `/cases/${entry.id}/`),
		...content.courses.map((entry) => `/training/${entry.id}/`),
		...content.documents.map((entry) => `/documents/${entry.id}/`),
	]);
	const collections = /^\/(guides|cases|training|documents)\/[^/]+\/$/;
	for (const { file } of [...content.guides, ...content.cases, ...content.courses, ...content.documents]) {
		file.body.split("\n").forEach((text, index) => {
			for (const [, label = "", target = ""] of text.matchAll(/(?<!!)\[([^\]]*)\]\(([^)\s]+)\)/g)) {
				const at = { file: file.file, line: file.bodyLine + index };
				if (VAGUE.has(label.trim())) {
					problems.push({
						...at,
						what: `链接文字“${label}”没有说明去哪里`,
						mend: "写成目标页面的名称，例如 [换届](/guides/re-election/)",
					});
				}
				const [path = "", anchor = ""] = target.split("#");
				if (!path.startsWith("/")) continue;
				if (
					collections.test(path)
						? !pages.has(path)
						: /^\/(guides|cases|training|documents)\/[^/]+$/.test(path)
				) {
					problems.push({
						...at,
						what: `链接指向不存在的页面 ${path}`,
						mend: "检查拼写；站内网址以 / 结尾，例如 /guides/re-election/",
					});
				}
				const guide = /^\/guides\/([^/]+)\/$/.exec(path)?.[1];
				if (guide && anchor && anchor !== guide && !GUIDE_ANCHORS.includes(anchor)) {
					problems.push({
						...at,
						what: `指南页没有锚点 #${anchor}`,
						mend: `可用：${GUIDE_ANCHORS.join("、")}`,
					});
				}
			}
		});
	}
	return problems;
}
