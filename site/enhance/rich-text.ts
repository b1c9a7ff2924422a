import { KEEP_CLASS, splitQuantities } from "../content/quantities.ts";
import { type Child, element } from "./element.ts";

/** Text with its quantities (3名, 1个月) and dates kept on one line each. */
export function richText(text: string): Child[] {
	return splitQuantities(text).map((piece) =>
		piece.kind === "text" ? piece.text : element("span", { class: KEEP_CLASS[piece.kind] }, piece.text),
	);
}
