import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIELD_CONSUMERS } from "../../../core/survey/field-consumers.ts";
import { SUBMISSION_FIELDS } from "../../../core/survey/schema.ts";

test.each(SUBMISSION_FIELDS)("%s is used by somebody, and that file names it", (field) => {
	const consumers = FIELD_CONSUMERS[field] ?? [];
	expect(consumers.length, `nobody uses ${field}: do not ask it`).toBeGreaterThan(0);
	for (const { file, what } of consumers) {
		expect(what.length).toBeGreaterThan(1);
		expect(readFileSync(file, "utf8"), `${file} does not use ${field}`).toMatch(new RegExp(`\\b${field}\\b`));
	}
});
