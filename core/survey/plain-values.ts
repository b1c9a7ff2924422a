import { isCreditCode } from "./credit-code.ts";
import { ORG_NAME_MAX, SUBMITTER_REF_PATTERN, ULID_PATTERN } from "./fields.ts";
import type { PlainTests } from "./remembered.ts";
import { characterCount, hasUnsafeCharacter } from "./safe-text.ts";

/** Whether `safeText` leaves a text as it is. */
function isPlainText(value: string, minimum: number, maximum: number): boolean {
	const count = characterCount(value);
	return (
		count >= minimum &&
		count <= maximum &&
		!hasUnsafeCharacter(value) &&
		value.trim() === value &&
		value.normalize("NFC") === value
	);
}

const texts = (test: (text: string) => boolean) => (value: unknown) =>
	typeof value === "string" && test(value);

/** Instants as the store and the import write them; every other form is left to the schema. */
const UTC_INSTANT =
	/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Fields of submissions and registered units that hardly ever say the same in two of them. */
export const PLAIN_VALUES: PlainTests = {
	submissionId: texts((text) => ULID_PATTERN.test(text)),
	submitterRef: texts((text) => SUBMITTER_REF_PATTERN.test(text)),
	submittedAt: texts((text) => UTC_INSTANT.test(text)),
	orgCode: texts(isCreditCode),
	orgName: texts((text) => isPlainText(text, 2, ORG_NAME_MAX)),
};
