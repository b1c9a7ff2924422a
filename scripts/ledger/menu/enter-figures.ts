import { readFigures, storeFigures } from "../../../bot/stores/figures/figures-store.ts";
import { openForStaff } from "../../../bot/stores/submissions/open.ts";
import { type Figures, figuresSchema } from "../../../core/ledger/figures-schema.ts";
import { findPersonalData } from "../../../core/survey/personal-data.ts";
import { quarterBounds } from "../../../core/survey/quarter.ts";
import { FIGURE_PARTS, figuresProblem, figuresSummary, partName } from "../figures-words.ts";
import { actorOf } from "../options.ts";
import { type Choice, step } from "./ask.ts";
import type { Session } from "./session.ts";

type Part = (typeof FIGURE_PARTS)[number];

/** Figures with their source, entered one part at a time; each is stored when it is complete and confirmed. */
export async function enterFigures(session: Session): Promise<void> {
	const { ask, dataDir, quarter } = session;
	for (;;) {
		const current = (await readFigures(dataDir, quarter)) ?? { quarter };
		ask.say(figuresSummary(current).join("\n"));
		const chosen = await ask.choose<Part | "drop" | null>("录入哪一项？", [
			...FIGURE_PARTS.map((part) => ({
				value: part,
				label: part === "trainings" ? "培训：加一次" : partName(part),
				...(current[part] === undefined ? {} : { hint: "已录入，可以改" }),
			})),
			...((current.trainings ?? []).length > 0
				? [{ value: "drop", label: "培训：删去一次" } as Choice<"drop">]
				: []),
			{ value: null, label: "返回" },
		]);
		if (chosen === null) return;
		await step(async () => {
			const next =
				chosen === "drop" ? await dropTraining(session, current) : await enter(session, chosen, current);
			if (next !== null) await store(session, next);
		});
	}
}

/** Shows what would be stored, asks, stores. */
async function store({ ask, dataDir, quarter, staff, office, io }: Session, next: Figures): Promise<void> {
	const result = figuresSchema.safeParse(next);
	if (!result.success) {
		for (const issue of result.error.issues) ask.say(`✗ ${figuresProblem(issue.path)}`);
		return;
	}
	ask.say(figuresSummary(result.data).join("\n"));
	if (!(await ask.confirm("写入吗？"))) return ask.say("没有写入。");
	const actor = actorOf({ staff }, dataDir, io);
	const { audit } = await openForStaff(dataDir, { trashDays: office.survey.trashDays });
	await storeFigures(dataDir, result.data, audit, { actor, at: new Date().toISOString() });
	ask.say(`已录入 ${quarter} 的数据，以前的版本保留。`);
}

function textProblem(text: string, most: number): string | undefined {
	if (text.length < 2 || text.length > most) return `写2到${most}个字。`;
	return findPersonalData(text).length > 0 ? "不要写人名和个人信息，写文件或表的名称。" : undefined;
}

async function enter(session: Session, part: Part, current: Figures): Promise<Figures> {
	const count = async (question: string, before?: number) =>
		Number(
			await session.ask.text(question, {
				...(before === undefined ? {} : { initial: String(before) }),
				check: (text) => (/^\d{1,7}$/.test(text) ? undefined : "写一个整数，没有就写0。"),
			}),
		);
	const date = (question: string, before: string) =>
		session.ask.text(question, {
			initial: before,
			check: (text) =>
				/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? undefined : "写成 2026-09-18。",
		});
	const source = (before?: string) =>
		session.ask.text("出自哪份文件或表？（不写人名）", {
			...(before === undefined ? {} : { initial: before }),
			check: (text) => textProblem(text, 80),
		});
	const { last } = quarterBounds(session.quarter);
	switch (part) {
		case "responsibility": {
			const { streets, source: from } = current.responsibility ?? {};
			const value = { streets: await count("签订目标责任书的街道数", streets), source: await source(from) };
			return { ...current, responsibility: value };
		}
		case "development": {
			const { districtTotal, asOf = last, source: from } = current.development ?? {};
			const value = {
				districtTotal: await count("全区本年发展党员总数", districtTotal),
				asOf: await date("数据截至哪一天？", asOf),
				source: await source(from),
			};
			return { ...current, development: value };
		}
		case "stars": {
			const before = new Map(current.stars?.map((one) => [one.stars, one.organisations]));
			const counts: { readonly stars: number; readonly organisations: number }[] = [];
			for (const stars of [5, 4, 3, 2, 1])
				counts.push({ stars, organisations: await count(`${stars}星级党组织数`, before.get(stars)) });
			const from = await source(current.stars?.[0]?.source);
			return { ...current, stars: counts.map((one) => ({ ...one, source: from })) };
		}
		case "awards": {
			const { heldOn = last, rewardMin, rewardMax, source: from } = current.awards ?? {};
			const value = {
				heldOn: await date("授牌日期", heldOn),
				rewardMin: await count("奖励最少多少元？", rewardMin),
				rewardMax: await count("奖励最多多少元？", rewardMax),
				source: await source(from),
			};
			return { ...current, awards: value };
		}
		case "subsidies": {
			const { organisations, amount, source: from } = current.subsidies ?? {};
			const value = {
				organisations: await count("获得活动经费补贴的党组织数", organisations),
				amount: await count("补贴总额（元）", amount),
				source: await source(from),
			};
			return { ...current, subsidies: value };
		}
		case "trainings": {
			const value = {
				on: await date("培训日期", last),
				title: await session.ask.text("培训名称", {
					check: (text) => textProblem(text, 60),
				}),
				way: await session.ask.choose<"here" | "away">("在哪里办？", [
					{ value: "here", label: "请进来", hint: "在本地办" },
					{ value: "away", label: "走出去", hint: "到外地参观、培训" },
				]),
				participants: await count("参训人数"),
				days: Number(
					await session.ask.text("几天？（半天写0.5）", {
						initial: "1",
						check: (text) => (Number(text) >= 0.5 && Number(text) <= 60 ? undefined : "写0.5到60。"),
					}),
				),
				source: await source(),
			};
			return { ...current, trainings: [...(current.trainings ?? []), value] };
		}
	}
}

async function dropTraining({ ask }: Session, current: Figures): Promise<Figures | null> {
	const all = current.trainings ?? [];
	const at = await ask.choose<number | null>("删去哪一次？", [
		...all.map(({ on, title, participants }, index) => ({
			value: index,
			label: `${on} ${title}，${participants}人`,
		})),
		{ value: null, label: "返回" },
	]);
	if (at === null) return null;
	const { trainings: _, ...rest } = current;
	const left = all.filter((_training, index) => index !== at);
	return left.length === 0 ? rest : { ...rest, trainings: left };
}
