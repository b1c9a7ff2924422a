/** `npm start`: builds the site when something changed, then serves it with the assistant and the survey. */
import { assistant } from "../bot/assistant.ts";
import { ConfigError, parseConfig } from "../bot/config.ts";
import { createLog } from "../bot/log.ts";
import { startService } from "../bot/service.ts";
import { buildIfStale } from "./build/site.ts";
import { readDownloads } from "./downloads/generate.ts";
import { reportFailure } from "./failure.ts";
import { loadKnowledge } from "./knowledge.ts";

const print = (line: string) => console.log(line);

try {
	// First of all, so that a wrong variable is told before a minute of building.
	const config = parseConfig(process.env);
	if (await buildIfStale(() => print("正在生成网站（首次约1分钟）… building the site")))
		print("✓ 网站已生成");
	const service = await startService({
		config,
		knowledge: loadKnowledge(),
		assistant,
		siteRoot: "dist",
		print,
		log: createLog((line) => process.stderr.write(`${line}\n`)),
	});
	if (readDownloads()?.pdf === false) print("PDF：关闭（没有可用的浏览器或中文字体；网页和 DOCX 不受影响）");
	const stop = () => {
		process.removeAllListeners("SIGINT");
		process.removeAllListeners("SIGTERM");
		print("\n正在结束…");
		service.stop().then(
			() => process.exit(0),
			() => process.exit(1),
		);
	};
	process.once("SIGINT", stop);
	process.once("SIGTERM", stop);
} catch (error) {
	reportFailure(error instanceof ConfigError ? error.message : error);
}
