import type { Token } from "./lexer.ts";
import type { Mention, Role } from "./mentions.ts";

/** 两名调走, 一名退休转回居住地, 3名把关系转走了: what those counted did. */
const LEFT_AFTER =
	/^(?:名|个|位|人)?(?:正式|预备)?(?:的)?(?:党员|同志)?(?:都|已经?|又|陆续|先后|被|要|快)?(?:(?:把|将)?(?:组织)?关系(?:都|已经)?(?:转走|转出|迁走)|离职|调走|调离|调出|走了|走人|转走|辞职|退休(?!返聘|的?(?:老|职工|党员|干部))|退了|跳槽|搬走|离开|去世|病故|牺牲|刚?被?开除|被?除名|退党|脱党)(?!了?[\d一二两三四五六七八九十几俩仨])/;

function textAfter(tokens: readonly Token[], index: number): string {
	return tokens
		.slice(index + 1, index + 7)
		.map((token) => token.text)
		.join("");
}

/** Scope, time and part of a number from the words before it. */
export function circumstances(
	tokens: readonly Token[],
	index: number,
	from: number,
	role: Role,
): Pick<Mention, "part" | "scope" | "each" | "ours" | "time" | "total" | "current" | "firms"> {
	let part: Mention["part"] = null;
	let scope: Mention["scope"] | null = null;
	let each = false;
	let without: Mention["part"] = null;
	let time: Mention["time"] | null = null;
	let total = false;
	let current = false;
	let firms: number | null = null;
	let distance = 0;
	for (let at = index - 1; at >= 0; at--) {
		const token = tokens[at];
		if (!token) break;
		if (token.kind === "stop" && token.text !== "、") break;
		// 三家店：我这边一个: the asker's alone.
		if (token.text === ":" && tokens[at + 1]?.kind === "we") break;
		distance++;
		// Another count closes the view, except where one phrase runs over both.
		if (token.kind === "number" && tokens[at + 1]?.kind !== "firms") {
			if (at < from) break;
		}
		if (token.kind === "firms") {
			if (tokens[at - 1]?.kind === "number") firms ??= tokens[at - 1]?.low ?? null;
		} else if (token.kind === "among" && distance < 6 && /中|里/.test(token.text)) part ??= "among";
		else if (token.kind === "filler" && at === index - 1 && /^(?:里|中|内)$/.test(token.text))
			part ??= "among";
		// 另两家一家1名
		else if (/^(?:另外?|其余|其他)$/.test(token.text) && tokens[at + 2]?.kind === "firms") scope ??= "other";
		else if (token.kind === "besides" && distance < 6 && at < from) part ??= "besides";
		else if ((token.kind === "including" || token.kind === "except") && distance < 4)
			without ??= token.text.startsWith("不") ? "besides" : "among";
		else if (/^占了?$/.test(token.text) && at > from) part ??= "among";
		else if (token.kind === "total") total = total || distance < 6;
		else if (token.kind === "each")
			each =
				each || token.text !== "一家" || (tokens[at + 1]?.kind === "number" && tokens[at - 1]?.kind !== "we");
		else if (token.kind === "other") {
			// 公司就他们三个党员: those spoken of before.
			const those =
				/们$/.test(token.text) && at === index - 1 && /就|只有|仅|都是/.test(tokens[at - 1]?.text ?? "");
			scope ??= those ? "own" : "other";
		} else if (token.kind === "we") scope ??= "own";
		else if (token.kind === "past" && distance < 9) time ??= "past";
		else if (token.kind === "left" && distance < 5) time ??= "left";
		else if (token.kind === "joined" && distance < 6) time ??= "joined";
		else if ((token.kind === "remain" || token.kind === "now") && distance < 9) {
			if (time === null || tokens[index - 1]?.text === "又有") time = "now";
			current = time === "now";
		} else if (token.kind === "become" && distance < 5) {
			time ??= "now";
			current = true;
		}
	}
	// 刚转正一个, 上周又转正了一名: one more full member than before.
	if (from < index && /^(?:转正|转正了|转了正)$/.test(tokens[from]?.text ?? "") && index - from <= 2)
		time ??= "joined";
	if ((time === null || current) && LEFT_AFTER.test(textAfter(tokens, index))) {
		time = "left";
		current = false;
	}
	// 一家带来二十六名: one by one, no rate.
	if (time === "joined") each = false;
	const ours = scope === "own";
	if (scope !== "other" && firms !== null && firms > 1) scope = "all";
	return {
		part: part ?? (role === "probationary" ? without : null),
		scope: scope ?? "own",
		each: each && !total,
		ours,
		time: time ?? "now",
		total,
		current,
		firms,
	};
}
