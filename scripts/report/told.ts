import type { ReportInput } from "../../core/ledger/report/input.ts";
import type { WrittenReport } from "./write.ts";

/** What became of a report, for the person who asked for it. */
export function reportLines(input: ReportInput, written: WrittenReport): readonly string[] {
	return [
		`已生成${input.sample ? "（示例数据）" : ""}：`,
		...[written.docx, written.markdown, written.manifest].map((path) => `  ${path}`),
		...(input.snapshot.active.length === 0 ? ["这个季度还没有已核实的填报，比率都写作“—”。"] : []),
		...(written.missing.length > 0 ? [`还要录入：${written.missing.join("")}`] : []),
		`保留了工作人员填写的${written.kept}处内容。要补充情况，请改 Markdown 里的“填写”处，再运行一次。`,
		...(written.copy === null
			? []
			: [`“填写”处以外有改动，会被重新计算的内容代替；原文件留在 ${written.copy}。`]),
	];
}
