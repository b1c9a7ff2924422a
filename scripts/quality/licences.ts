/** Fails when an installed package has a licence that the MIT-licensed product cannot ship with. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Permissive or weak-copyleft licences, alone or in `OR`/`AND` expressions. */
const ACCEPTED =
	/^(MIT(-0)?|ISC|0BSD|BSD-[23]-Clause|BSD|Apache-2\.0|Unlicense|CC0-1\.0|CC-BY-[34]\.0|OFL-1\.1|MPL-2\.0|BlueOak-1\.0\.0|Python-2\.0|Zlib|WTFPL|LGPL-3\.0-or-later|Artistic-2\.0)$/;

/** Packages whose manifest says less than their licence file; read by a person. */
const READ_BY_A_PERSON: Readonly<Record<string, string>> = {};

interface Lock {
	readonly packages: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const unacceptable: string[] = [];
let checked = 0;
for (const path of Object.keys(lock.packages)) {
	const manifest = join(path, "package.json");
	if (path === "" || !existsSync(manifest)) continue;
	const { license, licenses, name } = JSON.parse(readFileSync(manifest, "utf8")) as {
		license?: string | { type: string };
		licenses?: { type: string }[];
		name: string;
	};
	const stated = typeof license === "string" ? license : (license?.type ?? licenses?.[0]?.type ?? "none");
	checked++;
	const terms = (READ_BY_A_PERSON[name] ?? stated).replaceAll(/[()]/g, "");
	const fine = terms
		.split(/ OR /i)
		.some((choice) => choice.split(/ AND /i).every((term) => ACCEPTED.test(term.trim())));
	if (!fine) unacceptable.push(`${name}: ${stated}`);
}
if (unacceptable.length > 0) {
	console.error(`licences to look at:\n${unacceptable.join("\n")}`);
	process.exit(1);
}
console.log(`${checked} packages, licences acceptable`);
