import { splitQuantities } from "../content/quantities.ts";
import { type Child, element } from "./element.ts";

/** Text with its quantities (3名, 1个月) kept on one line each. */
export function richText(text: string): Child[] {
	return splitQuantities(text).map((piece) =>
		piece.quantity ? element("span", { class: "qty" }, piece.text) : piece.text,
	);
}
