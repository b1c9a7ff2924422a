import type { RegisteredUnit } from "../../core/ledger/snapshot.ts";

/** The register as statistics use it; null while none is imported. */
export async function registeredUnits(_dataDir: string): Promise<readonly RegisteredUnit[] | null> {
	return null;
}
