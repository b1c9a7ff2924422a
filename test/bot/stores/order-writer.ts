/** Child of the order test: stores one submission and acknowledges it on standard output. */
import { writeSync } from "node:fs";
import { openSubmissionStore } from "../../../bot/stores/submissions/open.ts";
import { crashSample } from "./crash-samples.ts";

const { submissions } = await openSubmissionStore(process.argv[2] ?? "", { trashDays: 30 });
const { kind } = await submissions.submit(crashSample(0, 0));
writeSync(1, `acknowledged ${kind}\n`);
