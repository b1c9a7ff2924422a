/** `npm run ledger`: the ledger of the 五清 survey. A menu in a terminal; with arguments one command of `scripts/ledger/`. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Before anything else is loaded: reading and compiling the modules is most of what a short command does.
enableCompileCache(fileURLToPath(new URL("../.cache/compiled", import.meta.url)));
const { runLedgerProgram } = await import("./ledger/main.ts");
process.exitCode = await runLedgerProgram(process.argv.slice(2));
