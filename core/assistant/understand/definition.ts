import type { Glossary } from "../../content/office.ts";

/** A word whose meaning is asked for. */
export interface Definition {
	/** Term id of the glossary. */
	readonly term: string;
	/** Guide that says more. */
	readonly guide: string;
}

const POLITE =
	/^(?:你好|您好)?,?(?:请问|想问|问一下|想知道|我想知道|麻烦问下|那|这个|所谓)?(?:一下)?(?:的)?,?/;
const ASKED_FIRST = /^(?:到底)?(?:什么|啥)(?:是|叫|叫做|才叫|算)(?:做)?(.{2,14}?)(?:啊|呀|呢|吗)?。?$/;
const ASKED_LAST =
	/^(.{2,14}?)(?:到底|分别)?(?:是|指|叫)?(?:的是)?(?:个)?(?:什么|啥)(?:意思|概念|东西|来着)?(?:啊|呀|呢)?。?$|^(.{2,14}?)(?:怎么|如何)(?:理解|解释)。?$|^(.{2,14}?)(?:分别|都)(?:是|有|指)(?:什么|啥|哪些|哪几种|哪三种)。?$/;
/** 预备党员算不算, 积极分子算党员吗: whether a kind of person counts, which the meaning tells. */
const COUNTED =
	/^(?:那)?(.{2,8}?)(?:到底)?(?:算不算|能算|能不能算|可以算|算不算数|计不计|算得上|算)(?:在|进|入|是|数)?(?:里面|里边|内)?(?:正式)?(?:的)?(?:党员|三名|3名|三个|3个|人数|数)?(?:里面|里|里头|之内|以内|内)?(?:的)?(?:吗|么|不|啊|呀)?。?$/;

/** 党总支和党支部有什么区别: two words are told apart by what the first one means. */
const COMPARED =
	/^(.{2,10}?)(?:和|跟|与|同|还是)(.{2,10}?)(?:之间|到底|两者)*的?(?:有|是)?(?:个)?(?:什么|啥|哪些|何|多大)?(?:的)?(?:区别|不同|不一样|差别|差异)(?:吗|呢|啊|在哪儿?|在哪里|(?:是|有)?(?:什么|啥|哪些))?。?$/;

/** A plain question after the meaning of a word of the glossary; null when it is any other question. */
export function readDefinition(text: string, glossary: Pick<Glossary, "terms">): Definition | null {
	const plain = text.replace(POLITE, "");
	const first = ASKED_FIRST.exec(plain);
	const last = ASKED_LAST.exec(plain);
	const words = termsOf(glossary);
	const [, one = "", other = ""] = COMPARED.exec(plain) ?? [];
	// Both have to be words of the trade: of others a guide may know more.
	const compared = words.has(other) ? words.get(one) : undefined;
	if (compared) return compared;
	const subject = first?.[1] ?? last?.[1] ?? last?.[2] ?? last?.[3] ?? COUNTED.exec(plain)?.[1];
	if (subject === undefined) return null;
	for (const word of [subject, subject.replace(/^党的?|的?(?:模式|形式|方式)$/g, "")]) {
		const found = words.get(word);
		if (found) return found;
	}
	return null;
}

const cache = new WeakMap<object, ReadonlyMap<string, Definition>>();

/** Terms and their other names, those that a guide explains. */
function termsOf(glossary: Pick<Glossary, "terms">): ReadonlyMap<string, Definition> {
	const known = cache.get(glossary);
	if (known) return known;
	const made = new Map(
		glossary.terms.flatMap(({ id, term, synonyms, guide }) =>
			guide === undefined ? [] : [term, ...synonyms].map((word) => [word, { term: id, guide }] as const),
		),
	);
	cache.set(glossary, made);
	return made;
}
