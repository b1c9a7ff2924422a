import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import type { ContentProblem } from "../../core/content/problem.ts";
import { explainIssue, parseChinese } from "./messages.ts";
import { type ContentFile, readContentFile } from "./read.ts";

/** One checked entry together with the file it came from, for messages about its references. */
export interface Entry<T> {
	readonly id: string;
	readonly data: T;
	readonly file: ContentFile;
}

/** Reads files below one content root and collects every problem instead of stopping at the first. */
export class ContentReader {
	readonly root: string;
	readonly problems: ContentProblem[] = [];

	constructor(root: string) {
		this.root = root;
	}

	/** One YAML file; null when it is missing or invalid. */
	yaml<T>(schema: z.ZodType<T>, name: string): Entry<T> | null {
		const path = join(this.root, name);
		if (!existsSync(path)) {
			this.problems.push({
				file: path,
				line: null,
				what: "缺少这个文件",
				mend: "从版本库恢复它，或参照 content/README.md 新建",
			});
			return null;
		}
		return this.#check(schema, name, readContentFile(path));
	}

	/** Every `.mdx` of a folder, in file-name order; invalid ones are left out and reported. */
	folder<T>(schema: z.ZodType<T>, name: string): Entry<T>[] {
		const folder = join(this.root, name);
		if (!existsSync(folder)) return [];
		return readdirSync(folder)
			.filter((file) => file.endsWith(".mdx"))
			.sort()
			.flatMap((file) => {
				const id = basename(file, ".mdx");
				const entry = this.#check(schema, id, readContentFile(join(folder, file)));
				if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
					this.problems.push({
						file: join(folder, file),
						line: null,
						what: "文件名会成为网址，只能用小写字母、数字和连字符",
						mend: "改成类似 single-branch.mdx 的名字",
					});
				}
				return entry ? [entry] : [];
			});
	}

	#check<T>(schema: z.ZodType<T>, id: string, file: ContentFile): Entry<T> | null {
		this.problems.push(...file.problems);
		if (file.problems.length > 0) return null;
		const result = parseChinese(schema, file.data);
		if (result.success) return { id, data: result.data, file };
		for (const issue of result.error.issues) {
			const path =
				issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
			this.problems.push({ file: file.file, line: file.lineOf(path), ...explainIssue(issue) });
		}
		return null;
	}
}
