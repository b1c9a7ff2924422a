import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Figures, figuresSchema } from "../../../core/ledger/figures-schema.ts";
import { QUARTER_PATTERN } from "../../../core/survey/quarter.ts";
import type { AuditTrail } from "../audit/audit-trail.ts";
import { replaceDurably, syncFolder } from "../durable-file.ts";
import { createDurably, makeFolder } from "../exclusive-file.ts";
import { asStorageError, systemCode } from "../storage-error.ts";
import { listFolder } from "../submissions/quarter-index.ts";

/** Figures of a quarter that cannot be trusted. */
export class FiguresDamagedError extends Error {
	constructor(quarter: string, cause: unknown) {
		super(`figures/${quarter}.json 读不出来，可能被手工改坏。请从备份恢复，或重新录入。`, { cause });
		this.name = "FiguresDamagedError";
	}
}

/**
 * Figures staff entered for a quarter; null when there are none.
 * @throws FiguresDamagedError: a wrong figure must not slip into a report as 待录入.
 */
export async function readFigures(dataDir: string, quarter: string): Promise<Figures | null> {
	const bytes = await readBytes(pathOf(dataDir, quarter));
	if (bytes === null) return null;
	try {
		const figures = figuresSchema.parse(JSON.parse(bytes.toString("utf8")));
		if (figures.quarter !== quarter) throw new RangeError(`figures of ${figures.quarter}`);
		return figures;
	} catch (error) {
		throw new FiguresDamagedError(quarter, error);
	}
}

/**
 * Stores the figures of a quarter durably and audited. What was there before stays as
 * `figures/earlier/<quarter>.r0001.json`.
 */
export async function storeFigures(
	dataDir: string,
	figures: Figures,
	audit: AuditTrail,
	{ actor, at }: { readonly actor: string; readonly at: string },
): Promise<void> {
	const { quarter } = figures;
	const path = pathOf(dataDir, quarter);
	const earlier = join(dataDir, "figures", "earlier");
	const bytes = `${JSON.stringify(figuresSchema.parse(figures), null, "\t")}\n`;
	try {
		for (const touched of await makeFolder(earlier)) await syncFolder(touched);
		const before = await readBytes(path);
		if (before !== null) {
			const count = (await listFolder(earlier)).filter((name) => name.startsWith(`${quarter}.`)).length;
			for (let number = count + 1; ; number++) {
				const name = `${quarter}.r${String(number).padStart(4, "0")}.json`;
				if (await createDurably(join(earlier, name), before)) break;
			}
		}
		await replaceDurably(path, bytes);
		const sha256 = createHash("sha256").update(bytes).digest("hex");
		await audit.append({ action: "figures-entered", actor, at, quarter, sha256 });
	} catch (error) {
		throw asStorageError(error);
	}
}

function pathOf(dataDir: string, quarter: string): string {
	if (!QUARTER_PATTERN.test(quarter)) throw new RangeError("not a quarter");
	return join(dataDir, "figures", `${quarter}.json`);
}

async function readBytes(path: string): Promise<Buffer | null> {
	try {
		return await readFile(path);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return null;
		throw error;
	}
}
