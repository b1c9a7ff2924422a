import type { Knowledge } from "../../core/content/knowledge.ts";
import type { FileOffer } from "../exchange/buttons.ts";
import type { Exchange } from "../exchange/incoming.ts";
import type { Log } from "../log.ts";
import type { StaffDesk } from "./context.ts";

/** What the Telegram shell works with. */
export interface BotDependencies {
	/** Root of the Bot API. */
	readonly apiRoot: string;
	readonly exchange: Exchange;
	/** Shows “typing” for texts: with a language model an answer may take seconds. */
	readonly typing: boolean;
	readonly knowledge: Knowledge;
	readonly refKey: Uint8Array;
	/** Public address of the site, for links. */
	readonly siteUrl: string | null;
	/** Numeric ids of staff. */
	readonly adminIds: readonly number[];
	/** `null` leaves the staff commands out. */
	readonly staff: StaffDesk | null;
	/** Bytes of a generated file, or `null` when it is not there. */
	readonly readFile: (file: Pick<FileOffer, "url">) => Promise<Uint8Array | null>;
	readonly log: Log;
}
