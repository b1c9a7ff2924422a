/** A child of a built element: text goes in as text, never as markup. */
export type Child = Node | string | null | undefined | false | readonly Child[];

/** Attributes: `true` sets the bare attribute, `null`, `undefined` and `false` leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Builds an element without ever parsing a string as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	const result = document.createElement(name);
	setAttributes(result, attributes);
	append(result, children);
	return result;
}

/** Appends children, skipping the absent ones. */
export function append(parent: Node, children: readonly Child[]): void {
	for (const child of children) {
		if (child === null || child === undefined || child === false) continue;
		if (Array.isArray(child)) append(parent, child as readonly Child[]);
		else parent.appendChild(typeof child === "string" ? document.createTextNode(child) : (child as Node));
	}
}

/** A line icon of `Icon.astro`: the same path, drawn beside a word. */
export function icon(path: string): SVGSVGElement {
	const namespace = "http://www.w3.org/2000/svg";
	const svg = document.createElementNS(namespace, "svg");
	setAttributes(svg, { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" });
	const shape = document.createElementNS(namespace, "path");
	shape.setAttribute("d", path);
	svg.appendChild(shape);
	return svg;
}

/** The element with this id, which the page is known to have. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
	const found = document.getElementById(id);
	if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}`);
	return found;
}

function setAttributes(target: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === null || value === undefined || value === false) continue;
		target.setAttribute(name, value === true ? "" : String(value));
	}
}
