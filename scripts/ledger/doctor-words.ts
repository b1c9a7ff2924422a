import type { Finding } from "../../bot/stores/doctor/finding.ts";

/** What each finding means and what to do about it; `{detail}` is filled in. */
const WORDS: Readonly<Record<Finding["code"], string>> = {
	"no-ledger":
		"还没有台账。第一次收到填报时会自动建立；如果应该有数据，请检查 DATA_DIR 是否写对，或从备份恢复。",
	damaged: "文件损坏（{detail}）。不要手改；重新启动服务会把它移到 quarantine，再从最近的备份找回这一份。",
	foreign: "不是台账的文件。台账文件夹里不要放别的东西，请移走。",
	temporary: "写到一半的临时文件，没有确认给任何人。服务启动时会自动清理，不用管。",
	"changed-since-audit":
		"内容和审计记录不一致，写入以后被改过。请与备份比对，用备份里的那一份，并报告负责人。",
	"missing-since-audit": "审计记录里有，文件却不在了。请从备份找回，并报告负责人。",
	"not-audited": "文件有，审计记录里没有，通常是断电造成的。重新启动服务会补记一条“补录”。",
	"audit-broken": "审计链在第{detail}行接不上，这里或之前的记录被改过。请与备份比对，并报告负责人。",
	"audit-unreadable": "审计记录第{detail}行读不出来。请与备份比对，并报告负责人。",
	"same-revision": "第{detail}版有两份，后一份按冲突处理。用 npm run ledger -- resolve 决定采用哪一份。",
	"same-id": "同一个填报编号还出现在 {detail}。请核对哪一份是真的，另一份用 npm run ledger -- return 退回。",
	rules: "内容不符合填报规则（{detail}）。用 npm run ledger -- return 退回，请填报人改正。",
	conflict:
		"有{detail}份填报等着处理冲突。在菜单“处理冲突”里（或用 npm run ledger -- conflicts 和 resolve）决定用哪一份。",
	"withdrawn-left": "已撤回，文件还没移走。重新启动服务会移到回收处。",
	"trash-overdue": "撤回已超过保留期，还没有删除。重新启动服务会删除。",
	quarantined: "被隔离的损坏文件。找回内容以后请删除它。",
	"readable-by-others": "本机其他用户也能读。请执行 chmod -R go-rwx 收紧权限。",
	"no-key":
		"没有密钥文件。设置了 REF_KEY 就不需要；否则第一次启动服务时生成。恢复备份时要一起恢复，不能新建。",
	"disk-nearly-full": "磁盘只剩 {detail} MB。写满以后会拒收新的填报，请尽快清理。",
};

/** One finding as a line. */
export function findingLine({ level, code, where, detail = "" }: Finding): string {
	const mark = level === "error" ? "✗" : level === "warning" ? "！" : "·";
	return `${mark} ${where}：${WORDS[code].replaceAll("{detail}", detail)}`;
}
