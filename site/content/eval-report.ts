import { existsSync, readFileSync } from "node:fs";
import { type EvalReport, evalReport } from "../../core/content/eval-report.ts";

const FILE = "content/office/eval-report.json";

/** The last evaluation of the assistant; null when none was published. */
export function publishedEvaluation(): EvalReport | null {
	return existsSync(FILE) ? evalReport.parse(JSON.parse(readFileSync(FILE, "utf8"))) : null;
}

/** `46.3%`; `100%` only when all are right, `—` when nothing was judged. */
export function share(right: number, of: number): string {
	if (of === 0) return "—";
	if (right === of) return "100%";
	if (right === 0) return "0%";
	return `${Math.min(99.9, Math.round((right / of) * 1000) / 10).toFixed(1)}%`;
}
