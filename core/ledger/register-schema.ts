import { z } from "zod";
import { isCreditCode } from "../survey/credit-code.ts";
import { OPERATING_STATUSES, ORG_KIND_VALUES, ORG_NAME_MAX } from "../survey/fields.ts";
import { characterCount, hasUnsafeCharacter } from "../survey/safe-text.ts";

/** One entry of the register, as stored. */
export const registerUnitSchema = z.strictObject({
	orgCode: z.string().refine(isCreditCode),
	orgName: z
		.string()
		.refine((value) => !hasUnsafeCharacter(value))
		.transform((value) => value.normalize("NFC").trim())
		.refine((value) => characterCount(value) >= 2 && characterCount(value) <= ORG_NAME_MAX),
	orgKind: z.enum(ORG_KIND_VALUES),
	streetCode: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	status: z.enum(OPERATING_STATUSES),
});

/** A stored list; units by code, each once. */
export const registerSchema = z.strictObject({
	version: z.literal(1),
	/** Day the list was drawn up. */
	date: z.iso.date(),
	/** When staff imported it. */
	importedAt: z.iso.datetime({ offset: true }),
	units: z
		.array(registerUnitSchema)
		.refine((units) => units.every((unit, at) => at === 0 || (units[at - 1]?.orgCode ?? "") < unit.orgCode)),
});
