/** `npm run content:new -- guide|case|training <标识> <标题>`: writes a valid file to start from. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { scaffold } from "./content/scaffold.ts";
import { reportFailure } from "./failure.ts";

try {
	const [kind = "", id = "", ...words] = process.argv.slice(2);
	const { file, text } = scaffold(kind, id, words.join(""), new Date().toISOString().slice(0, 10));
	if (existsSync(file)) throw new Error(`${file} 已经有了，没有改动它。换一个标识，或直接编辑这个文件。`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text, { flag: "wx" });
	console.log(`已新建 ${file}。写好后运行 npm run content:check 检查。`);
} catch (error) {
	reportFailure(error instanceof Error && !("code" in error) ? error.message : error);
}
