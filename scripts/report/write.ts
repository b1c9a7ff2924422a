import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportWording } from "../../core/content/report-wording.ts";
import { toDocx } from "../../core/documents/docx.ts";
import { composeReport } from "../../core/ledger/report/compose.ts";
import { toDocumentModel } from "../../core/ledger/report/document-model.ts";
import type { ReportInput } from "../../core/ledger/report/input.ts";
import { type Manifest, manifestOf } from "../../core/ledger/report/manifest.ts";
import { toMarkdown } from "../../core/ledger/report/markdown.ts";
import { computeMetrics } from "../../core/ledger/report/metrics.ts";
import { type ReadSlots, readSlots } from "../../core/ledger/report/slots.ts";
import { slotBlocks } from "./slot-blocks.ts";

export interface WrittenReport {
	readonly markdown: string;
	readonly docx: string;
	readonly manifest: string;
	/** Slots with staff's text, kept. */
	readonly kept: number;
	/** Copy of the Markdown as it was, when somebody had edited outside the slots. */
	readonly copy: string | null;
	/** Figures that are still to be entered. */
	readonly missing: readonly string[];
}

/**
 * Writes Markdown, DOCX and manifest. What staff wrote in the slots of an earlier Markdown stays; if anything else in
 * it was edited, the file is copied aside first.
 * @throws SlotError when the marks of the earlier Markdown are damaged; then nothing was written.
 */
export async function writeReport(
	input: ReportInput,
	wording: ReportWording,
	out: string,
): Promise<WrittenReport> {
	const paths = {
		markdown: join(out, `report-${input.quarter}.md`),
		docx: join(out, `report-${input.quarter}.docx`),
		manifest: join(out, "manifest.json"),
	};
	const earlier = existsSync(paths.markdown) ? readSlots(readFileSync(paths.markdown, "utf8")) : null;
	const slots = earlier?.texts ?? new Map<string, string>();
	const metrics = computeMetrics(input);
	const report = composeReport(wording, metrics, input);
	const markdown = toMarkdown(report, slots);
	const docx = await toDocx(toDocumentModel(report, slots, slotBlocks));
	const textHash = sha256(readSlots(markdown).around);

	mkdirSync(out, { recursive: true });
	const copy = earlier && wasEdited(earlier, paths.manifest) ? copyAside(paths.markdown) : null;
	replace(paths.markdown, markdown);
	replace(paths.docx, docx);
	replace(paths.manifest, `${JSON.stringify(manifestOf(input, metrics, textHash), null, "\t")}\n`);
	const runs = report.blocks.flatMap((block) => ("runs" in block ? block.runs : []));
	const missing = [...new Set(runs.filter(({ kind }) => kind === "missing").map(({ text }) => text))];
	return { ...paths, kept: slots.size, copy, missing };
}

function wasEdited({ around }: ReadSlots, manifest: string): boolean {
	try {
		return (JSON.parse(readFileSync(manifest, "utf8")) as Partial<Manifest>).textHash !== sha256(around);
	} catch {
		// Without a manifest nobody knows: rather one copy too many.
		return true;
	}
}

/** `report-2026-Q3.md` → `report-2026-Q3.edited-1.md`, the first number that is free. */
function copyAside(path: string): string {
	for (let number = 1; ; number++) {
		const copy = path.replace(/\.md$/, `.edited-${number}.md`);
		if (existsSync(copy)) continue;
		copyFileSync(path, copy);
		return copy;
	}
}

/** A reader sees the old file or the new one, never half of it. */
function replace(path: string, content: string | Uint8Array): void {
	const temporary = `${path}.${process.pid}.tmp`;
	writeFileSync(temporary, content);
	renameSync(temporary, path);
}

function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
