import { ContentError } from "./content/content-error.ts";

/** Ends the process with one clear message: content problems as they are, known system errors in plain words. */
export function reportFailure(error: unknown): never {
	process.stderr.write(`\n✗ ${explain(error)}\n`);
	process.exit(1);
}

/** One message a person can act on. */
export function explain(error: unknown): string {
	if (error instanceof ContentError) {
		return `内容检查没有通过，共 ${error.problems.length} 处：\n\n${error.message}`;
	}
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	switch (code) {
		case "EADDRINUSE":
			return "端口已被占用：另一个程序（也许是另一个 npm start）正在使用它。关掉那个程序，或用 PORT=4322 npm start 换一个端口。";
		case "ENOSPC":
			return "磁盘空间不足，没有写完。请清理磁盘后重试；已确认收到的填报不受影响。";
		case "EACCES":
		case "EPERM":
		case "EROFS":
			return `没有写入权限：${error instanceof Error ? error.message : ""}。请检查目录的所有者和权限。`;
		default:
			if (!(error instanceof Error)) return String(error);
			// Our own error classes carry messages written for people; a stack helps only where a program is at fault.
			return isOurs(error) ? error.message : (error.stack ?? error.message);
	}
}

function isOurs(error: Error): boolean {
	return !/^(|Range|Reference|Syntax|Type|URI|Eval|Aggregate)Error$/.test(error.name) && !("code" in error);
}
