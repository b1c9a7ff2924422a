import { type ContentProblem, printProblem } from "../../core/content/problem.ts";

/** Content that cannot be published: carries every problem found, not only the first. */
export class ContentError extends Error {
	readonly problems: readonly ContentProblem[];
	constructor(problems: readonly ContentProblem[]) {
		super(problems.map(printProblem).join("\n\n"));
		this.name = "ContentError";
		this.problems = problems;
	}
}
