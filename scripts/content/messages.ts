import { z } from "zod";

const chinese = z.locales.zhCN().localeError;

/** What is wrong and how to mend it, for one issue found by a schema. */
export interface Explanation {
	readonly what: string;
	readonly mend: string;
}

/** Turns a zod issue into words for the person who wrote the file. */
export function explainIssue(issue: z.core.$ZodIssue): Explanation {
	const place = issue.path.length > 0 ? `“${issue.path.join(".")}”` : "这个文件";
	switch (issue.code) {
		case "unrecognized_keys":
			return {
				what: `${place}里有不认识的项：${issue.keys.join("、")}`,
				mend: `检查拼写；不需要就删去。可用的项见 content/README.md`,
			};
		case "invalid_value":
			return {
				what: `${place}的值不在可选范围内`,
				mend: `只能写：${issue.values.map(String).join("、")}`,
			};
		case "invalid_type":
			return issue.input === undefined
				? { what: `缺少${place}`, mend: `补上这一项，应是${typeName(issue.expected)}` }
				: { what: `${place}的类型不对`, mend: `应是${typeName(issue.expected)}` };
		case "too_small":
		case "too_big":
		case "invalid_format":
		case "custom":
			return { what: `${place}：${issue.message}`, mend: "按提示改正这一行" };
		default:
			return { what: `${place}：${issue.message}`, mend: "对照 content/README.md 中这一项的说明改正" };
	}
}

function typeName(expected: string): string {
	const names: Readonly<Record<string, string>> = {
		string: "一段文字（必要时加英文双引号）",
		number: "一个数字",
		int: "一个整数",
		boolean: "true 或 false",
		array: "一个列表（每项前加 - ）",
		object: "一组“项: 值”",
		record: "一组“项: 值”",
		null: "null",
	};
	return names[expected] ?? expected;
}

/** Parses with Chinese messages. */
export function parseChinese<T>(schema: z.ZodType<T>, data: unknown): z.ZodSafeParseResult<T> {
	return schema.safeParse(data, { error: chinese, reportInput: true });
}
