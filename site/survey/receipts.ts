import { read, remove, write } from "./browser-store.ts";

const RECEIPTS = "survey-receipts";
const KEY = "survey-key";
/** More receipts than one contact ever needs; the oldest go first. */
const MOST = 20;
/** Crockford base 32: no letters that are mistaken for digits when a printed code is typed. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE = /^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/;

/** A submission that was sent from here, with the key that proves it. */
export interface Receipt {
	readonly submissionId: string;
	readonly quarter: string;
	readonly orgCode: string;
	readonly orgName: string;
	/** 撤回码; the service keeps only a keyed hash of it. */
	readonly key: string;
}

/** Receipts kept in this browser, newest first. */
export function loadReceipts(): readonly Receipt[] {
	try {
		const value: unknown = JSON.parse(read(RECEIPTS) ?? "[]");
		return Array.isArray(value) ? value.filter(isReceipt) : [];
	} catch {
		return [];
	}
}

export function saveReceipt(receipt: Receipt): void {
	const others = loadReceipts().filter(({ submissionId }) => submissionId !== receipt.submissionId);
	write(RECEIPTS, JSON.stringify([receipt, ...others].slice(0, MOST)));
	remove(KEY);
}

export function forgetReceipt(submissionId: string): void {
	const rest = loadReceipts().filter((receipt) => receipt.submissionId !== submissionId);
	if (rest.length === 0) remove(RECEIPTS);
	else write(RECEIPTS, JSON.stringify(rest));
}

/** Where storage is forbidden the key lives as long as the page. */
let unsaved = "";

/**
 * Key a form about this unit is sent with: the one of its last receipt, so that a correction is the
 * same sender's; else a new one, the same again until the form is received.
 */
export function keyFor(orgCode: string): string {
	const before = loadReceipts().find((receipt) => receipt.orgCode === orgCode);
	if (before !== undefined) return before.key;
	const known = read(KEY) ?? unsaved;
	if (CODE.test(known)) return known;
	unsaved = newKey();
	write(KEY, unsaved);
	return unsaved;
}

/** 125 random bits in five groups of five. */
function newKey(): string {
	const letters = Array.from(crypto.getRandomValues(new Uint8Array(25)), (byte) => ALPHABET[byte & 31]);
	return [0, 5, 10, 15, 20].map((at) => letters.slice(at, at + 5).join("")).join("-");
}

/** A code as typed from a printed receipt: any width, spacing or case, O for 0 and I or L for 1. */
export function readKey(typed: string): string {
	const folded = typed
		.normalize("NFKC")
		.toUpperCase()
		.replaceAll(/[\s\-–—_]/g, "")
		.replaceAll("O", "0")
		.replaceAll(/[IL]/g, "1");
	return folded.match(/.{1,5}/g)?.join("-") ?? "";
}

/** A stored value is from outside: anything that is not a receipt is left aside. */
function isReceipt(value: unknown): value is Receipt {
	if (typeof value !== "object" || value === null) return false;
	const { submissionId, quarter, orgCode, orgName, key } = value as Partial<Record<keyof Receipt, unknown>>;
	return [submissionId, quarter, orgCode, orgName, key].every((text) => typeof text === "string");
}
