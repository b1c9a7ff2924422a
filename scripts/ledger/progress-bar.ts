const CELLS = 24;

/** A bar on one line of a terminal, redrawn in place; the line ends when the task is done. */
export function progressBar(stream: NodeJS.WritableStream) {
	let shown = "";
	return (label: string, done: number, total: number): void => {
		const filled = total === 0 ? CELLS : Math.floor((done / total) * CELLS);
		const bar = "█".repeat(filled) + "░".repeat(CELLS - filled);
		const text = `${label} ${bar} ${done}/${total}`;
		if (text === shown) return;
		shown = text;
		stream.write(`\r\u001b[2K${text}${done >= total ? "\n" : ""}`);
	};
}
