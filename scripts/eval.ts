/**
 * `npm run eval`: puts the labelled questions to the assistant, prints the figures and
 * every error, and writes `content/office/eval-report.json`, which the site publishes.
 * `--held` adds the questions kept aside, without listing them; `--no-write` only prints.
 */
import { writeFileSync } from "node:fs";
import { ask } from "./ask/answer-line.ts";
import { judge, type Verdict } from "./eval/judge.ts";
import { readQuestions } from "./eval/questions.ts";
import { type EvalReport, printReport, summarise } from "./eval/report.ts";
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";

const REPORT = "content/office/eval-report.json";
const SETS = [
	{ name: "dev", about: "开发用题" },
	{ name: "own", about: "自编题" },
	{ name: "held", about: "留出题，调整时不看" },
] as const;

try {
	const knowledge = loadKnowledge();
	const now = new Date().toISOString();
	const held = process.argv.includes("--held");
	const listed: Verdict[] = [];
	const timed: { questions: number; milliseconds: number } = { questions: 0, milliseconds: 0 };
	const sets = SETS.filter(({ name }) => held || name !== "held").map(({ name, about }) => {
		const questions = readQuestions(`test/eval/questions.${name}.jsonl`);
		const started = performance.now();
		const replies = questions.map((question) => ({ question, reply: ask(question.q, knowledge, now) }));
		timed.questions += questions.length;
		timed.milliseconds += performance.now() - started;
		const verdicts = replies.flatMap(({ question, reply }) => (reply ? [judge(question, reply)] : []));
		if (name !== "held") listed.push(...verdicts);
		const report = summarise(name, about, verdicts);
		return name === "held"
			? { ...report, errors: report.errors.map((error) => ({ ...error, ids: [] })) }
			: report;
	});
	const report: EvalReport = {
		date: now.slice(0, 10),
		version: knowledge.version,
		sets,
		questionsPerSecond: Math.round((timed.questions / timed.milliseconds) * 1000),
	};
	process.stdout.write(printReport(report, listed));
	if (!process.argv.includes("--no-write")) {
		writeFileSync(REPORT, `${JSON.stringify(report, null, "\t")}\n`);
		process.stdout.write(`\n已写入 ${REPORT}\n`);
	}
} catch (error) {
	reportFailure(error);
}
