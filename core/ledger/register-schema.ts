import { z } from "zod";
import { isCreditCode } from "../survey/credit-code.ts";
import { OPERATING_STATUSES, ORG_KIND_VALUES, ORG_NAME_MAX } from "../survey/fields.ts";
import { PLAIN_VALUES } from "../survey/plain-values.ts";
import { rememberingCheck } from "../survey/remembered.ts";
import { safeText } from "../survey/text-schema.ts";
import type { RegisterUnit } from "./register.ts";

/** One entry of the register, as stored. */
export const registerUnitSchema = z.strictObject({
	orgCode: z.string().refine(isCreditCode),
	orgName: safeText(2, ORG_NAME_MAX),
	orgKind: z.enum(ORG_KIND_VALUES),
	streetCode: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	status: z.enum(OPERATING_STATUSES),
});

/** A stored list; units by code, each once. */
const registerSchema = z.strictObject({
	version: z.literal(1),
	/** Day the list was drawn up. */
	date: z.iso.date(),
	/** When staff imported it. */
	importedAt: z.iso.datetime({ offset: true }),
	units: z.array(z.unknown()),
});
export type StoredRegister = Omit<z.infer<typeof registerSchema>, "units"> & {
	readonly units: readonly RegisterUnit[];
};

/** Reads a stored list, or checks one before it is stored. Tens of thousands of units: what was good before is good again. @throws ZodError or RangeError when it is none. */
export function parseRegister(input: unknown): StoredRegister {
	const { units: given, ...rest } = registerSchema.parse(input);
	const isPlainlyRight = rememberingCheck(registerUnitSchema.shape, PLAIN_VALUES);
	const units = given.map((unit) =>
		isPlainlyRight(unit) ? (unit as RegisterUnit) : registerUnitSchema.parse(unit),
	);
	if (units.some(({ orgCode }, at) => at > 0 && (units[at - 1]?.orgCode ?? "") >= orgCode))
		throw new RangeError("units are not in the order of their codes, each once");
	return { ...rest, units };
}
