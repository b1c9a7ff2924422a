import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "../../bot/config.ts";

const problemsOf = (env: Record<string, string>): readonly string[] => {
	try {
		parseConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.problems;
		throw error;
	}
	return [];
};

describe("parseConfig", () => {
	it("needs nothing: everything optional is off, and it listens on this machine only", () => {
		expect(parseConfig({})).toEqual({
			http: { host: "127.0.0.1", port: 4321 },
			dataDir: "data",
			refKey: null,
			telegram: { mode: "off" },
			languageModel: { mode: "off" },
			siteUrl: null,
		});
	});

	it("treats blank values as absent", () => {
		expect(parseConfig({ TELEGRAM_BOT_TOKEN: " ", PORT: "", DATA_DIR: " " })).toEqual(parseConfig({}));
	});

	it("reads a polling bot with staff and a language model", () => {
		const config = parseConfig({
			TELEGRAM_BOT_TOKEN: "123:abc-DEF_9",
			TELEGRAM_API_ROOT: "http://127.0.0.1:9/",
			ADMIN_IDS: "11, 22，33",
			OPENAI_API_KEY: "k",
			OPENAI_BASE_URL: "http://127.0.0.1:8/v1/",
			PUBLIC_URL: "https://example.cn/",
		});
		expect(config.telegram).toEqual({
			mode: "polling",
			token: "123:abc-DEF_9",
			apiRoot: "http://127.0.0.1:9",
			adminIds: [11, 22, 33],
		});
		expect(config.languageModel).toMatchObject({
			mode: "on",
			baseUrl: "http://127.0.0.1:8/v1",
			dailyCap: 500,
		});
		expect(config.siteUrl).toBe("https://example.cn");
	});

	it("reads a webhook bot and demands what it needs", () => {
		const secret = "s".repeat(32);
		const complete = parseConfig({
			TELEGRAM_BOT_TOKEN: "1:a",
			BOT_MODE: "webhook",
			WEBHOOK_SECRET: secret,
			PUBLIC_URL: "https://example.cn",
		});
		expect(complete.telegram).toMatchObject({ mode: "webhook", secret, publicUrl: "https://example.cn" });
		const problems = problemsOf({ TELEGRAM_BOT_TOKEN: "1:a", BOT_MODE: "webhook" });
		expect(problems).toHaveLength(2);
		expect(problems[0]).toMatch(/^WEBHOOK_SECRET：.*openssl rand -hex 32.* \/ WEBHOOK_SECRET/);
		expect(problems[1]).toMatch(/^PUBLIC_URL：/);
	});

	it.each([
		["TELEGRAM_BOT_TOKEN", "not a token"],
		["TELEGRAM_API_ROOT", "bot-api.local"],
		["BOT_MODE", "push"],
		["WEBHOOK_SECRET", "short"],
		["PUBLIC_URL", "ftp://example.cn"],
		["PORT", "70000"],
		["PORT", "4321x"],
		["HOST", "a b"],
		["ADMIN_IDS", "@someone"],
		["REF_KEY", "secret"],
		["OPENAI_BASE_URL", "localhost:1"],
		["OPENAI_DAILY_CAP", "-1"],
		["SITE_URL", "liangxin.local"],
	])("names %s when it is %j, in Chinese and English, without printing the value", (name, value) => {
		const problems = problemsOf({ [name]: value });
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(new RegExp(`^${name}：.*应.* / ${name} must`));
		if (value.length > 6) expect(problems[0]).not.toContain(value);
	});

	it("refuses DATABASE_URL: two instances would each keep half of the submissions", () => {
		expect(problemsOf({ DATABASE_URL: "postgres://db/handbook" })[0]).toContain("去掉这个变量");
	});

	it("reports every wrong variable at once", () => {
		expect(problemsOf({ PORT: "x", BOT_MODE: "y", SITE_URL: "z" })).toHaveLength(3);
	});
});
