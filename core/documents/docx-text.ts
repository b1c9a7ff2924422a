import { type AlignmentType, LineRuleType, Paragraph, TextRun } from "docx";
import type { Run } from "./blocks.ts";
import { FACES, type Face, type Scale } from "./docx-measures.ts";

/** One paragraph; distances in twentieths of a point, sizes in half points. */
export interface Line {
	readonly runs: readonly Run[];
	readonly face?: Face;
	readonly size?: number;
	readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
	/** Two characters before the first line; the rule, so only its absence is said. */
	readonly indent?: false;
	readonly right?: number;
	readonly before?: number;
	readonly after?: number;
	readonly pitch?: number;
	readonly keepNext?: boolean;
}

/** A paragraph at the fixed pitch of a scale. */
export function line(scale: Scale, options: Line): Paragraph {
	const { body, pitch, tracking } = scale;
	const size = options.size ?? body;
	return new Paragraph({
		spacing: {
			line: options.pitch ?? pitch,
			lineRule: LineRuleType.EXACT,
			before: options.before ?? 0,
			after: options.after ?? 0,
		},
		// Two characters; a half point of letter size is ten twentieths.
		indent: { firstLine: options.indent === false ? 0 : body * 20, right: options.right ?? 0 },
		keepNext: options.keepNext ?? false,
		keepLines: options.keepNext ?? false,
		...(options.alignment ? { alignment: options.alignment } : {}),
		children: options.runs.map((run) =>
			text(run, options.face ?? FACES.body, size, size === body ? tracking : 0),
		),
	});
}

/** Letters of one style. */
export function text(run: Run, font: Face, size: number, tracking = 0): TextRun {
	return new TextRun({
		text: run.text,
		font,
		size,
		bold: run.bold ?? false,
		...(tracking === 0 ? {} : { characterSpacing: tracking }),
		...(run.blank ? { underline: {} } : {}),
	});
}
