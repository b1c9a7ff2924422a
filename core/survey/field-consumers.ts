import type { Submission } from "./submission.ts";

/** Who uses a field, and the file in which they do. */
export interface Consumer {
	/** Statistic, list or sentence, in Chinese. */
	readonly what: string;
	readonly file: string;
}

const use = (what: string, file: string): Consumer => ({ what, file });

/**
 * Every field of a submission and who uses it. A field nobody uses must not be asked: a test fails for one without
 * a consumer, and for a consumer whose file does not name the field.
 */
export const FIELD_CONSUMERS: Readonly<Record<keyof Submission, readonly Consumer[]>> = {
	submissionId: [use("回执编号，防止重复登记", "bot/stores/submissions/plan-submit.ts")],
	revision: [use("版本先后，防止覆盖", "core/ledger/fold.ts")],
	baseRevision: [use("发现两人同时修改", "core/ledger/fold.ts")],
	channel: [use("导出表“填报渠道”，区分自填和导入", "scripts/spreadsheet/survey-columns.ts")],
	submitterRef: [use("核实人不能是填报人；只能撤回自己的", "bot/stores/submissions/plan-decision.ts")],
	submittedAt: [use("待核实队列的先后", "bot/submissions/staff-desk.ts")],
	state: [use("只统计已核实的", "core/ledger/fold.ts")],
	returnReason: [use("退回时告诉填报人", "bot/stores/submissions/plan-decision.ts")],
	quarter: [use("按季度统计", "core/ledger/snapshot.ts"), use("新建组织的判定", "core/survey/rules.ts")],
	orgCode: [use("和名册逐个对照，查出未排查", "core/ledger/register.ts")],
	orgName: [use("待更新、未排查、措施清单", "scripts/ledger/stale.ts")],
	orgKind: [use("按组织类别统计", "core/ledger/coverage.ts")],
	streetCode: [use("按街道统计和催报", "core/ledger/coverage.ts")],
	operatingStatus: [
		use("在营的才计入分母", "core/ledger/snapshot.ts"),
		use("非在营另列", "core/ledger/stale.ts"),
	],
	employees: [
		use("核对党员数不多于职工数", "core/survey/rules.ts"),
		use("5人以下隐去人数", "scripts/ledger/words.ts"),
	],
	fullMembers: [use("应建未建、单独组建条件", "core/ledger/coverage.ts")],
	probationaryMembers: [use("挂靠是否有党员编入", "core/ledger/coverage.ts")],
	relationElsewhere: [use("应建未建只算关系在本单位的", "core/ledger/coverage.ts")],
	mobileMembers: [use("核对流动党员数", "core/survey/rules.ts")],
	developedThisYear: [use("发展党员数和两新占比", "core/ledger/report/quality-metrics.ts")],
	hasUnion: [use("工作覆盖率", "core/ledger/coverage.ts")],
	hasYouthLeague: [use("工作覆盖率", "core/ledger/coverage.ts")],
	instructorAssigned: [use("工作覆盖率", "core/ledger/coverage.ts")],
	formationMode: [
		use("组织覆盖率和组建形式分布", "core/ledger/coverage.ts"),
		use("转化", "core/ledger/transitions.ts"),
	],
	pairedWith: [use("季度总结“结对共建”", "core/ledger/report/formation-metrics.ts")],
	partyOrgId: [use("一个联合党组织只算一个", "core/ledger/organisations.ts")],
	establishedOn: [use("新建党组织数", "core/ledger/targets.ts")],
	noOrgReason: [use("季度总结“未建原因”", "core/ledger/report/problem-metrics.ts")],
	noOrgNote: [use("未建原因选“其他”时的说明", "core/survey/rules.ts")],
	measure: [use("一企一策清单和逾期", "core/ledger/measures.ts")],
	responsiblePersonContacted: [use("季度总结“已与负责人沟通”", "core/ledger/report/survey-metrics.ts")],
	surveyMethod: [use("季度总结“摸排方式”", "core/ledger/report/survey-metrics.ts")],
	surveyedOn: [use("导出表“摸排日期”", "scripts/spreadsheet/survey-columns.ts")],
	consentVersion: [use("证明填报前看过须知", "core/survey/dialogue/row.ts")],
};
