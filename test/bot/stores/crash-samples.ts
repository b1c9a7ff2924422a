import { creditCodeCheckCharacter } from "../../../core/survey/credit-code.ts";
import type { Submission } from "../../../core/survey/submission.ts";
import { ORGANISED } from "../../core/survey/samples.ts";

/** A valid code for each number. */
export function orgCode(n: number): string {
	const body = `91990101MA${String(n).padStart(7, "0")}`;
	return `${body}${creditCodeCheckCharacter(body)}`;
}

/** The n-th submission of a run; every fourth one edits the row of the one before, so that rows are shared. */
export function crashSample(run: number, n: number): Submission {
	return {
		...ORGANISED,
		submissionId: `01K${String(run).padStart(8, "0")}${String(n).padStart(15, "0")}`,
		orgCode: orgCode(run * 1_000 + n - (n % 4 === 3 ? 1 : 0)),
		employees: 100 + n,
	};
}
