import { type CompiledSignals, compileSignals } from "../../core/assistant/understand/signals.ts";
import { AliasIndex } from "./alias-index.ts";
import type { Lexicon } from "./lexicon.ts";

/** What is known of words, titles and topics, prepared for searching. */
export interface Words {
	readonly lexicon: Lexicon;
	readonly aliases: AliasIndex;
	readonly signals: CompiledSignals;
}

export function prepareWords(lexicon: Lexicon): Words {
	return { lexicon, aliases: new AliasIndex(lexicon), signals: compileSignals(lexicon.topics) };
}
