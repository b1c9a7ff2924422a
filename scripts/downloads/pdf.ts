import type { Page } from "playwright-core";
import type { DocumentModel } from "../../core/documents/blocks.ts";
import { escapeHtml, toHtml } from "../../core/documents/html.ts";
import { slidesOf } from "./pptx.ts";
import { settlePdf } from "./reproducible.ts";

const FACES = `
	:root { --sans: "Noto Sans SC", sans-serif; --serif: "Noto Serif SC", serif; }
	* { box-sizing: border-box; }
	body { margin: 0; color: #000; text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; overflow-wrap: anywhere; }
	table { width: 100%; border-collapse: collapse; font-size: .86em; line-height: 1.6; margin: 4pt 0 10pt; }
	th, td { border: .5pt solid #000; padding: 3pt 5pt; text-align: left; vertical-align: top; }
	.short { white-space: nowrap; } td:empty { height: 25pt; } td:empty:not(.short) { min-width: 6em; }
	tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
	.blank { border-bottom: .5pt solid #000; } a { color: inherit; }`;

/** Official papers: the margins, sizes and pitch of GB/T 9704—2012. */
const PAPER = `${FACES}
	body { font: 16pt/29pt var(--serif); }
	h1 { font: 700 22pt/34pt var(--serif); text-align: center; text-wrap: balance; margin: 0 0 29pt; }
	h2 { font: 700 16pt/29pt var(--sans); margin: 0; } h3 { font: 700 16pt/29pt var(--serif); margin: 0; }
	p { margin: 0; text-indent: 2em; } ul, ol { margin: 0; padding-left: 2em; }
	p.addressee { text-indent: 0; } p.signature { text-indent: 0; text-align: right; padding-right: 4em; margin-top: 6pt; } p.annex { margin-top: 29pt; } p:has(+ p.signature) { break-after: avoid; }
	h2.paper { display: none; } h2.advice { break-before: page; }
	p.subtitle { display: none; }`;

/** Reading matter. */
const READING = `${FACES}
	body { font: 10.5pt/17pt var(--sans); }
	h1 { font: 700 22pt/30pt var(--serif); margin: 0 0 6pt; } p.subtitle { color: #555; margin: 0 0 16pt; padding-bottom: 8pt; border-bottom: 1pt solid #8C1C16; }
	h2 { font: 700 14pt/22pt var(--serif); margin: 16pt 0 6pt; } h3 { font: 700 11pt/18pt var(--sans); margin: 10pt 0 4pt; }
	p { margin: 0 0 7pt; } ul, ol { margin: 0 0 8pt; padding-left: 1.5em; } li { margin-bottom: 3pt; }`;

const SLIDES = `${FACES}
	body { font: 24pt/38pt var(--sans); }
	section { width: 960pt; height: 540pt; padding: 48pt 64pt; break-after: page; position: relative; border-top: 5pt solid #B3261E; background: #FBF8F3; }
	section:last-child { break-after: auto; }
	h1 { font: 700 38pt/54pt var(--serif); margin: 130pt 0 18pt; } h2 { font: 700 28pt/40pt var(--serif); margin: 0 0 18pt; padding-bottom: 8pt; border-bottom: 1.2pt solid #1F1B16; }
	ul { margin: 0; padding-left: 1em; } li { margin-bottom: 10pt; } .page { position: absolute; right: 64pt; bottom: 24pt; font-size: 11pt; color: #73695B; } p.subtitle { color: #73695B; margin: 0; }
	.notes { position: absolute; left: 64pt; bottom: 22pt; width: 760pt; margin: 0; padding-top: 10pt; border-top: .75pt solid #CFC5B5; font-size: 17pt; line-height: 28pt; color: #5C5347; }`;

/** A PDF with real text, and its number of pages; `sheet` is any page of a browser, whatever it showed before. */
export async function toPdf(
	sheet: Page,
	model: DocumentModel,
	kind: "template" | "form" | "handout" | "slides",
	date: string,
): Promise<{ bytes: Uint8Array; pages: number }> {
	await sheet.setContent(kind === "slides" ? slidesPage(model) : documentPage(model));
	await sheet.evaluate(() => document.fonts.ready);
	const bytes = await sheet.pdf(kind === "slides" ? SLIDE_PAGE : documentOptions(model));
	return { bytes: settlePdf(bytes, date), pages: countPages(bytes) };
}

const SLIDE_PAGE = {
	width: "1280px",
	height: "720px",
	printBackground: true,
	tagged: true,
	outline: true,
} as const;

function documentOptions(model: DocumentModel) {
	const foot = (text: string) =>
		`<div style="width:100%;font:10pt 'Noto Serif SC';text-align:center;color:#000">${text}</div>`;
	return {
		format: "A4",
		margin: model.draft
			? { top: "37mm", bottom: "35mm", left: "28mm", right: "26mm" }
			: { top: "21mm", bottom: "19mm", left: "24mm", right: "20mm" },
		displayHeaderFooter: true,
		headerTemplate: model.draft
			? `<div style="width:100%;font:11pt 'Noto Serif SC';text-align:right;padding-right:26mm;color:#555">草稿</div>`
			: "<div></div>",
		footerTemplate: foot('— <span class="pageNumber"></span> —'),
		tagged: true,
		outline: true,
	} as const;
}

function documentPage(model: DocumentModel): string {
	return page(
		model.title,
		model.draft ? PAPER : READING,
		`<h1>${escapeHtml(model.title)}</h1><p class="subtitle">${escapeHtml(model.subtitle)}</p>${toHtml(model)}`,
	);
}

function slidesPage(model: DocumentModel): string {
	const slides = slidesOf(model.blocks);
	const sections = slides.map(
		({ title, bullets, notes }, index) =>
			`<section><h2>${escapeHtml(title)}</h2><ul>${bullets.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>${notes.length > 0 ? `<p class="notes">讲解　${notes.map(escapeHtml).join("<br>")}</p>` : ""}<div class="page">${index + 1} / ${slides.length}</div></section>`,
	);
	const cover = `<section><h1>${escapeHtml(model.title)}</h1><p class="subtitle">${escapeHtml(model.subtitle)}</p></section>`;
	return page(model.title, SLIDES, cover + sections.join(""));
}

function page(title: string, style: string, body: string): string {
	return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}

function countPages(bytes: Uint8Array): number {
	return (
		Buffer.from(bytes)
			.toString("latin1")
			.match(/\/Type \/Page\b/g)?.length ?? 0
	);
}
