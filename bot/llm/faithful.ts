import { quantitiesIn } from "./numbers.ts";

/** What a phrasing may rest on. */
export interface Ground {
	/** The conclusion as the table gives it. */
	readonly conclusion: string;
	/** Everything the deterministic answer says, conclusion included. */
	readonly material: string;
	/** Names of all outcomes of the table. */
	readonly outcomeNames: readonly string[];
}

/** Why a phrasing is not used. */
export type Fault =
	| "length"
	| "markup"
	| "address"
	| "regulation"
	| "article"
	| "number"
	| "outcome"
	| "negation"
	| "promise"
	| "unsupported";

/** Words that promise more than anybody but the superior Party organisation can. */
const PROMISES = /保证|一定能|肯定能|必定|包过|立即生效|自动通过|无需审批|不用审批|免审|官方承诺/g;
/** 不 inside these words denies nothing. */
const NOT_A_DENIAL = /不仅|不但|不过|不同|差不多|非公|无论|不论|没关系/g;
const NEGATION = /不|没|无|勿|免|未|别|莫|并非/g;
/** Share of a clause's character pairs that the material must contain. */
const SUPPORT = 0.5;

const MAXIMUM = 400;

/** The first fault of a phrasing, or `null` when everything in it rests on the ground. */
export function faultOf(text: string, ground: Ground): Fault | null {
	const { material } = ground;
	if (text.trim() === "" || text.length > MAXIMUM) return "length";
	if (/[<>{}[\]`*#|\\]/.test(text)) return "markup";
	if (/https?:|www\.|[\w-]+\.(com|cn|net|org|gov|top|io)|@|\/\w|\d{7,}/i.test(text)) return "address";
	if (captures(text, /《[^》]*》|〔[^〕]*〕/g).some((title) => !material.includes(title)))
		return "regulation";
	const article = /第\s*[\d〇零一二三四五六七八九十百]+\s*[条章款项]/g;
	if (captures(text, article).some((one) => !material.includes(one.replaceAll(/\s/g, "")))) return "article";
	const allowed = quantitiesIn(material);
	for (const quantity of quantitiesIn(text)) if (!allowed.has(quantity)) return "number";
	if (ground.outcomeNames.some((name) => text.includes(name) && !ground.conclusion.includes(name)))
		return "outcome";
	if (captures(text, PROMISES).some((promise) => !material.includes(promise))) return "promise";
	for (const clause of clauses(text)) {
		if (!deniesAsMaterial(clause, material)) return "negation";
		if (support(clause, material) < SUPPORT) return "unsupported";
	}
	return null;
}

const captures = (text: string, pattern: RegExp) => text.match(pattern) ?? [];

const clauses = (text: string) =>
	text
		.split(/[，。；：！？、,.;:!?\s（）()“”]+/)
		.map((clause) => clause.trim())
		.filter((clause) => clause.length > 0);

/** A negation must stand in the material with the two characters that follow it, and an affirmation must not drop one. */
function deniesAsMaterial(clause: string, material: string): boolean {
	const bare = clause.replaceAll(NOT_A_DENIAL, "");
	for (const { 0: word, index } of bare.matchAll(NEGATION)) {
		if (!material.includes(bare.slice(index, index + word.length + 2))) return false;
	}
	// 计入 where the material only ever says 不计入 turns the rule round.
	for (const { 0: word } of bare.matchAll(/算在内|计入|算数|有表决权|有选举权|可以选举/g)) {
		const at = bare.indexOf(word);
		const denied = at > 0 && /[不没未无]/.test(bare.slice(Math.max(0, at - 2), at));
		const plain = new RegExp(`(?<![不没未无][\\u4e00-\\u9fff]?)${word}`);
		if (!denied && !plain.test(material)) return false;
	}
	return true;
}

function support(clause: string, material: string): number {
	const characters = clause.replaceAll(/[\p{P}\p{S}\s]/gu, "");
	if (characters.length < 5) return 1;
	let known = 0;
	for (let index = 0; index + 1 < characters.length; index += 1) {
		if (material.includes(characters.slice(index, index + 2))) known += 1;
	}
	return known / (characters.length - 1);
}
