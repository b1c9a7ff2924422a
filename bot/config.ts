import { z } from "zod";

/** How Telegram reaches us. */
export type TelegramConfig =
	| { readonly mode: "off" }
	| {
			readonly mode: "polling";
			readonly token: string;
			/** Root of the Bot API, without trailing slash. */
			readonly apiRoot: string;
			/** Numeric Telegram ids of staff. */
			readonly adminIds: readonly number[];
	  }
	| {
			readonly mode: "webhook";
			readonly token: string;
			readonly apiRoot: string;
			readonly adminIds: readonly number[];
			/** Compared with the header `X-Telegram-Bot-Api-Secret-Token`. */
			readonly secret: string;
			/** Address Telegram posts to, without trailing slash. */
			readonly publicUrl: string;
	  };

/** The optional language model. */
export type LanguageModelConfig =
	| { readonly mode: "off" }
	| {
			readonly mode: "on";
			readonly apiKey: string;
			readonly baseUrl: string;
			readonly model: string;
			/** Calls allowed in one day (Asia/Shanghai). */
			readonly dailyCap: number;
	  };

/** Everything the service takes from its environment, parsed once. */
export interface Config {
	readonly http: { readonly host: string; readonly port: number };
	/** Folder of submissions, audit, conversations, inbox and key. */
	readonly dataDir: string;
	/** HMAC key for references; `null` means the key file in `dataDir`. */
	readonly refKey: Uint8Array | null;
	readonly telegram: TelegramConfig;
	readonly languageModel: LanguageModelConfig;
	/** Public address of the site for links in chat, without trailing slash; `null` when unknown. */
	readonly siteUrl: string | null;
}

/** The environment holds a value we cannot use. `problems` has one line per variable, Chinese then English. */
export class ConfigError extends Error {
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super(problems.join("\n"));
		this.name = "ConfigError";
		this.problems = problems;
	}
}

const blankIsAbsent = (value: unknown) =>
	typeof value === "string" && value.trim() === "" ? undefined : value;
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const address = (name: string, example: string) =>
	z
		.string()
		.trim()
		.regex(
			/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/,
			`应为网址，例如 ${example} / ${name} must be an http(s) address such as ${example}`,
		)
		.transform((value) => value.replace(/\/+$/, ""));
const integer = (minimum: number, maximum: number, message: string) =>
	z
		.string()
		.trim()
		.regex(/^\d{1,9}$/, message)
		.transform(Number)
		.refine((value) => value >= minimum && value <= maximum, message);

const PORT = "应为0到65535的整数，例如 4321 / PORT must be a whole number from 0 to 65535, such as 4321";
const CAP = "应为不小于0的整数，例如 500 / OPENAI_DAILY_CAP must be a whole number, such as 500";
const environment = z.object({
	TELEGRAM_BOT_TOKEN: optional(
		z
			.string()
			.trim()
			.regex(
				/^\d+:[\w-]+$/,
				"应为 @BotFather 给出的令牌，形如 数字:字母数字 / TELEGRAM_BOT_TOKEN must be the token from @BotFather, digits:letters",
			),
	),
	TELEGRAM_API_ROOT: optional(address("TELEGRAM_API_ROOT", "https://api.telegram.org")),
	BOT_MODE: optional(
		z.enum(["polling", "webhook"], {
			error: "应为 polling 或 webhook / BOT_MODE must be polling or webhook",
		}),
	),
	WEBHOOK_SECRET: optional(
		z
			.string()
			.trim()
			.regex(
				/^[\w-]{16,256}$/,
				"应为16到256位的字母、数字、下划线或连字符，可用 openssl rand -hex 32 生成 / WEBHOOK_SECRET must be 16–256 letters, digits, _ or -, for example from openssl rand -hex 32",
			),
	),
	PUBLIC_URL: optional(address("PUBLIC_URL", "https://handbook.example.cn")),
	PORT: optional(integer(0, 65_535, PORT)),
	HOST: optional(
		z
			.string()
			.trim()
			.regex(
				/^[\w.:-]+$/,
				"应为主机名或地址，例如 127.0.0.1 / HOST must be a host name or address such as 127.0.0.1",
			),
	),
	DATA_DIR: optional(z.string().trim()),
	ADMIN_IDS: optional(
		z
			.string()
			.trim()
			.regex(
				/^\d{1,15}([\s,，]+\d{1,15})*[\s,，]*$/,
				"应为工作人员的 Telegram 数字编号，用逗号隔开，例如 12345678,23456789 / ADMIN_IDS must be numeric Telegram ids separated by commas",
			)
			.transform((value) =>
				value
					.split(/[\s,，]+/)
					.filter(Boolean)
					.map(Number),
			),
	),
	REF_KEY: optional(
		z
			.string()
			.trim()
			.regex(
				/^[0-9a-fA-F]{64,128}$/,
				"应为至少64位的十六进制数，可用 openssl rand -hex 32 生成；不设则自动生成到 DATA_DIR / REF_KEY must be at least 64 hexadecimal digits; leave it out to have one generated in DATA_DIR",
			),
	),
	OPENAI_API_KEY: optional(z.string().trim()),
	OPENAI_BASE_URL: optional(address("OPENAI_BASE_URL", "https://api.openai.com/v1")),
	OPENAI_MODEL: optional(z.string().trim()),
	OPENAI_DAILY_CAP: optional(integer(0, 1_000_000, CAP)),
	DATABASE_URL: optional(z.string()),
	SITE_URL: optional(address("SITE_URL", "https://handbook.example.cn")),
});
type Environment = z.infer<typeof environment>;

