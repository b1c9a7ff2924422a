import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { distHtml, distPages } from "./dist-pages.ts";

const validator = new HtmlValidate({
	extends: ["html-validate:standard"],
	rules: {
		// Style of writing, not validity: Astro prints void elements and attributes in its own way.
		"void-style": "off",
		"no-trailing-whitespace": "off",
		"attribute-boolean-style": "off",
		"attribute-empty-style": "off",
		"no-inline-style": "error",
		"long-title": "off",
		// Chinese needs no soft hyphens or non-breaking hints in telephone numbers.
		"tel-non-breaking": "off",
	},
});

describe("HTML", () => {
	it("is valid on every page", async () => {
		const found: string[] = [];
		for (const path of distPages()) {
			const report = await validator.validateString(distHtml(path), path);
			for (const { messages } of report.results) {
				for (const { ruleId, message, line } of messages) found.push(`${path}:${line} ${ruleId}: ${message}`);
			}
		}
		expect(found).toEqual([]);
	});
});
