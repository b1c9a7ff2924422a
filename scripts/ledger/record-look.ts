import { openForStaff } from "../../bot/stores/submissions/open.ts";
import type { LedgerIo } from "./command.ts";
import type { Office } from "./office.ts";
import { actorOf } from "./options.ts";

/** Who looks, and where. */
interface Look {
	readonly dataDir: string;
	readonly io: LedgerIo;
	/** Name or number of the staff member; absent, the environment names one. */
	readonly staff?: string | undefined;
	readonly office: Office;
	readonly quarter: string;
}

/** Looking at the counts of so many small units leaves a trace. @throws UsageError when nobody says who looks. */
export async function recordLook(
	{ dataDir, io, staff, office, quarter }: Look,
	count: number,
): Promise<void> {
	const actor = actorOf({ staff }, dataDir, io);
	const { audit } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
	await audit.append({ action: "listed-small-counts", actor, at: new Date().toISOString(), quarter, count });
}
