import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "ensure-"));
	mkdirSync(join(root, "scripts"));
	cpSync("scripts/ensure.mjs", join(root, "scripts/ensure.mjs"));
	writeFileSync(join(root, "package-lock.json"), '{"lockfileVersion":3,"packages":{}}');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs the installer of an empty project; what it tells the person, and its exit code. */
function ensure(environment: Readonly<Record<string, string>> = {}): { told: string; code: number | null } {
	const { npm_execpath: _, ...inherited } = process.env;
	const { stderr, status } = spawnSync(process.execPath, ["scripts/ensure.mjs"], {
		cwd: root,
		encoding: "utf8",
		env: { ...inherited, ...environment },
	});
	return { told: stderr, code: status };
}

/** An npm that prints something and fails. */
function failingNpm(output: string): string {
	const file = join(root, "npm.mjs");
	writeFileSync(file, `console.error(${JSON.stringify(output)}); process.exit(1);`);
	return file;
}

describe("ensure.mjs", () => {
	it("says that the registry cannot be reached", () => {
		writeFileSync(join(root, "package.json"), '{"dependencies":{"zod":"4.6.7"}}');
		const { told, code } = ensure({
			npm_config_registry: "http://127.0.0.1:9/",
			npm_config_cache: join(root, "cache"),
			npm_config_fetch_retries: "0",
		});
		expect(told).toContain("✗ 连不上 npm 软件源");
		expect(code).toBe(1);
	});

	it.each([
		["npm error ENOSPC: no space left on device, write", "✗ 磁盘空间不足"],
		["npm error EACCES: permission denied, mkdir", "✗ 没有权限写入"],
		["npm error something else", "✗ 依赖安装失败"],
	])("explains %s", (output, message) => {
		const { told, code } = ensure({ npm_execpath: failingNpm(output) });
		expect(told).toContain(output);
		expect(told).toContain(message);
		expect(code).toBe(1);
	});

	it("says where to get Node when none that is new enough could be brought in", () => {
		mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
		writeFileSync(join(root, "node_modules/.package-lock.json"), "{}");
		writeFileSync(join(root, "node_modules/.bin/node"), "#!/bin/sh\necho v18.19.0\n", { mode: 0o755 });
		const { told, code } = ensure();
		expect(told).toContain("现在是 v18.19.0");
		expect(told).toContain("https://nodejs.org");
		expect(code).toBe(1);
	});

	it("is silent when everything is there", () => {
		mkdirSync(join(root, "node_modules"));
		writeFileSync(join(root, "node_modules/.package-lock.json"), "{}");
		expect(ensure()).toEqual({ told: "", code: 0 });
	});
});
