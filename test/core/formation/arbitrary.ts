import fc from "fast-check";
import type { Profile } from "../../../core/formation/profile.ts";
import { CHOICES } from "../../../core/formation/quantities.ts";

const near = fc.constantFrom(
	0,
	1,
	2,
	3,
	4,
	6,
	7,
	44,
	45,
	46,
	47,
	48,
	49,
	50,
	51,
	94,
	95,
	97,
	98,
	99,
	100,
	101,
	250,
);
const count = fc.option(fc.oneof(near, fc.nat(130)), { nil: null });

/** Any profile a person could describe, dense around the thresholds. */
export const anyProfile: fc.Arbitrary<Profile> = fc.record({
	orgKind: fc.option(fc.constantFrom(...CHOICES.orgKind), { nil: null }),
	task: fc.option(fc.constantFrom(...CHOICES.task), { nil: null }),
	existing: fc.option(fc.constantFrom(...CHOICES.existing), { nil: null }),
	fullMembers: count,
	probationary: count,
	relationElsewhere: count,
	transferable: fc.option(fc.constantFrom(...CHOICES.transferable), { nil: null }),
	durationMonths: fc.option(fc.constantFrom(0, 1, 5, 5.5, 6, 7, 12), { nil: null }),
	support: fc.option(fc.subarray(["area", "industry", "lead", "host"] as const), { nil: null }),
	jointFull: fc.option(fc.constantFrom(0, 1, 2, 3, 4, 20), { nil: null }),
	taskEnded: fc.option(fc.boolean(), { nil: null }),
});
