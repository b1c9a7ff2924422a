import { CASE_HEADINGS } from "../../core/content/case.ts";

/** A new file and its text. */
export interface Scaffold {
	readonly file: string;
	readonly text: string;
}

/**
 * Text of a new content file that passes `content:check` at once.
 * @throws Error in Chinese when an argument is missing or malformed.
 */
export function scaffold(kind: string, id: string, title: string, today: string): Scaffold {
	const usage =
		"用法：npm run content:new -- guide|case|training 标识 标题，例如 guide branch-archive 支部档案";
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || title.length < 4) {
		throw new Error(`标识只能用小写字母、数字和连字符，标题至少4个字。\n${usage}`);
	}
	const reviewDue = new Date(Date.parse(today) + 330 * 86_400_000).toISOString().slice(0, 10);
	switch (kind) {
		case "guide":
			return { file: `content/guides/${id}.mdx`, text: guideText(title, today, reviewDue) };
		case "case":
			return { file: `content/cases/${id}.mdx`, text: caseText(title, today) };
		case "training":
			return { file: `content/training/${id}.mdx`, text: courseText(title, today) };
		default:
			throw new Error(`不认识的类型“${kind}”。\n${usage}`);
	}
}

function guideText(title: string, today: string, reviewDue: string): string {
	return `---
title: ${title}
group: establish
order: 900
intent: procedure
answer: 用一句话直接回答读者的问题，写清条件、时限和由谁决定。
aliases: [大家平时怎么问, 换一种说法怎么问]
audience: [secretary]
asOf: "${today}"
reviewDue: "${reviewDue}"
jurisdiction: national
steps:
  - { title: 第一步做什么, detail: 怎么做，一两句话。, by: 本单位 }
checklist: [报送前要核对的一点]
mistakes:
  - { title: 常见的一个错误, detail: 为什么不对，应当怎么做。 }
sources:
  - { source: branch-regulations }
changes:
  - { date: "${today}", note: 首次发布。 }
---

## 什么情况适用

写明哪些单位、什么情形适用这篇指南。
`;
}

function caseText(title: string, today: string): string {
	return `---
title: ${title}
summary: 用一句话写出这个案例最值得借鉴的地方。
mode: single
form: single
kind: enterprise
industry: information
star: null
year: ${today.slice(0, 4)}
example: true
facts:
  - { label: 职工人数, value: 约40人 }
  - { label: 正式党员, value: 3名以上 }
guides: [single-branch]
asOf: "${today}"
changes:
  - { date: "${today}", note: 首次发布。 }
---

${CASE_HEADINGS.map((heading) => `## ${heading}\n\n写两三句话。`).join("\n\n")}
`;
}

function courseText(title: string, today: string): string {
	return `---
title: ${title}
goal: 用一句话写明参训的人学完能做什么。
programme: rotation
audience: 两新组织党组织书记和党务工作者
hours: 4
place: 示例区党群服务中心
registration: { deadline: "${today}", how: 由街道统一报送名单外的人数 }
sessions:
  - { date: "${today}", from: "09:00", to: "12:00", title: 第一节内容, method: lecture, hours: 4 }
outcomes: [学完能独立完成的一件事]
materials: [request-single-branch]
example: true
asOf: "${today}"
changes:
  - { date: "${today}", note: 首次发布。 }
---

写明怎样准备、怎样上课、材料怎么用。
`;
}
