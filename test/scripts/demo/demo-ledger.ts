import { quartersUntil } from "../../../scripts/demo/history.ts";
import { writeDemoLedger } from "../../../scripts/demo/write.ts";
import { loadOffice } from "../../../scripts/ledger/office.ts";
import { dataDir } from "../../bot/stores/data-dir.ts";

/** Quarters of the generated ledger, oldest first. */
export const QUARTERS = quartersUntil("2026-Q3", 5);

/** A generated ledger in a folder that is removed after the test. */
export function demoLedger(organisations = 500): string {
	const folder = dataDir();
	writeDemoLedger(folder, organisations, QUARTERS, loadOffice().district.streets);
	return folder;
}
