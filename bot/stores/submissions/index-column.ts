import { UNLIKE_FIELDS } from "../../../core/survey/fields.ts";
import type { Submission } from "../../../core/survey/submission.ts";

export type Field = keyof Submission;

/** One field of all revisions: each different value once, and for every revision the place of its own, -1 where it has none. */
export interface Column {
	readonly values: readonly unknown[];
	readonly places: readonly number[];
}

/** A column under construction. */
export class GrowingColumn implements Column {
	readonly values: unknown[] = [];
	readonly places: number[] = [];
	/** Place of each value; null when looking for an equal one further back than the last is a waste. */
	readonly #placeOf: Map<unknown, number> | null;
	#last: unknown;
	#lastPlace = -1;

	constructor(field: Field) {
		this.#placeOf = UNLIKE_FIELDS.has(field) ? null : new Map();
	}

	add(value: unknown): void {
		if (value !== undefined && value !== this.#last) {
			this.#last = value;
			this.#lastPlace = this.#find(value);
		}
		this.places.push(value === undefined ? -1 : this.#lastPlace);
	}

	/** Adds what another column has for some revisions, and no value that none of them has. */
	append({ values, places }: Column, revisions: readonly number[]): void {
		const own: number[] = [];
		for (const revision of revisions) {
			const place = places[revision] ?? -1;
			if (place >= 0) own[place] ??= this.#find(values[place]);
			this.places.push(own[place] ?? -1);
		}
	}

	#find(value: unknown): number {
		const key = typeof value === "object" ? JSON.stringify(value) : value;
		const known = this.#placeOf?.get(key);
		if (known !== undefined) return known;
		const place = this.values.push(value) - 1;
		this.#placeOf?.set(key, place);
		return place;
	}
}
