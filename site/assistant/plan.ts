/** The printable plan: the answer to the facts in the address, on one sheet. */
import type { Reply, Section } from "../../core/assistant/types.ts";
import { byId, element } from "../enhance/element.ts";
import { richText } from "../enhance/rich-text.ts";
import { factsView } from "./facts-view.ts";
import { readFragment } from "./fragment.ts";
import { KnowledgeLoader } from "./knowledge-loader.ts";
import { contactView, materialsView, stepsView, textView, whyView } from "./section-views.ts";
import { Session } from "./session.ts";

const sheet = byId("plan", HTMLElement);

async function show(): Promise<void> {
	const loader = new KnowledgeLoader();
	const session = new Session(loader);
	byId("plan-back", HTMLAnchorElement).href = `/assistant/${location.hash}`;
	const replies = await session.restore(readFragment(location.hash));
	const reply = replies?.at(-1);
	if (reply === undefined || reply.outcome === null) {
		sheet.replaceChildren(missing());
		return;
	}
	const { wording, guides, outcomes } = await loader.core();
	const outcome = outcomes.find(({ code }) => code === reply.outcome);
	const guide = guides.find(({ id }) => id === outcome?.guide);
	sheet.replaceChildren(
		element("h2", { class: "conclusion" }, ...richText(reply.headline)),
		...part(reply, "facts", "单位情况"),
		...part(reply, "why", wording.titles["why"] ?? ""),
		...part(reply, "steps", wording.titles["steps"] ?? ""),
		...(guide === undefined || guide.materials.length === 0
			? []
			: [
					section(wording.titles["materials"] ?? "", "materials", [
						element(
							"ul",
							{ class: "checklist plan-columns" },
							...guide.materials.map(({ name, by, note }) =>
								element(
									"li",
									{},
									element("span", {}, `${name}（${by}）`, note ? element("small", {}, note) : false),
								),
							),
						),
					]),
				]),
		...part(reply, "contact", null),
	);
}

function part(reply: Reply, kind: Section["kind"], title: string | null): Node[] {
	return reply.sections
		.filter((candidate) => candidate.kind === kind)
		.map((found) => section(title, kind, contents(found)));
}

function contents(found: Section): Node[] {
	switch (found.kind) {
		case "facts":
			return factsView(found, null, new Set());
		case "why":
			return whyView(found);
		case "steps":
			return stepsView({ ...found, more: null });
		case "materials":
			return materialsView(found);
		case "text":
			return textView(found);
		case "contact":
			return contactView({ ...found, links: [] });
		default:
			return [];
	}
}

function section(title: string | null, kind: string, children: readonly Node[]): HTMLElement {
	return element(
		"section",
		{ class: `answer-section answer-${kind}` },
		title !== null && element("h3", {}, title),
		...children,
	);
}

function missing(): HTMLElement {
	return element(
		"p",
		{ class: "note" },
		"还没有可以打印的结论。请先到",
		element("a", { href: `/assistant/${location.hash}` }, "问一问"),
		"写下单位情况，得出结论后再打印。",
	);
}

show().catch(() => {
	sheet.replaceChildren(
		element(
			"p",
			{ class: "note error" },
			element("b", {}, "没有载入"),
			"规则没有载入，请检查网络后刷新本页。",
		),
	);
});
