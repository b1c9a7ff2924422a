import { openForStaff } from "../../../bot/stores/submissions/open.ts";
import { actorOf } from "../options.ts";
import type { Session } from "./session.ts";

/** Looking at the counts of a small unit leaves a trace. */
export async function recordLook({ dataDir, io, staff, office, quarter }: Session): Promise<void> {
	const { audit } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
	const actor = actorOf({ staff }, dataDir, io);
	const at = new Date().toISOString();
	await audit.append({ action: "listed-small-counts", actor, at, quarter, count: 1 });
}
