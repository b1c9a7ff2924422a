import { readRegister } from "../../bot/stores/register/register-store.ts";
import type { RegisterBase } from "../../core/ledger/snapshot.ts";

/** The register in force on the last day of a quarter; null while none is imported. */
export async function registeredUnits(dataDir: string, upTo: string): Promise<RegisterBase | null> {
	return readRegister(dataDir, upTo);
}
