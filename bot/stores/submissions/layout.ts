import { join, resolve } from "node:path";
import { isCreditCode } from "../../../core/survey/credit-code.ts";
import { ULID_PATTERN } from "../../../core/survey/fields.ts";
import { QUARTER_PATTERN } from "../../../core/survey/quarter.ts";

/**
 * Where things lie below DATA_DIR:
 *
 *     submissions/<quarter>/<orgCode>/<submissionId>.r<revision>.json   one file per revision
 *     submissions/<quarter>/<orgCode>/<submissionId>.withdrawn          tombstone
 *     submissions/<quarter>/<orgCode>/<submissionId>.r<n>.quarantined   a damaged revision was here
 *     trash/<quarter>/<orgCode>/…      withdrawn revisions, erased after the period in content
 *     quarantine/<quarter>/<orgCode>/… damaged files, for a person to look at
 *     index/<quarter>.columns          derived, may be deleted
 *     imports/<ulid>.<pid>.jsonl       an import under way, finished at the next start when it was cut off
 *     writers/<pid>.<uuid>             somebody has the ledger open for writing, see `writer-mark.ts`
 *
 * Names are made only from validated codes and ULIDs, never from anything typed.
 */
export interface Layout {
	readonly root: string;
	readonly submissions: string;
	readonly trash: string;
	readonly quarantine: string;
	readonly index: string;
	readonly imports: string;
	readonly writers: string;
}

export function layout(dataDir: string): Layout {
	const root = resolve(dataDir);
	return {
		root,
		submissions: join(root, "submissions"),
		trash: join(root, "trash"),
		quarantine: join(root, "quarantine"),
		index: join(root, "index"),
		imports: join(root, "imports"),
		writers: join(root, "writers"),
	};
}

/** An organisation in a quarter: the unit that revisions belong to. */
export interface RowKey {
	readonly quarter: string;
	readonly orgCode: string;
}

/**
 * Folder of a row below one of the roots.
 * @throws RangeError for anything that is not a quarter and a credit code, so that no path can be built from it.
 */
export function rowFolder(root: string, key: RowKey): string {
	if (!QUARTER_PATTERN.test(key.quarter) || !isCreditCode(key.orgCode)) {
		throw new RangeError("not a quarter and a credit code");
	}
	return join(root, key.quarter, key.orgCode);
}

/** What a file name in a row's folder says. */
export type RowEntry =
	| { readonly kind: "revision"; readonly submissionId: string; readonly revision: number }
	| { readonly kind: "withdrawn"; readonly submissionId: string }
	| { readonly kind: "quarantined"; readonly submissionId: string; readonly revision: number }
	| { readonly kind: "temporary" }
	| { readonly kind: "claim"; readonly revision: number }
	| { readonly kind: "foreign" };

const REVISION_NAME = /^([0-9A-Z]{26})\.r([1-9]\d{0,4})\.(json|quarantined)$/;

/** Reads a file name; anything unknown is `foreign` and reported by the doctor. */
export function parseRowEntry(name: string): RowEntry {
	if (name.startsWith(".") && name.endsWith(".tmp")) return { kind: "temporary" };
	const claim = /^\.r([1-9]\d{0,4})$/.exec(name);
	if (claim) return { kind: "claim", revision: Number(claim[1]) };
	if (name.endsWith(".withdrawn")) {
		const submissionId = name.slice(0, -".withdrawn".length);
		return ULID_PATTERN.test(submissionId) ? { kind: "withdrawn", submissionId } : { kind: "foreign" };
	}
	const match = REVISION_NAME.exec(name);
	if (match === null || !ULID_PATTERN.test(match[1] ?? "")) return { kind: "foreign" };
	return {
		kind: match[3] === "json" ? "revision" : "quarantined",
		submissionId: match[1] ?? "",
		revision: Number(match[2]),
	};
}

export const revisionName = (submissionId: string, revision: number) => `${submissionId}.r${revision}.json`;
export const withdrawnName = (submissionId: string) => `${submissionId}.withdrawn`;
export const quarantinedName = (submissionId: string, revision: number) =>
	`${submissionId}.r${revision}.quarantined`;
export const claimName = (revision: number) => `.r${revision}`;
