import type { Verdict } from "./judge.ts";

/** A share with its counts: never a percentage alone. */
export interface Share {
	readonly right: number;
	readonly of: number;
	/** Percent with one decimal; null when there is nothing to divide by. */
	readonly percent: number | null;
}

/** `content/office/eval-report.json`, published as a page of the site. */
export interface EvalReport {
	/** Day of the run. */
	readonly date: string;
	/** Version of the content that was measured. */
	readonly version: string;
	readonly sets: readonly SetReport[];
	/** Questions a second in one process on the machine of the run; null when not measured. */
	readonly questionsPerSecond: number | null;
}

/** Figures of one question file. */
export interface SetReport {
	readonly name: string;
	/** What the set is, for a reader. */
	readonly about: string;
	readonly n: number;
	readonly outcome: Share;
	readonly confidentlyWrong: Share;
	readonly topic: Share;
	readonly refusal: Share;
	readonly members: Share;
	/** Classes with an error: expected → what was said instead, with ids. */
	readonly errors: readonly {
		readonly expected: string;
		readonly got: string;
		/** Number of questions. */
		readonly n: number;
		/** Which ones; empty for questions kept aside. */
		readonly ids: readonly string[];
	}[];
}

function share(right: number, of: number): Share {
	return { right, of, percent: of === 0 ? null : Math.round((right / of) * 1000) / 10 };
}

/** Figures of one set from its verdicts. */
export function summarise(name: string, about: string, verdicts: readonly Verdict[]): SetReport {
	const of = (kind: Verdict["kind"]) => verdicts.filter((verdict) => verdict.kind === kind);
	const rate = (kind: Verdict["kind"]) =>
		share(of(kind).filter((verdict) => verdict.right).length, of(kind).length);
	const groups = new Map<string, { expected: string; got: string; ids: string[] }>();
	for (const { right, expected, got, question } of verdicts) {
		if (right) continue;
		const key = `${expected} ${got}`;
		const group = groups.get(key) ?? { expected, got, ids: [] };
		group.ids.push(question.id);
		groups.set(key, group);
	}
	const outcomes = of("outcome");
	return {
		name,
		about,
		n: verdicts.length,
		outcome: rate("outcome"),
		confidentlyWrong: share(outcomes.filter((verdict) => verdict.confidentlyWrong).length, outcomes.length),
		topic: rate("topic"),
		refusal: rate("refusal"),
		members: share(outcomes.filter((verdict) => verdict.slots.length === 0).length, outcomes.length),
		errors: [...groups.values()]
			.map((group) => ({ ...group, n: group.ids.length }))
			.sort((a, b) => b.n - a.n || a.expected.localeCompare(b.expected)),
	};
}

/** The figures without saying which questions went wrong. */
export function concealed(set: SetReport): SetReport {
	return { ...set, errors: set.errors.map((error) => ({ ...error, ids: [] })) };
}

/** The report as lines for the terminal. */
export function printReport(report: EvalReport, verdicts: readonly Verdict[]): string {
	const show = ({ right, of, percent }: Share) =>
		`${percent === null ? "—" : `${percent}%`}（${right}/${of}）`;
	const lines = [`助手评测 ${report.date} 内容版本 ${report.version}`];
	for (const set of report.sets) {
		lines.push(
			"",
			`${set.about}（${set.name}，${set.n} 题）`,
			`  结论正确 ${show(set.outcome)}  答错且未追问 ${show(set.confidentlyWrong)}  主题正确 ${show(set.topic)}  应拒已拒 ${show(set.refusal)}  人数读对 ${show(set.members)}`,
		);
		for (const { expected, got, n, ids } of set.errors)
			lines.push(`  应为 ${expected}，答成 ${got}：${n}题 ${ids.join(" ")}`.trimEnd());
	}
	const wrong = verdicts.filter((verdict) => !verdict.right);
	if (wrong.length > 0) {
		lines.push("", "答错的题：");
		for (const { question, expected, got } of wrong)
			lines.push(`  ${question.id} ${question.q}  应为 ${expected}（${question.why}），答成 ${got}`);
	}
	if (report.questionsPerSecond !== null) lines.push("", `每秒 ${report.questionsPerSecond} 题（一个进程）`);
	return `${lines.join("\n")}\n`;
}
