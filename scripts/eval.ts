/**
 * `npm run eval`: puts the labelled questions to the assistant, prints the figures and
 * every error, and writes `content/office/eval-report.json`, which the site publishes.
 * `--held` adds the questions kept aside, without listing them; `--no-write` only prints.
 */
import { writeFileSync } from "node:fs";
import type { Knowledge } from "../core/content/knowledge.ts";
import { ask } from "./ask/answer-line.ts";
import { folds, learntQuestions } from "./eval/asked.ts";
import { judge, type Verdict } from "./eval/judge.ts";
import { type LabelledQuestion, readQuestions } from "./eval/questions.ts";
import { concealed, type EvalReport, printReport, summarise } from "./eval/report.ts";
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";

const REPORT = "content/office/eval-report.json";
const SETS = [
	{ name: "dev", about: "公开的开发用题" },
	{ name: "own", about: "自编题，助手从中学过问法，只看有没有退步" },
	{ name: "cross", about: "自编题里问指南的，交叉检验：每次五分之一不教，只用来问" },
	{ name: "held", about: "留出题，调整时不看" },
] as const;

try {
	const knowledge = loadKnowledge();
	const now = new Date().toISOString();
	const withHeld = process.argv.includes("--held");
	const listed: Verdict[] = [];
	const timed: { questions: number; milliseconds: number } = { questions: 0, milliseconds: 0 };
	const read = (name: string) => readQuestions(`test/eval/questions.${name}.jsonl`);
	const used = new Set([
		...[...read("dev"), ...read("own")].map(({ q }) => q),
		...Object.values(learntQuestions()).flat(),
	]);
	const verdictsOf = (questions: readonly LabelledQuestion[], using: Knowledge) => {
		const started = performance.now();
		const replies = questions.map((question) => ({ question, reply: ask(question.q, using, now) }));
		timed.questions += questions.length;
		timed.milliseconds += performance.now() - started;
		return replies.flatMap(({ question, reply }) => (reply ? [judge(question, reply)] : []));
	};
	const sets = SETS.filter(({ name }) => withHeld || name !== "held").map(({ name, about }) => {
		if (name === "cross") {
			const guided = read("own").filter(
				({ expect }) => "topic" in expect && !/^refuse-|^off-topic/.test(expect.topic),
			);
			const parts = folds(knowledge, guided);
			return summarise(
				name,
				about,
				parts.flatMap((part) => verdictsOf(part.questions, part.knowledge)),
			);
		}
		if (name !== "held") {
			const verdicts = verdictsOf(read(name), knowledge);
			listed.push(...verdicts);
			return summarise(name, about, verdicts);
		}
		// A question that development has seen proves nothing.
		const fresh = read(name).filter(({ q }) => !used.has(q));
		const seen = read(name).length - fresh.length;
		return concealed(
			summarise(
				name,
				seen === 0 ? about : `${about}（另有${seen}题已用于开发，不计）`,
				verdictsOf(fresh, knowledge),
			),
		);
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
