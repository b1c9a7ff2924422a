import { openForStaff } from "../../../bot/stores/submissions/open.ts";
import { listForVerification, verifyAll } from "../listed-selection.ts";
import { actorOf } from "../options.ts";
import { selectionOf } from "../select.ts";
import { listedLines } from "../verify-listed.ts";
import { chooseStreet } from "./choose-street.ts";
import { type Session, showPages } from "./session.ts";

/** Verifies a street's submissions together, after every line of the list was shown. */
export async function reviewListed(session: Session): Promise<void> {
	const { ask, io, office, dataDir, staff, quarter } = session;
	const [, street] = await chooseStreet(session);
	const { matches } = selectionOf({ quarter, street }, office);
	const actor = actorOf({ staff }, dataDir, io);
	const { submissions } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
	const rows = (await submissions.rows(quarter)).filter(matches);
	if (!rows.some(({ head }) => head?.state === "submitted")) return ask.say(`${quarter} 没有待核实的填报。`);
	const listed = await listForVerification(rows, actor, new Set(), submissions, office);
	const { ready } = listed;
	// Whoever stops reading has not seen the list and is not asked to vouch for it.
	const readToTheEnd = await showPages(ask, listedLines(listed, office));
	if (ready.length === 0) return ask.say("没有可以成批核实的填报，请用“核实填报”逐份看。");
	if (!readToTheEnd) return ask.say("没有看完清单，没有核实。");
	if (!(await ask.confirm(`以上${ready.length}份都看过，属实。一次核实吗？`))) return ask.say("没有核实。");
	const left = await verifyAll(ready, actor, submissions, (done) =>
		io.progress?.("核实", done, ready.length),
	);
	ask.say(`已核实${ready.length - left.length}份。`);
	for (const { orgName } of left) ask.say(`${orgName}：刚有改动，没有核实，请重新看。`);
}
