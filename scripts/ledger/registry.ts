import type { LedgerCommand } from "./command.ts";

/** A command that is read when it is called: each start would pay for all of them otherwise. */
export interface LedgerEntry {
	readonly name: string;
	readonly load: () => Promise<LedgerCommand>;
}

/** Every ledger command, in the order of the overview. */
export const COMMANDS: readonly LedgerEntry[] = [
	{ name: "import", load: async () => (await import("./import.ts")).importFiles },
	{ name: "export", load: async () => (await import("./export.ts")).exportRows },
	{ name: "list", load: async () => (await import("./list.ts")).list },
	{ name: "verify", load: async () => (await import("./verify.ts")).verify },
	{ name: "verify-listed", load: async () => (await import("./verify-listed.ts")).verifyListed },
	{ name: "return", load: async () => (await import("./return.ts")).giveBack },
	{ name: "conflicts", load: async () => (await import("./conflicts.ts")).conflicts },
	{ name: "resolve", load: async () => (await import("./resolve.ts")).resolve },
	{ name: "stale", load: async () => (await import("./stale.ts")).stale },
	{ name: "unsurveyed", load: async () => (await import("./unsurveyed.ts")).unsurveyed },
	{ name: "measures", load: async () => (await import("./measures.ts")).measures },
	{ name: "stats", load: async () => (await import("./stats.ts")).stats },
	{ name: "transitions", load: async () => (await import("./transitions.ts")).transitions },
	{ name: "targets", load: async () => (await import("./targets.ts")).targets },
	{ name: "figures", load: async () => (await import("./figures.ts")).figures },
	{ name: "register", load: async () => (await import("./register.ts")).register },
	{ name: "check", load: async () => (await import("./check.ts")).check },
	{ name: "field-consumers", load: async () => (await import("./field-consumers.ts")).fieldConsumers },
	{ name: "audit", load: async () => (await import("./audit.ts")).audit },
	{ name: "doctor", load: async () => (await import("./doctor.ts")).doctor },
	{ name: "backup", load: async () => (await import("./backup.ts")).backup },
	{ name: "restore", load: async () => (await import("./restore.ts")).restore },
];