function telegram(values: Environment, problems: string[]): TelegramConfig {
	const token = values.TELEGRAM_BOT_TOKEN;
	if (token === undefined) return { mode: "off" };
	const common = {
		token,
		apiRoot: values.TELEGRAM_API_ROOT ?? "https://api.telegram.org",
		adminIds: values.ADMIN_IDS ?? [],
	};
	if (values.BOT_MODE !== "webhook") return { mode: "polling", ...common };
	if (values.WEBHOOK_SECRET === undefined) {
		problems.push(
			"WEBHOOK_SECRET：BOT_MODE=webhook 时必须设置，可用 openssl rand -hex 32 生成 / WEBHOOK_SECRET is required when BOT_MODE=webhook",
		);
	}
	if (values.PUBLIC_URL === undefined) {
		problems.push(
			"PUBLIC_URL：BOT_MODE=webhook 时必须设置为 Telegram 能访问的网址，例如 https://handbook.example.cn / PUBLIC_URL is required when BOT_MODE=webhook",
		);
	}
	return {
		mode: "webhook",
		...common,
		secret: values.WEBHOOK_SECRET ?? "",
		publicUrl: values.PUBLIC_URL ?? "",
	};
}

function languageModel(values: Environment): LanguageModelConfig {
	if (values.OPENAI_API_KEY === undefined) return { mode: "off" };
	return {
		mode: "on",
		apiKey: values.OPENAI_API_KEY,
		baseUrl: values.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
		model: values.OPENAI_MODEL ?? "gpt-4o-mini",
		dailyCap: values.OPENAI_DAILY_CAP ?? 500,
	};
}

/**
 * Parses the environment.
 * @throws ConfigError naming each variable that cannot be used and how to mend it. Values are never printed: they may be secrets.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const parsed = environment.safeParse(env);
	if (!parsed.success) {
		throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}：${issue.message}`));
	}
	const values = parsed.data;
	const problems: string[] = [];
	if (values.DATABASE_URL !== undefined) {
		// Better no start than two instances that each keep half of the submissions.
		problems.push(
			"DATABASE_URL：这一版只支持一个实例，数据存放在 DATA_DIR 的文件里；请去掉这个变量 / DATABASE_URL: this version runs as one instance on files in DATA_DIR; remove the variable",
		);
	}
	const config: Config = {
		http: { host: values.HOST ?? "127.0.0.1", port: values.PORT ?? 4321 },
		dataDir: values.DATA_DIR ?? "data",
		refKey: values.REF_KEY === undefined ? null : Uint8Array.from(Buffer.from(values.REF_KEY, "hex")),
		telegram: telegram(values, problems),
		languageModel: languageModel(values),
		siteUrl: values.SITE_URL ?? values.PUBLIC_URL ?? null,
	};
	if (problems.length > 0) throw new ConfigError(problems);
	return config;
}
