import type { Format } from "./document.ts";

/** A file that can be downloaded, with what a person wants to know before doing so. */
export interface DownloadFile {
	/** Site-relative address. */
	readonly url: string;
	/** Name under which a browser should save it. */
	readonly name: string;
	/** Size in bytes. */
	readonly bytes: number;
	/** Pages or slides; null where only the reader's program can tell (DOCX). */
	readonly pages: number | null;
	/** Lower-case hex. */
	readonly sha256: string;
}

/** Everything generated for download in one build; written before the pages that list it. */
export interface DownloadsManifest {
	/** False when no browser or no Chinese font was there, so that PDF is off. */
	readonly pdf: boolean;
	/** Document slug → files by format. */
	readonly documents: Readonly<Record<string, Partial<Readonly<Record<Format, DownloadFile>>>>>;
	/** Course slug → calendar entry and bundle of its materials. */
	readonly courses: Readonly<
		Record<string, { readonly calendar: DownloadFile; readonly bundle: DownloadFile }>
	>;
	/** Calendar of all courses and deadlines. */
	readonly calendar: DownloadFile;
	/** All materials of a year, newest year first. */
	readonly years: readonly { readonly year: number; readonly bundle: DownloadFile }[];
	/** Outcome code → the printable set of its templates. */
	readonly outcomes: Readonly<Record<string, DownloadFile>>;
}
