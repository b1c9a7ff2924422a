import type { Token } from "./lexer.ts";

/** Bounds of a number, narrowed or widened by 近, 不到, 至少, 以上, 不止. */
export function bounds(tokens: readonly Token[], index: number): { low: number; high: number } {
	const number = tokens[index];
	let low = number?.low ?? 0;
	let high = number?.high ?? 0;
	const before = `${tokens[index - 2]?.text ?? ""}${tokens[index - 1]?.text ?? ""}`;
	const after = `${tokens[index + 1]?.text ?? ""}${tokens[index + 2]?.text ?? ""}${tokens[index + 3]?.text ?? ""}`;
	if (/(?:不到|不足|不满|少于|未满|低于)$/.test(before)) return { low: Math.min(1, low), high: low - 1 };
	if (/(?:近|将近|接近)$/.test(before)) {
		low = Math.floor(low * 0.9);
		if (high >= 10) high--;
	}
	if (/(?:大概|大约|约|差不多|估计)$/.test(before) && high >= 40) {
		low = Math.floor(low * 0.95);
		high = Math.ceil(high * 1.05);
	}
	if (/(?:超过|刚过|刚破|突破|不止|不只)$/.test(before))
		return { low: low + 1, high: low + Math.max(2, Math.floor(low / 10)) };
	if (/左右|上下/.test(after) && high >= 40)
		return { low: Math.floor(low * 0.95), high: Math.ceil(high * 1.05) };
	if (/^(?:[名个位人]|党员|正式)*(?:左右|上下)/.test(after) && high <= 5)
		return { low: Math.max(1, low - 1), high: high + 1 };
	return { low, high };
}

/** 如今满三名了, 刚凑齐三名: the threshold is reached, the number counts. */
function reached(tokens: readonly Token[], index: number, at: number): boolean {
	const clause =
		tokens
			.slice(Math.max(0, at - 8), at)
			.map((token) => token.text)
			.join("")
			.split(/[,。]/)
			.at(-1) ?? "";
	// 差一个就满三个了, 再来一个就够三名: not yet.
	if (/差|缺|再来|再有|再招|如果|要是|等/.test(clause)) return false;
	if (/(?:刚|已经?|终于|总算|现在|正好|了)$/.test(tokens[at - 1]?.text ?? "")) return true;
	const after = tokens
		.slice(index + 1, index + 4)
		.map((token) => token.text)
		.join("");
	return (
		/^(?:满|凑够|凑齐|凑足|够)$/.test(tokens[at]?.text ?? "") &&
		(/现在|如今|目前|今年|终于|已/.test(clause) || /^(?:名|个|位)?(?:正式)?的?(?:党员)?了/.test(after))
	);
}

function wouldBe(tokens: readonly Token[], index: number): boolean {
	const before = tokens
		.slice(Math.max(0, index - 14), index)
		.map((token) => token.text)
		.join("");
	return /(?:如果|要是|再来|再有|再招|再进|差|缺)[^。]{0,12}(?:就|才)(?:有|是|够|满|凑够|凑齐|达到)?了?$/.test(
		before,
	);
}

/** 每户最多两人, 没有一家超过两个, 都不足3名: a bound for single units, no count. */
function limitsEachUnit(tokens: readonly Token[], index: number): boolean {
	let limit = false;
	for (let at = index - 1; at >= Math.max(0, index - 9); at--) {
		const token = tokens[at];
		if (!token || (token.kind === "stop" && token.text !== "、")) return false;
		limit ||= /^(?:超过|最多|至多|不足|不满|不够|不到|未满|少于|没到|不超过|到得了|达到|满|够|达)$/.test(
			token.text,
		);
		const unit =
			token.kind === "each" ||
			/^(?:都|均|一家|哪家|一户)$/.test(token.text) ||
			(token.kind === "firms" && tokens[at - 1]?.low === 1);
		if (limit && unit) return true;
	}
	return false;
}

/** 够三个, 不是两个, 没有三个, 一个不剩: numbers that count nobody. */
export function isThreshold(tokens: readonly Token[], index: number): boolean {
	const ahead = tokens
		.slice(index + 1, index + 12)
		.map((token) => token.text)
		.join("");
	if (/^[^,。]{0,8}(?:才(?:能|可以|行|够|算|可)|以上才|起步)/.test(ahead)) return true;
	// 每队两个以内: a bound for single units.
	if (
		/^[名个位人]?(?:以内|以下|封顶)/.test(ahead) &&
		tokens.slice(Math.max(0, index - 5), index).some(({ kind }) => kind === "each")
	)
		return true;
	// 再来一个我们就有三名党员了: a number that only would be.
	if (wouldBe(tokens, index)) return true;
	// 再来两个党员就满五十了
	if (
		/^再(?:来|有|招|进|添|发展|转来?)$/.test(
			`${tokens[index - 2]?.text ?? ""}${tokens[index - 1]?.text ?? ""}`.slice(-3).replace(/^(?!再)./, ""),
		) &&
		/^[^,。]{0,8}(?:,[^,。]{0,2})?[就才]/.test(ahead)
	)
		return true;
	if (limitsEachUnit(tokens, index)) return true;
	if (tokens[index]?.low === 1) {
		const after = tokens
			.slice(index + 1, index + 7)
			.map((token) => token.text)
			.join("");
		if (
			/^(?:个|名|位)?(?:的)?(?:正式|预备)?(?:的)?(?:党员)?(?:(?:都|也)(?:还)?没有?(?!转|正式转|满|变|动)|(?:都|也)?(?:还)?(?:[不没]剩|莫得|冇|没有?(?=$|[,。了呀啊呢吗的能])|[找凑]不|无(?!法)|不存在))/.test(
				after,
			)
		)
			return true;
	}
	// 离三个还差一个
	if (/[离距](?:满|够|凑够)?$/.test(tokens[index - 1]?.text ?? "")) return true;
	const said = tokens.slice(Math.max(0, index - 4), index).map((token) => token.text);
	if (/不是(?:只有?|就|仅有?)(?:正式)?(?:党员)?$/.test(said.join(""))) return true;
	for (let at = index - 1; at >= 0 && at >= index - 2; at--) {
		const token = tokens[at];
		if (
			(token?.kind === "threshold" && !reached(tokens, index, at)) ||
			(token?.kind === "denied" && token.text !== "不止" && token.text !== "不只")
		)
			return true;
		if (
			(token?.kind === "no" && /没有?$/.test(token.text)) ||
			/[找凑招见挑选问抽派]不[出到着]$/.test(
				`${tokens[at - 2]?.text ?? ""}${tokens[at - 1]?.text ?? ""}${token?.text ?? ""}`,
			)
		)
			return true;
		if (token?.kind !== "filler") return false;
	}
	return false;
}
