import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { check } from "./check.ts";
import type { LedgerCommand } from "./command.ts";
import { doctor } from "./doctor.ts";
import { exportRows } from "./export.ts";
import { fieldConsumers } from "./field-consumers.ts";
import { figures } from "./figures.ts";
import { importFiles } from "./import.ts";
import { list } from "./list.ts";
import { measures } from "./measures.ts";
import { register } from "./register.ts";
import { resolve } from "./resolve.ts";
import { restore } from "./restore.ts";
import { giveBack } from "./return.ts";
import { stale } from "./stale.ts";
import { stats } from "./stats.ts";
import { targets } from "./targets.ts";
import { transitions } from "./transitions.ts";
import { unsurveyed } from "./unsurveyed.ts";
import { verify } from "./verify.ts";

/** Every ledger command, in the order of the overview. */
export const COMMANDS: readonly LedgerCommand[] = [
	importFiles,
	exportRows,
	list,
	verify,
	giveBack,
	resolve,
	stale,
	unsurveyed,
	measures,
	stats,
	transitions,
	targets,
	figures,
	register,
	check,
	fieldConsumers,
	audit,
	doctor,
	backup,
	restore,
];
