// `npm run ledger`: the ledger of the 五清 survey. A menu in a terminal; with arguments one command of `scripts/ledger/`.
// Plain JavaScript, and the cache before anything else is loaded: reading, stripping and compiling the modules is most
// of what a short command does, and the first TypeScript file that is not in the cache starts the compiler.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

enableCompileCache(fileURLToPath(new URL("../.cache/compiled", import.meta.url)));
const { runLedgerProgram } = await import("./ledger/main.ts");
process.exitCode = await runLedgerProgram(process.argv.slice(2));
