import { ulid } from "ulid";
import { isExpired } from "../../core/survey/dialogue/step.ts";
import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";

const DRAFT = "survey-draft";
const KEY = "survey-key";

/** A draft in which nothing was agreed to or answered. */
export function newDraft(now: string): SurveyDraft {
	return {
		version: 1,
		submissionId: ulid(Date.parse(now)),
		startedAt: now,
		consentVersion: null,
		answers: {},
		at: "consent",
		editing: false,
		baseRevision: null,
	};
}

/** The draft kept in this browser; an old one is deleted. */
export function loadDraft(
	now: string,
	draftDays: number,
): { readonly draft: SurveyDraft | null; readonly expired: boolean } {
	const stored = read(DRAFT);
	if (stored === null) return { draft: null, expired: false };
	const draft = parseDraft(stored);
	if (draft !== null && !isExpired(draft, draftDays, now)) return { draft, expired: false };
	dropDraft();
	return { draft: null, expired: draft !== null };
}

export function saveDraft(draft: SurveyDraft): void {
	write(DRAFT, JSON.stringify(draft));
}

export function dropDraft(): void {
	try {
		localStorage.removeItem(DRAFT);
	} catch {
		// Storage is forbidden here, so nothing was kept.
	}
}

/** The random key that stands for this browser; the service keeps only a keyed hash of it. */
export function browserKey(): string {
	const known = read(KEY);
	if (known !== null && /^[0-9a-f]{64}$/.test(known)) return known;
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
	write(KEY, key);
	return key;
}

/** A stored text is from outside: anything that is not a draft of this version is left aside. */
function parseDraft(text: string): SurveyDraft | null {
	try {
		const value = JSON.parse(text) as Partial<SurveyDraft> | null;
		const whole =
			value?.version === 1 &&
			typeof value.submissionId === "string" &&
			typeof value.startedAt === "string" &&
			typeof value.at === "string" &&
			typeof value.answers === "object" &&
			value.answers !== null;
		return whole ? (value as SurveyDraft) : null;
	} catch {
		return null;
	}
}

function read(name: string): string | null {
	try {
		return localStorage.getItem(name);
	} catch {
		return null;
	}
}

function write(name: string, value: string): void {
	try {
		localStorage.setItem(name, value);
	} catch {
		// A private window may forbid storage: the form then lasts as long as the page.
	}
}
