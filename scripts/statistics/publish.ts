import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AuditTrail } from "../../bot/stores/audit/audit-trail.ts";
import { verifyAudit } from "../../bot/stores/audit/verify.ts";
import { openForReading } from "../../bot/stores/submissions/open.ts";
import type { Statistics } from "../../core/content/statistics.ts";
import { statisticsOf } from "../../core/ledger/publication/statistics.ts";
import { quarterBounds, shanghaiDate } from "../../core/survey/quarter.ts";
import type { Office } from "../ledger/office.ts";
import { gatherReport } from "../report/gather.ts";
import { readStatistics, statisticsPath, statisticsText, writeStatistics } from "./files.ts";

/** Why a quarter is not published; the message says what to do. */
export class NotPublishedError extends Error {
	constructor(message: string) {
		super(message);
		this.name = "NotPublishedError";
	}
}

export interface Publication {
	readonly path: string;
	readonly statistics: Statistics;
	/** False when exactly this was published before. */
	readonly written: boolean;
	/** The file was there, but the trail did not know it; now it does. */
	readonly recordedLater: boolean;
	/** Units whose survey waits for verification: they count as not surveyed. */
	readonly waiting: number;
}

/** What to publish, from where, by whom. */
export interface PublishOrder {
	readonly quarter: string;
	readonly dataDir: string;
	readonly contentDir: string;
	/** Keyed reference of the staff member. */
	readonly actor: string;
	/** ISO instant. */
	readonly now: string;
}

/**
 * Publishes a closed quarter: an audit entry, then `statistics/<quarter>.json`. Cut off in between, it can be run again.
 * @throws NotPublishedError when the quarter runs, has nothing verified, comes before one already published, differs
 *   from what was published, or would mix invented and real numbers.
 */
export async function publishQuarter(order: PublishOrder, office: Office): Promise<Publication> {
	const { quarter, dataDir, contentDir, actor, now } = order;
	const { last } = quarterBounds(quarter);
	if (shanghaiDate(now) <= last)
		throw new NotPublishedError(`${quarter} 到 ${last} 才结束，结束后才能公布。`);
	const input = await gatherReport(dataDir, quarter, office, now);
	if (input.snapshot.active.length === 0) {
		throw new NotPublishedError(
			`${quarter} 没有已核实的填报，没有公布。请先核实：npm run ledger -- list --quarter ${quarter} --state submitted`,
		);
	}
	const published = readStatistics(contentDir);
	const other = published.find(({ sample }) => sample !== input.sample);
	if (other) {
		throw new NotPublishedError(
			other.sample
				? `${contentDir}/statistics 里是示例数据。首次公布真实数据前，请先删除这个文件夹里的文件。`
				: `${contentDir}/statistics 里已有真实数据，不能再公布示例数据。`,
		);
	}
	const later = published.find((one) => one.quarter > quarter);
	const same = published.find((one) => one.quarter === quarter);
	if (later && !same) {
		throw new NotPublishedError(`${later.quarter} 已经公布。各季度要按先后公布，合并口径才能前后一致。`);
	}
	const { audit } = openForReading(dataDir);
	const statistics = statisticsOf({
		snapshot: input.snapshot,
		figures: input.figures,
		streets: office.district.streets.map(({ code }) => code),
		previous: published.findLast((one) => one.quarter < quarter) ?? null,
		publishedOn: shanghaiDate(now),
		auditHead: input.auditHead.hash,
		sample: input.sample,
	});
	const { waiting } = input.snapshot;
	const path = statisticsPath(contentDir, quarter);
	if (same) {
		if (!equalNumbers(same, statistics)) {
			throw new NotPublishedError(
				`${quarter} 已于 ${same.publishedOn} 公布，现在的数字与当时不同。改动已公布的数字会让人推算出个别单位，没有改写。确有错误时，请负责人决定后删除该文件再公布。`,
			);
		}
		const sha256 = sha256Of(readFileSync(path));
		const recorded = await isRecorded(audit, quarter, sha256);
		if (!recorded)
			await audit.append({ action: "published", actor, at: now, quarter, sha256, code: "recorded-later" });
		return { path, statistics: same, written: false, recordedLater: !recorded, waiting };
	}
	const text = statisticsText(statistics);
	// The entry comes first: numbers may be announced and then not appear, but never appear unrecorded.
	await audit.append({ action: "published", actor, at: now, quarter, sha256: sha256Of(text) });
	writeStatistics(path, text);
	return { path, statistics, written: true, recordedLater: false, waiting };
}

function sha256Of(content: string | Buffer): string {
	return createHash("sha256").update(content).digest("hex");
}

/** Whether the trail knows that exactly these bytes were published. */
async function isRecorded(audit: AuditTrail, quarter: string, sha256: string): Promise<boolean> {
	const { entries } = await verifyAudit(audit);
	return entries.some(
		(entry) => entry.action === "published" && entry.quarter === quarter && entry.sha256 === sha256,
	);
}

/** Whether two publications say the same, apart from when they were made. */
function equalNumbers(a: Statistics, b: Statistics): boolean {
	const numbers = ({ publishedOn: _, auditHead: __, ...rest }: Statistics) => JSON.stringify(rest);
	return numbers(a) === numbers(b);
}
