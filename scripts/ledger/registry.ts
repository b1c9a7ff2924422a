import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { check } from "./check.ts";
import type { LedgerCommand } from "./command.ts";
import { doctor } from "./doctor.ts";
import { exportRows } from "./export.ts";
import { importFiles } from "./import.ts";
import { list } from "./list.ts";
import { resolve } from "./resolve.ts";
import { restore } from "./restore.ts";
import { giveBack } from "./return.ts";
import { stats } from "./stats.ts";
import { verify } from "./verify.ts";

/** Every ledger command, in the order of the overview. */
export const COMMANDS: readonly LedgerCommand[] = [
	check,
	importFiles,
	exportRows,
	list,
	verify,
	giveBack,
	resolve,
	stats,
	audit,
	doctor,
	backup,
	restore,
];
