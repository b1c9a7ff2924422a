import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "vitest";
import type { z } from "zod";
import { readContentFile } from "../../scripts/content/read.ts";

/** A content file whose front matter fits its schema. */
export interface Entry<T> {
	readonly slug: string;
	readonly data: T;
	readonly body: string;
}

/** Reads every `.mdx` of a folder below `content`; fails the test on the first that does not fit. */
export function entries<T>(folder: string, schema: z.ZodType<T>): Entry<T>[] {
	const path = join("content", folder);
	const files = readdirSync(path).filter((file) => file.endsWith(".mdx"));
	expect(files.length).toBeGreaterThan(0);
	return files.map((name) => {
		const file = readContentFile(join(path, name));
		expect(file.problems, name).toEqual([]);
		const result = schema.safeParse(file.data);
		expect(result.error?.issues ?? [], name).toEqual([]);
		return { slug: basename(name, ".mdx"), data: schema.parse(file.data), body: file.body };
	});
}

/** Text of the second-level headings of a body, in order. */
export function headings(body: string): string[] {
	return [...body.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? "");
}

/** Number of characters a reader reads: headings, line breaks and spaces left out. */
export function textLength(body: string): number {
	return body.replaceAll(/^#.*$/gm, "").replaceAll(/\s/g, "").length;
}
