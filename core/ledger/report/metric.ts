/** A number of the report with everything needed to check it. */
export interface Metric {
	/** Stable name, used in content as `{{id}}`. */
	readonly id: string;
	/** What it says, in Chinese. */
	readonly label: string;
	/** As printed; null when it has to be entered first. */
	readonly text: string | null;
	readonly numerator: number | null;
	/** Null for plain counts. */
	readonly denominator: number | null;
	/** Which revisions were counted, in Chinese. */
	readonly filter: string;
	/** Revisions of the numerator. */
	readonly records: readonly string[];
	/** Revisions of the denominator; absent for plain counts. */
	readonly base?: readonly string[];
	/** For entered figures: where staff took it from. */
	readonly source?: string;
}

/** Metrics by id; a second one with the same id is a mistake in the program. */
export class MetricTable {
	readonly #metrics = new Map<string, Metric>();

	add(metric: Metric): void {
		if (this.#metrics.has(metric.id)) throw new Error(`metric ${metric.id} is defined twice`);
		this.#metrics.set(metric.id, metric);
	}

	get(id: string): Metric | undefined {
		return this.#metrics.get(id);
	}

	all(): readonly Metric[] {
		return [...this.#metrics.values()];
	}

	/** A date, name or hash: printed as it is. */
	fact(id: string, label: string, text: string | null, filter: string, source?: string): void {
		const from = source === undefined ? {} : { source };
		this.add({ id, label, text, numerator: null, denominator: null, filter, records: [], ...from });
	}

	/** A count of records, or a sum over them. */
	count(id: string, label: string, value: number, filter: string, records: readonly string[]): void {
		this.add({ id, label, text: String(value), numerator: value, denominator: null, filter, records });
	}

	/** A figure entered by staff; null when it is not entered yet. */
	entered(id: string, label: string, value: number | null, source: string | undefined): void {
		const from = source === undefined ? {} : { source };
		const text = value === null ? null : String(value);
		this.add({
			id,
			label,
			text,
			numerator: value,
			denominator: null,
			filter: "工作人员录入",
			records: [],
			...from,
		});
	}
}
