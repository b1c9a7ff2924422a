import { ulid } from "ulid";
import { isExpired } from "../../core/survey/dialogue/step.ts";
import type { SurveyDraft } from "../../core/survey/dialogue-types.ts";

const DRAFT = "survey-draft";

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
	remove(DRAFT);
}

export function remove(name: string): void {
	try {
		localStorage.removeItem(name);
	} catch {
		// Storage is forbidden here, so nothing was kept.
	}
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

/** A text kept in this browser; null when there is none or storage is forbidden. */
export function read(name: string): string | null {
	try {
		return localStorage.getItem(name);
	} catch {
		return null;
	}
}

/** Keeps a text in this browser, where that is allowed. */
export function write(name: string, value: string): void {
	try {
		localStorage.setItem(name, value);
	} catch {
		// A private window may forbid storage: the form then lasts as long as the page.
	}
}
