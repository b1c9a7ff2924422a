/** One thing to choose. */
export interface Choice<T> {
	readonly value: T;
	readonly label: string;
	readonly hint?: string;
}

/** Thrown when a person presses Ctrl-C or Esc: the menu goes back one level. */
export class Cancelled extends Error {
	constructor() {
		super("cancelled");
		this.name = "Cancelled";
	}
}

/** How the menu talks with a person; every question may end in `Cancelled`. */
export interface Ask {
	/** `at`: where the mark stands at first, by place; the first choice when absent. */
	choose<T>(question: string, choices: readonly Choice<T>[], at?: number): Promise<T>;
	/** `check` gives a sentence about what is wrong, or undefined. */
	text(
		question: string,
		options?: {
			readonly initial?: string;
			readonly placeholder?: string;
			readonly check?: (text: string) => string | undefined;
		},
	): Promise<string>;
	confirm(question: string): Promise<boolean>;
	say(text: string): void;
}

/** Runs a step of a task: Esc in it ends the step, and no more than that. @returns null then. */
export async function step<T>(task: () => Promise<T>): Promise<T | null> {
	try {
		return await task();
	} catch (error) {
		if (error instanceof Cancelled) return null;
		throw error;
	}
}
