/** `npm run demo:data`: an invented ledger in a folder of its own, so that a newcomer sees everything at work. */
import { parseArgs } from "node:util";
import { quarterLabel } from "../core/survey/quarter.ts";
import { quartersUntil } from "./demo/history.ts";
import { NotDemoError, writeDemoLedger } from "./demo/write.ts";
import { reportFailure } from "./failure.ts";
import { loadOffice } from "./ledger/office.ts";

/** The quarter the published demonstration series ends with. */
const LAST = "2026-Q3";

try {
	const { values } = parseArgs({
		options: {
			data: { type: "string", default: "data-demo" },
			organisations: { type: "string", default: "500" },
		},
	});
	const organisations = Number(values.organisations);
	if (!Number.isInteger(organisations) || organisations < 1 || organisations > 200_000) {
		throw new Error("--organisations 应为1到200000的整数。");
	}
	const quarters = quartersUntil(LAST, 5);
	const { district } = loadOffice();
	const { files, auditEntries } = writeDemoLedger(values.data, organisations, quarters, district.streets);
	console.log(
		`示例台账已写入 ${values.data}：${organisations}个虚构单位，${quarters[0]} 至 ${LAST}，${files}个文件，审计记录${auditEntries}条。
接下来可以试：
  DATA_DIR=${values.data} npm run ledger　（菜单，选${quarterLabel(LAST)}）
  npm run ledger -- stats --quarter ${LAST} --data ${values.data}
  npm run report -- --quarter ${LAST} --data ${values.data} --out report-demo
  DATA_DIR=${values.data} npm start`,
	);
} catch (error) {
	if (!(error instanceof NotDemoError)) reportFailure(error);
	console.error(`✗ ${error.message}`);
	process.exit(1);
}
