import { AliasIndex } from "./alias-index.ts";
import { type Lexicon, NO_QUESTIONS, type Questions } from "./lexicon.ts";
import { type CompiledSignals, compileSignals } from "./signals.ts";

/** How people ask, prepared for searching. */
export interface PreparedQuestions {
	readonly aliases: AliasIndex;
	readonly signals: CompiledSignals;
}

/** What is known of words and titles at once, and of ways to ask when somebody asks. */
export class Words {
	readonly lexicon: Lexicon;
	readonly #load: () => Promise<Questions>;
	#questions: Promise<PreparedQuestions> | null = null;

	constructor(lexicon: Lexicon, load: () => Promise<Questions>) {
		this.lexicon = lexicon;
		this.#load = load;
	}

	/** Loaded once; without them a search goes by the words alone. */
	questions(): Promise<PreparedQuestions> {
		this.#questions ??= this.#prepare();
		return this.#questions;
	}

	async #prepare(): Promise<PreparedQuestions> {
		const questions = await this.#load().catch(() => {
			this.#questions = null;
			return NO_QUESTIONS;
		});
		return { aliases: new AliasIndex(this.lexicon, questions), signals: compileSignals(questions.topics) };
	}
}
