/**
 * The JSON value inside a model's text: thinking (`<think>…</think>`) and code fences are taken off,
 * text around the outermost braces is ignored. `undefined` when there is none.
 */
export function jsonIn(text: string): unknown {
	const bare = text
		.replace(/<think>[\s\S]*?(<\/think>|$)/gi, "")
		.replace(/^\s*```[a-z]*\s*|\s*```\s*$/gi, "")
		.trim();
	for (const candidate of [bare, bare.slice(bare.indexOf("{"), bare.lastIndexOf("}") + 1)]) {
		try {
			const value: unknown = JSON.parse(candidate);
			if (typeof value === "object" && value !== null) return value;
		} catch {
			// Not this one.
		}
	}
	return undefined;
}
