/** One thing wrong in a content file, told so that the person who wrote it can mend it. */
export interface ContentProblem {
	/** Path from the project root. */
	readonly file: string;
	/** 1-based line, or null when the file as a whole is meant. */
	readonly line: number | null;
	/** What is wrong, in Chinese. */
	readonly what: string;
	/** How to mend it, in Chinese. */
	readonly mend: string;
}

/** `content/guides/x.mdx:12  …` followed by the remedy. */
export function printProblem(problem: ContentProblem): string {
	const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
	return `${place}\n  问题：${problem.what}\n  改法：${problem.mend}`;
}
