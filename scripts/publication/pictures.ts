import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { GUIDE_GROUP_LABELS, GUIDE_GROUPS } from "../../core/content/vocabulary.ts";
import { launchBrowser } from "../browser.ts";

/** Where pictures wait until the site is built; pages name a picture only when it is here. */
export const PICTURES_FOLDER = ".cache/og";
const LIST = join(PICTURES_FOLDER, "list.json");

/** A preview picture for links to a part of the site. */
interface Picture {
	/** File name without ending. */
	readonly name: string;
	readonly title: string;
	readonly line: string;
}

/** One picture for each part of the site and each shelf of guides. */
function pictures({ district, guides, cases, courses, documents }: Knowledge): Picture[] {
	return [
		{
			name: "home",
			title: district.siteName,
			line: "组建、选举、发展党员、排查、创评、培训，条款和时限都注明出处",
		},
		...GUIDE_GROUPS.map((group) => ({
			name: `guides-${group}`,
			title: `办事指南：${GUIDE_GROUP_LABELS[group]}`,
			line: guides
				.filter((guide) => guide.group === group)
				.slice(0, 4)
				.map(({ title }) => title)
				.join("、"),
		})),
		{ name: "guides", title: "办事指南", line: `${guides.length}篇，先给一句话答案，再写步骤、材料和依据` },
		{ name: "cases", title: "案例库", line: `${cases.length}个示例，写明做法、结果和可以照做的部分` },
		{ name: "training", title: "教育培训", line: `${courses.length}门课程，材料都有网页版` },
		{ name: "documents", title: "文书与材料", line: `${documents.length}份范本、表格、讲义和课件` },
		{ name: "rating", title: "星级创评", line: "按公开的示例标准自评，结果只留在您的浏览器里" },
		{ name: "rules", title: "组建规则", line: "每一种情况恰好一个结论，逐条写明依据" },
		{ name: "assistant", title: "问一问", line: "用平常的话写下情况，按规则表给出结论" },
	];
}

const STYLE = `
	* { box-sizing: border-box; margin: 0; }
	body { width: 1200px; height: 630px; padding: 84px 88px; background: #fbf8f3; border-top: 14px solid #b3261e; color: #1f1b16; display: flex; flex-direction: column; font-family: "Noto Sans SC", sans-serif; }
	small { font-size: 30px; color: #5c5347; }
	h1 { margin-top: auto; font: 700 84px/1.3 "Noto Serif SC", serif; }
	p { margin: 28px 0 auto; padding-top: 28px; border-top: 2px solid #1f1b16; font-size: 34px; line-height: 1.6; color: #5c5347; }`;

/**
 * Draws the preview pictures, 1200 × 630, unless those of the last build still hold.
 * Without a browser there are none, and the pages name none.
 */
export async function drawPictures(knowledge: Knowledge, say: (text: string) => void): Promise<void> {
	const list = pictures(knowledge);
	const { siteName, name } = knowledge.district;
	const key = createHash("sha256")
		.update(JSON.stringify([list, siteName, name, STYLE]))
		.digest("hex");
	const held = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, "utf8")) as { key: string }) : null;
	if (held?.key === key) return;
	mkdirSync(PICTURES_FOLDER, { recursive: true });
	try {
		const browser = await launchBrowser();
		try {
			const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
			for (const { name: file, title, line } of list) {
				await page.setContent(
					`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body><small></small><h1></h1><p></p>`,
				);
				await page.evaluate(
					([head, big, below]) => {
						for (const [tag, text] of [
							["small", head],
							["h1", big],
							["p", below],
						] as const) {
							const place = document.querySelector(tag);
							if (place) place.textContent = text ?? "";
						}
					},
					[`${siteName}　${name}`, title, line],
				);
				writeFileSync(join(PICTURES_FOLDER, `${file}.png`), await page.screenshot());
			}
		} finally {
			await browser.close();
		}
	} catch (error) {
		say(`预览图没有生成：${error instanceof Error ? error.message : String(error)}`);
		return;
	}
	writeFileSync(LIST, JSON.stringify({ key, names: list.map(({ name: file }) => file) }));
}

/** Copies the pictures into the built site. */
export function copyPictures(root: string): void {
	if (!existsSync(LIST)) return;
	const { names } = JSON.parse(readFileSync(LIST, "utf8")) as { names: string[] };
	mkdirSync(join(root, "og"), { recursive: true });
	for (const name of names)
		copyFileSync(join(PICTURES_FOLDER, `${name}.png`), join(root, "og", `${name}.png`));
}
