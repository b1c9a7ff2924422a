import { check } from "./check.ts";
import type { LedgerCommand } from "./command.ts";

/** Every ledger command, in the order of the overview. */
export const COMMANDS: readonly LedgerCommand[] = [check];
