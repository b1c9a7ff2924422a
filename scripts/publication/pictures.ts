import { createHash } from "node:crypto";
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { PROGRAMME_LABELS } from "../../core/content/course.ts";
import type { Knowledge } from "../../core/content/knowledge.ts";
import { GUIDE_GROUP_LABELS, GUIDE_GROUPS, MODE_LABELS } from "../../core/content/vocabulary.ts";
import type { BuildBrowser } from "../build/build-browser.ts";
import { drawPicture, type PictureText } from "./picture-canvas.ts";

/** Where drawn pictures are kept, named after what is on them. */
const KEPT = ".cache/og";
/** Pictures drawn for one question to the browser: the way there and back costs as much as a picture. */
const BATCH = 8;
const AT_ONCE = 2;

/** A preview picture for links to a page or a part of the site; `name` is its file name without ending. */
interface Picture extends PictureText {
	readonly name: string;
}

/**
 * Changes with the look of the pictures. The file and not the function: the pages ask from within their bundle,
 * where the text of a function is another one.
 */
const LOOK = readFileSync("scripts/publication/picture-canvas.ts", "utf8");

/** One picture for each part of the site, each shelf of guides, each guide, case and course. */
function pictures({ district, guides, cases, courses, documents }: Knowledge): Picture[] {
	const kicker = `${district.siteName}　${district.name}`;
	return [
		{
			name: "home",
			kicker,
			title: district.siteName,
			line: "组建、选举、发展党员、排查、创评、培训，条款和时限都注明出处",
		},
		...GUIDE_GROUPS.map((group) => ({
			name: `guides-${group}`,
			kicker,
			title: `办事指南：${GUIDE_GROUP_LABELS[group]}`,
			line: guides
				.filter((guide) => guide.group === group)
				.slice(0, 4)
				.map(({ title }) => title)
				.join("、"),
		})),
		...[
			{ name: "guides", title: "办事指南", line: `${guides.length}篇，先给一句话答案，再写步骤、材料和依据` },
			{ name: "cases", title: "案例库", line: `${cases.length}个示例，写明做法、结果和可以照做的部分` },
			{ name: "training", title: "教育培训", line: `${courses.length}门课程，材料都有网页版` },
			{ name: "documents", title: "文书与材料", line: `${documents.length}份范本、表格、讲义和课件` },
			{ name: "rating", title: "星级创评", line: "按公开的示例标准自评，结果只留在您的浏览器里" },
			{ name: "rules", title: "组建规则", line: "每一种情况恰好一个结论，逐条写明依据" },
			{ name: "assistant", title: "问一问", line: "用平常的话写下情况，按规则表给出结论" },
		].map((part) => ({ ...part, kicker })),
		...guides.map(({ id, title, answer, group }) => ({
			name: `guide-${id}`,
			kicker: `${district.siteName}　办事指南　${GUIDE_GROUP_LABELS[group]}`,
			title,
			line: answer,
		})),
		...cases.map(({ slug, title, summary, mode }) => ({
			name: `case-${slug}`,
			kicker: `${district.siteName}　案例　${MODE_LABELS[mode]}　示例`,
			title,
			line: summary,
		})),
		...courses.map(({ slug, title, goal, programme }) => ({
			name: `course-${slug}`,
			kicker: `${district.siteName}　培训课程　${PROGRAMME_LABELS[programme]}`,
			title,
			line: goal,
		})),
	];
}

/** What a picture shows decides its name in the cache: a changed sentence draws one picture anew. */
function keyOf({ kicker, title, line }: Picture): string {
	return createHash("sha256")
		.update(JSON.stringify([kicker, title, line, LOOK]))
		.digest("hex")
		.slice(0, 20);
}

/**
 * Draws the preview pictures that are not in the cache yet, and drops those no page shows any more. Ready when the
 * picture of the home page is there, so that pages may name pictures; the others follow while the pages are made:
 * `drawn` settles after the last. Without a browser there are none, and the pages name none.
 */
export async function drawPictures(
	knowledge: Knowledge,
	browser: BuildBrowser,
	say: (text: string) => void,
): Promise<{ readonly drawn: Promise<void> }> {
	const wanted = new Map(pictures(knowledge).map((picture) => [keyOf(picture), picture]));
	mkdirSync(KEPT, { recursive: true });
	const kept = new Set(readdirSync(KEPT));
	for (const file of kept) if (!wanted.has(basename(file, ".jpg"))) rmSync(join(KEPT, file));
	const [first, ...others] = [...wanted].filter(([key]) => !kept.has(`${key}.jpg`));
	const excuse = (error: unknown) =>
		say(`预览图没有生成：${error instanceof Error ? error.message : String(error)}`);
	if (first === undefined) return { drawn: Promise.resolve() };
	try {
		await draw(browser, [[first]]);
	} catch (error) {
		excuse(error);
		return { drawn: Promise.resolve() };
	}
	const batches = Array.from({ length: Math.ceil(others.length / BATCH) }, (_, at) =>
		others.slice(at * BATCH, (at + 1) * BATCH),
	);
	return {
		drawn: Promise.all(Array.from({ length: AT_ONCE }, () => draw(browser, batches))).then(() => {}, excuse),
	};
}

/** Takes batches until none is left, and keeps what it draws. */
async function draw(
	browser: BuildBrowser,
	batches: (readonly [key: string, picture: Picture])[][],
): Promise<void> {
	const page = await (await browser.get()).newPage();
	await page.evaluate(`globalThis.drawPicture = ${drawPicture}`);
	for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
		const drawn = await page.evaluate(
			(texts) => texts.map((globalThis as unknown as { drawPicture: typeof drawPicture }).drawPicture),
			batch.map(([, { kicker, title, line }]) => ({ kicker, title, line })),
		);
		for (const [at, [key]] of batch.entries())
			writeFileSync(join(KEPT, `${key}.jpg`), Buffer.from(drawn[at] ?? "", "base64"));
	}
	await page.close();
}

/** Names of the pictures that are drawn, or being drawn, for the pages; asked while the pages are built. */
export function drawnPictures(knowledge: Knowledge): string[] {
	const [home, ...others] = pictures(knowledge);
	return home !== undefined && existsSync(fileOf(home)) ? [home, ...others].map(({ name }) => name) : [];
}

/** Copies the pictures into the built site; in place of one that failed the home page's. */
export function copyPictures(knowledge: Knowledge, root: string): void {
	mkdirSync(join(root, "og"), { recursive: true });
	const all = pictures(knowledge);
	const files = all.map(fileOf);
	const [home = ""] = files;
	if (!existsSync(home)) return;
	for (const [at, file] of files.entries())
		copyFileSync(existsSync(file) ? file : home, join(root, "og", `${all[at]?.name}.jpg`));
}

function fileOf(picture: Picture): string {
	return join(KEPT, `${keyOf(picture)}.jpg`);
}
