import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, LoaderContext } from "astro/loaders";
import { readContentFile } from "../../scripts/content/read.ts";

/** An import, an export, an expression or a component: only then the file needs the MDX compiler. */
const NEEDS_MDX = /^(?:import|export) |\{|<[A-Z/]/m;

/** Text of the plugins that shape a rendered body: when they change, what Astro kept of the last build is void. */
const rendering = () =>
	["chinese-text", "quantities", "heading-anchors", "signature-lines", "wide-tables"]
		.map((name) => readFileSync(`site/content/${name}.ts`, "utf8"))
		.join();

/**
 * Loads the body texts of `folder`. A file without JSX is rendered as Markdown at once,
 * which costs half of compiling one module a file; the others go through MDX.
 */
export function bodies(folder: string): Loader {
	const plugins = rendering();
	const loadFile = async (file: string, context: LoaderContext) => {
		const id = basename(file, ".mdx");
		const content = readContentFile(file);
		const digest = context.generateDigest(`${JSON.stringify(content.data)}\n${content.body}\n${plugins}`);
		const known = context.store.get(id);
		if (known?.digest === digest) {
			if (known.deferredRender && known.filePath) context.store.addModuleImport(known.filePath);
			return id;
		}
		const data = await context.parseData({
			id,
			data: content.data as Record<string, unknown>,
			filePath: file,
		});
		if (NEEDS_MDX.test(content.body)) {
			context.store.set({ id, data, body: content.body, filePath: file, digest, deferredRender: true });
		} else {
			const rendered = await context.renderMarkdown(content.body, { fileURL: pathToFileURL(file) });
			context.store.set({ id, data, body: content.body, filePath: file, digest, rendered });
		}
		return id;
	};
	return {
		name: "bodies",
		async load(context) {
			const files = existsSync(folder)
				? readdirSync(folder)
						.filter((file) => file.endsWith(".mdx"))
						.sort()
				: [];
			const present = new Set<string>();
			for (const file of files) present.add(await loadFile(join(folder, file), context));
			for (const id of context.store.keys()) if (!present.has(id)) context.store.delete(id);
			context.watcher?.add(folder);
			const reload = async (path: string) => {
				if (path.includes(`/${folder}/`) && path.endsWith(".mdx") && existsSync(path)) {
					await loadFile(join(folder, basename(path)), context);
				}
			};
			context.watcher?.on("change", reload);
			context.watcher?.on("add", reload);
			context.watcher?.on("unlink", (path) => {
				if (path.includes(`/${folder}/`)) context.store.delete(basename(path, ".mdx"));
			});
		},
	};
}
