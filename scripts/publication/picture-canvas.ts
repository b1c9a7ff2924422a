/** What is written on a preview picture. */
export interface PictureText {
	/** Part of the site, above the title. */
	readonly kicker: string;
	readonly title: string;
	/** The sentence below the title. */
	readonly line: string;
}

/**
 * Draws one picture, 1200 × 630, and returns it as base64 JPEG. Runs inside the browser, so it must not use
 * anything from outside itself. A canvas needs no frame to be composed and costs a tenth of a screenshot.
 */
export function drawPicture({ kicker, title, line }: PictureText): string {
	// One canvas for all pictures of a page: a new one costs a fifth of the time.
	const page = globalThis as unknown as { canvas?: HTMLCanvasElement };
	page.canvas ??= Object.assign(document.createElement("canvas"), { width: 1200, height: 630 });
	const context = page.canvas.getContext("2d", { willReadFrequently: true });
	if (context === null) throw new Error("no canvas");
	const left = 88;
	const width = 1200 - 2 * left;
	/** Characters from `from` on that fill one line; measuring is what costs, so it looks in halves. */
	const fitting = (characters: readonly string[], from: number): number => {
		let least = 1;
		let most = characters.length - from;
		while (least < most) {
			const middle = Math.ceil((least + most) / 2);
			const text = characters.slice(from, from + middle).join("");
			if (context.measureText(text).width > width) most = middle - 1;
			else least = middle;
		}
		return least;
	};
	/** Breaks text into lines; no line begins with closing punctuation. */
	const wrap = (text: string, most: number): string[] => {
		const characters = Array.from(text);
		const lines: string[] = [];
		for (let from = 0; from < characters.length; ) {
			let to = from + fitting(characters, from);
			while (/[，。、；：！？）》”〕]/u.test(characters[to] ?? "")) to++;
			lines.push(characters.slice(from, to).join(""));
			from = to;
		}
		if (lines.length <= most) return lines;
		return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? "").slice(0, -1)}…`];
	};
	const write = (text: string, top: number) => context.fillText(text, left, top);

	context.textBaseline = "top";
	context.fillStyle = "#fbf8f3";
	context.fillRect(0, 0, 1200, 630);
	context.fillStyle = "#b3261e";
	context.fillRect(0, 0, 1200, 14);
	context.fillStyle = "#5c5347";
	context.font = '400 30px "Noto Sans SC", sans-serif';
	write(kicker, 76);

	const size = title.length > 12 ? 64 : 84;
	context.font = `700 ${size}px "Noto Serif SC", serif`;
	const heading = wrap(title, 2);
	context.font = '400 34px "Noto Sans SC", sans-serif';
	const below = wrap(line, 3);
	const step = size * 1.3;
	let top = 130 + (630 - 130 - 40 - heading.length * step - 60 - below.length * 54) / 2;
	context.fillStyle = "#1f1b16";
	context.font = `700 ${size}px "Noto Serif SC", serif`;
	for (const text of heading) {
		write(text, top);
		top += step;
	}
	context.fillRect(left, top + 28, width, 2);
	top += 60;
	context.fillStyle = "#5c5347";
	context.font = '400 34px "Noto Sans SC", sans-serif';
	for (const text of below) {
		write(text, top);
		top += 54;
	}
	return page.canvas.toDataURL("image/jpeg", 0.86).slice("data:image/jpeg;base64,".length);
}
