// Runs before every npm script, on whatever Node is installed (plain JavaScript, no packages):
// installs what is missing, then makes sure that a current Node will run the script itself.
import { spawnSync } from "node:child_process";
import { existsSync, statfsSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const quiet = process.argv.includes("--quiet");
const stamp = join(root, "node_modules/.package-lock.json");
const lock = join(root, "package-lock.json");
/** First version that runs TypeScript files directly and satisfies every dependency. */
const MINIMUM = [22, 18];
/** What `node_modules` takes with npm's own copies while it unpacks, in bytes. */
const NEEDED = 1_500_000_000;

function say(text) {
	// Standard error, because standard output of `ask` and `decide` belongs to machines.
	process.stderr.write(`${text}\n`);
}

function fail(text) {
	say(`\n✗ ${text}`);
	process.exit(1);
}

function newEnough(version) {
	const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
	return major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]);
}

/** What to tell a person when npm failed, from what npm printed. */
function installAdvice(output) {
	if (/ENOSPC/.test(output)) return "磁盘空间不足，安装没有完成。请清理后重试。(disk full)";
	if (/EACCES|EPERM|EROFS/.test(output)) return `没有权限写入 ${root}。请换一个可写的目录。(no permission)`;
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output))
		return "连不上 npm 软件源。请检查网络或 npm 的 registry 设置后重试；已装好的依赖不受影响。(no network)";
	return "依赖安装失败，原因见上面 npm 的输出。(npm install failed)";
}

function install() {
	// Asked beforehand: npm needs minutes to notice a full disk and to clear up after itself.
	const { bavail, bsize } = statfsSync(root);
	if (!existsSync(stamp) && bavail * bsize < NEEDED) {
		fail(
			`磁盘空间不足：首次安装约需 ${(NEEDED / 1e9).toFixed(1)} GB，${root} 所在的磁盘只剩 ${((bavail * bsize) / 1e9).toFixed(1)} GB。请清理后重试。(disk full)`,
		);
	}
	if (!quiet) say("正在安装依赖（首次约1至2分钟）… installing packages");
	// `npm ci` refuses lock files whose foreign-platform packages a registry lacks; `install` keeps the lock as it is.
	const npm = process.env.npm_execpath;
	const args = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
	const [command, rest] = npm ? [process.execPath, [npm, ...args]] : ["npm", args];
	const result = spawnSync(command, rest, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
	const output = `${result.stdout ?? ""}${result.stderr ?? ""}`;
	if (result.error || result.status !== 0) {
		say(output || String(result.error));
		fail(installAdvice(output + String(result.error ?? "")));
	}
	const now = new Date();
	utimesSync(stamp, now, now);
}

if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync(lock).mtimeMs) install();

const bundled = join(root, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
const found = existsSync(bundled)
	? spawnSync(bundled, ["--version"], {
			encoding: "utf8",
			shell: process.platform === "win32",
		}).stdout?.trim()
	: process.version;
if (!found || !newEnough(found)) {
	fail(
		`需要 Node ${MINIMUM.join(".")} 或更新版本，现在是 ${found || "未知"}，且本平台（${process.platform}-${process.arch}）没有随包提供的 Node。` +
			"请从 https://nodejs.org 安装后重试。(a newer Node is needed)",
	);
}
