import { chineseDate } from "../../core/assistant/dates.ts";
import type { Section } from "../../core/assistant/types.ts";
import type { BotWording } from "../../core/content/bot-wording.ts";
import { fill, sectionTitle } from "../exchange/buttons.ts";
import { bold, cutLong, join, link, type Piece, plain } from "./html.ts";

/** What the rendering of a section depends on. */
export interface SectionContext {
	readonly labels: BotWording["labels"];
	/** Public address of the site; `null` prints paths. */
	readonly siteUrl: string | null;
}

const bullet = (piece: Piece) => join([plain("• "), piece]);
const when = (condition: boolean, text: string) => (condition ? text : "");

/** A section as blocks of one or more lines, its title first. Messages may break between blocks. */
export function sectionBlocks(section: Section, context: SectionContext): Piece[] {
	const title = sectionTitle(section, context.labels);
	return [...(title === null ? [] : [bold(title)]), ...body(section, context)];
}

function body(section: Section, { labels, siteUrl }: SectionContext): Piece[] {
	const to = (label: string, url: string) => link(label, url, siteUrl);
	switch (section.kind) {
		case "facts":
			return [
				...section.facts.map((fact) =>
					plain(`• ${fact.label}：${fact.value}${when(fact.assumed, labels.assumed)}`),
				),
				...section.assumptions.flatMap((line) => cutLong(`• ${line}`)),
			];
		case "why":
			return [
				...section.paragraphs.flatMap(cutLong),
				...section.sources.map((source) =>
					bullet(
						join([
							to(source.label, source.url),
							plain(when(source.dated !== "", `（${source.dated}）`) + when(source.check, labels.check)),
						]),
					),
				),
				...(section.asOf === "" ? [] : [plain(asOfLine(section.asOf, section.row, labels))]),
			];
		case "steps":
			return [
				...section.steps.flatMap(({ title, detail, limit }, index) =>
					cutLong(
						`${index + 1}. ${title}${when(limit !== null, `（${limit}）`)}${when(detail !== null, `：${detail}`)}`,
					),
				),
				...(section.more === null ? [] : [to(section.more.label, section.more.url)]),
			];
		case "materials":
			return [
				...section.materials.flatMap(({ name, by, note }) =>
					cutLong(`• ${name}（${by}）${when(note !== null, `：${note}`)}`),
				),
				...section.documents.map((document) => bullet(to(document.label, document.url))),
			];
		case "changes":
			return section.changes.map((change) =>
				bullet(
					join([
						plain(`${change.when}：`),
						change.url === null ? plain(change.then) : to(change.then, change.url),
					]),
				),
			);
		case "cases":
			return section.cases.map((one) =>
				bullet(
					join([
						to(one.title, one.url),
						plain(
							when(one.tags.length > 0, `〔${one.tags.join("·")}〕`) +
								when(one.summary !== "", `：${one.summary}`),
						),
					]),
				),
			);
		case "links":
			return section.links.map((one) => bullet(to(one.label, one.url)));
		case "text":
			return section.paragraphs.flatMap(cutLong);
		case "contact":
			return [
				...(section.text === "" ? [] : cutLong(section.text)),
				...section.links.map((one) => bullet(to(one.label, one.url))),
			];
	}
}

function asOfLine(asOf: string, row: string | null, labels: BotWording["labels"]): string {
	return fill(labels.asOf, { date: chineseDate(asOf) }) + (row === null ? "" : fill(labels.row, { row }));
}
