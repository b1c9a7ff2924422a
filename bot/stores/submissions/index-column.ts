import { UNLIKE_FIELDS } from "../../../core/survey/fields.ts";
import type { Submission } from "../../../core/survey/submission.ts";

export type Field = keyof Submission;

/** One field of all revisions: each different value once, and for every revision which of them is its own. */
export interface Column {
	readonly values: readonly unknown[];
	/** Places in `values`, counted from 1; 0 for a revision without a value. */
	readonly places: ArrayLike<number>;
}

/** A column under construction. */
export class GrowingColumn implements Column {
	readonly values: unknown[] = [];
	readonly places: number[] = [];
	/** Place of each value; null when looking for an equal one further back than the last is a waste. */
	readonly #placeOf: Map<unknown, number> | null;
	#last: unknown;
	#lastPlace = 0;

	constructor(field: Field) {
		this.#placeOf = UNLIKE_FIELDS.has(field) ? null : new Map();
	}

	add(value: unknown): void {
		if (value !== undefined && value !== this.#last) {
			this.#last = value;
			this.#lastPlace = this.#find(value);
		}
		this.places.push(value === undefined ? 0 : this.#lastPlace);
	}

	/** Adds what another column has for some revisions, and no value that none of them has. */
	append({ values, places }: Column, revisions: readonly number[]): void {
		const own: number[] = [];
		for (const revision of revisions) {
			const place = places[revision] ?? 0;
			if (place > 0) own[place] ??= this.#find(values[place - 1]);
			this.places.push(own[place] ?? 0);
		}
	}

	/** @returns the place of a value, counted from 1. */
	#find(value: unknown): number {
		const key = typeof value === "object" ? JSON.stringify(value) : value;
		const known = this.#placeOf?.get(key);
		if (known !== undefined) return known;
		const place = this.values.push(value);
		this.#placeOf?.set(key, place);
		return place;
	}
}
