/** The layering of ARCHITECTURE.md, checked in CI. Type-only imports are erased and therefore allowed. */
const erased = { dependencyTypesNot: ["type-only"] };

module.exports = {
	forbidden: [
		{
			name: "no-circular",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "core-is-pure",
			comment: "core/ does no I/O and knows neither site nor bot.",
			severity: "error",
			from: { path: "^core/" },
			to: { path: "^(site|bot|scripts|content)/", ...erased },
		},
		{
			name: "core-no-node",
			comment: "core/ runs in the browser too: no Node built-ins.",
			severity: "error",
			from: { path: "^core/" },
			to: { dependencyTypes: ["core"] },
		},
		{
			name: "core-few-packages",
			comment: "core/ imports only zod and docx.",
			severity: "error",
			from: { path: "^core/" },
			to: { path: "node_modules/", pathNot: "node_modules/(zod|docx)/", ...erased },
		},
		{
			name: "zod-only-in-schemas",
			comment: "Browser code must not load zod: only core/content and schema modules import it.",
			severity: "error",
			from: { path: "^core/", pathNot: "^core/(content/|.*schema\\.ts$)" },
			to: {
				path: "(node_modules/zod/|^core/content/(common|guide|case|course|document|office|rules|wording|survey-wording|bot-wording)\\.ts$)",
				...erased,
			},
		},
		{
			name: "site-and-bot-never-meet",
			severity: "error",
			from: { path: "^site/" },
			to: { path: "^bot/" },
		},
		{
			name: "bot-and-site-never-meet",
			severity: "error",
			from: { path: "^bot/" },
			to: { path: "^site/" },
		},
		{ name: "no-test-in-product", severity: "error", from: { pathNot: "^test/" }, to: { path: "^test/" } },
	],
	options: {
		doNotFollow: { path: "node_modules" },
		tsPreCompilationDeps: "specify",
		tsConfig: { fileName: "tsconfig.json" },
		exclude: { path: "^(dist|data|\\.cache|\\.astro)/" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "node", "default"],
			extensions: [".ts", ".mjs", ".js", ".astro", ".json"],
		},
	},
};
