import type { Rating } from "../content/rules.ts";

/** Self-assessment: points per item (dimension items and bonus items), and the veto items that apply. */
export interface RatingAnswers {
	readonly points: Readonly<Record<string, number>>;
	readonly vetoes: readonly string[];
}

/** What a self-assessment comes to. */
export interface RatingResult {
	/** Points by dimension id. */
	readonly dimensions: Readonly<Record<string, number>>;
	/** Bonus after its cap. */
	readonly bonus: number;
	/** Sum of dimensions and bonus; may exceed 100. */
	readonly total: number;
	/** Points that decide the band: the total, at most the base points of the rubric. */
	readonly forBand: number;
	/** Star level by points, or null when a veto applies. */
	readonly star: number | null;
	/** Points missing to the next band; null at the top or under a veto. */
	readonly toNext: number | null;
}

/** Points given to an item: a number within 0 and its maximum, else 0. */
function given(answers: RatingAnswers, id: string, maximum: number): number {
	const value = answers.points[id] ?? 0;
	return Number.isFinite(value) ? Math.min(Math.max(value, 0), maximum) : 0;
}

/** Adds up a self-assessment by the rubric: bonus is capped, the lower bound of a band belongs to it, any veto means no star. */
export function scoreRating(rating: Rating, answers: RatingAnswers): RatingResult {
	const dimensions: Record<string, number> = {};
	for (const { id, points, items } of rating.dimensions) {
		const sum = items.reduce((total, item) => total + given(answers, item.id, item.points), 0);
		dimensions[id] = Math.min(sum, points);
	}
	const bonus = Math.min(
		rating.bonus.reduce((total, item) => total + given(answers, item.id, item.points), 0),
		rating.bonusMax,
	);
	const base = rating.dimensions.reduce((total, { points }) => total + points, 0);
	const total = Object.values(dimensions).reduce((sum, points) => sum + points, 0) + bonus;
	const forBand = Math.min(total, base);
	const bands = [...rating.bands].sort((a, b) => b.from - a.from);
	const at = bands.findIndex(({ from }) => forBand >= from);
	const vetoed = answers.vetoes.some((id) => rating.vetoes.some((veto) => veto.id === id));
	const next = at > 0 ? bands[at - 1] : undefined;
	return {
		dimensions,
		bonus,
		total,
		forBand,
		star: vetoed || at < 0 ? null : (bands[at]?.star ?? null),
		toNext: vetoed || !next ? null : next.from - forBand,
	};
}
