/**
 * Closed word classes of the quantity grammar. Everything else is an
 * unclassified character. Longest match wins.
 */

/** What a token is. */
export type Kind =
	| "number"
	/** 名 个 位 …: only after a number. */
	| "classifier"
	/** 家, or 个 before a kind of firm: counts organisations. */
	| "firms"
	/** A length of time; `months` is set. */
	| "time"
	/** A number with a unit that is not people: money, area, date, floor … */
	| "measure"
	| "member"
	| "full"
	| "probationary"
	/** 积极分子, 团员, 民主党派 …: never a Party member. */
	| "applicant"
	| "staff"
	| "among"
	| "besides"
	| "total"
	| "remain"
	| "left"
	| "joined"
	| "past"
	| "now"
	| "become"
	| "no"
	| "all"
	| "each"
	| "we"
	| "other"
	/** 够, 凑, 差: the number after it is a threshold, not a count. */
	| "threshold"
	/** 不止, 不是: the number after it is denied. */
	| "denied"
	| "below"
	| "filler"
	/** Punctuation that ends a clause. */
	| "stop"
	/** A word that only looks like one of the above, or any other character. */
	| "word";

const CLASSES: Readonly<Partial<Record<Kind, string>>> = {
	member:
		"党员 中共党员 共产党员 党员同志 党员数 党员数量 党员人数 党员总数 党员总人数 在册党员 在职党员 老党员 流动党员 党员职工 党员员工",
	full: "正式党员 正式的党员 正式 正式的 转正的 转正了 已转正 已经转正 转正 转了正 正式工党员 正式党员数 中共正式党员 正式中共党员 正式党员同志 转正的党员 转正党员",
	probationary:
		"预备党员 预备的 预备 预备期 没转正 还没转正 未转正 没有转正 尚未转正 预备党员数 中共预备党员 预备期的 没转正的 还没转正的 未转正的 没转正的党员 还没转正的党员 未转正党员 预备期党员 没正式转正 还没正式转正 没满预备期",
	applicant:
		"入党积极分子 积极分子 入党申请人 申请人 申请入党的 入党申请 发展对象 培养对象 团员 共青团员 团干部 民主党派 民主党派成员 民盟 民盟盟员 民盟成员 盟员 民建 民建会员 民进 民进会员 农工党 农工党员 农工党党员 农工民主党 致公党 致公党员 致公党党员 九三学社 九三学社社员 九三 台盟 民革 民革党员 民革党员的 国民党员 无党派 无党派人士 群众 递了申请书 写了入党申请书 递交了入党申请书 交了入党申请书 写申请书的 想入党的 要求入党的 预备入党 准备入党 非党员 民主党派人士 民主党派党员",
	staff:
		"员工 职工 人员 工人 老师 教师 医生 护士 医护 学员 成员 从业人员 用工 雇员 伙计 师傅 骑手 司机 会员 社员 股东 学生 客户 志愿者 程序员 员工总数 职工总数 员工数 员工人数 职工人数 总人数 在职员工 在岗员工 在岗职工 专职人员 工作人员 技术人员 管理人员 医护人员 教职工 号人 号员工 个人 来人 多人 口人 社工 律师 保安 快递员 主播 商户 同事 伙伴 小伙伴 阿姨 技师 店员 顾问 教练 服务员 厨师 大夫 技工 业务员 销售 经理 合伙人 店长 乘务员 讲师 人手 队员 业主 兼职 退休 残疾人 打工的 干活的 施工人员 外卖员 快递员 配送员 送餐员 驾驶员 售货员 营业员 保洁员 护理员 网格员 号人马 退役军人 军人 女员工 男员工 外籍 台胞",
	among: "其中 当中 里面 里头 之中 其中有 中有 里有 里边",
	besides: "另有 另外有 另外 还有 外加 另 以及 再加上 再加 此外 再有 加上 加",
	total:
		"一共 总共 共 合计 共计 总计 总数 加起来 加一起 加一块 加一块儿 加在一起 合起来 拢共 统共 全部加起来 全加起来 加到一块 凑一起 凑到一起 总的 满打满算 全园 全楼",
	remain: "只剩 剩下 还剩 仅剩 就剩 剩 只剩下 就剩下 只留下 仅余 还留 剩余 只余",
	left: "走了 离职 调走 转走 辞职 少了 减少 流失 调离 退了 走掉 离开 离职了 走 调走了 转出 调出 辞了 跳槽 跑了 离世 去世 减少了",
	joined:
		"新来 新来了 又来了 来了 又来 新转进来 新转来 新转入 转进来 转进 转入 转来 新进 新招 新招了 新招进来 新招进 招了 招进来 新增 新增加 增加了 新入职 入职了 又有 又添 又添了 新添 又进来 新进来 多了 又多了 又招 又招了 新聘 又转来 又转入 再来",
	past: "原来 原先 本来 以前 之前 原有 曾有 去年有 起初 过去 当初 最早 先前 早先 原 刚成立时 成立时 最初 上个季度 去年底",
	now: "现在 目前 如今 现有 现 眼下 截至目前 到现在 目前有 现如今 这会儿 当前 今年有",
	become:
		"涨到 增加到 发展到 达到 减到 降到 变成 变成了 涨到了 增加到了 发展到了 减少到 减到了 增到 升到 增至 减至 达 已达 到了 只有 缩到 降至 扩大到 多到 少到 发展成 壮大到",
	no: "没有 没 莫得 无 暂无 尚无 未有 没得 冇",
	all: "都是 全是 均为 均是 全部是 全部 全都是 都 全 均 皆为 全都 也都 也是 皆是 都已 都已经 也都是",
	each: "每家 各 每个 每户 各有 每家都 各家 每家都是 每家都有 一家 每间 每 各自有 分别有",
	we: "我们 我司 本公司 我们公司 我厂 本单位 我家 我们家 我们自己 自己 本厂 咱 咱们 咱公司 咱们公司 本店 我店 我院 本院 我校 本校 本会 我会 我所 本所 我 我们单位 我们厂 我们店 俺 俺们 俺厂 俺们厂 我方 自家 本社 我社 本企业 我企 公司自己 我们本身 秘书处自己",
	other:
		"隔壁 楼上 楼下 对门 对面 别家 他们 它们 另一家 邻居 其他公司 其他企业 其他单位 别的公司 别的单位 旁边 对方 附近 周边 周围 那家 人家 另外一家 另外两家 另外三家 另一个公司 其他几家 别的 那边 其它公司 其余几家 友邻",
	threshold:
		"够 凑够 凑 凑齐 差 缺 须 必须 至少要 规定 要求 满 不够 需要 需 要满 凑足 不满足 达不到 没到 没达到 还差 才能 最少要 起码要 算够 算",
	denied: "不是 并非 不止 不只 不仅 不光是 没有到 不到三个",
	below: "不到 不足 不满 少于 未满 低于 不超过",
	filler:
		"中共 有 就 就有 共有 是 的 也 也就 也有 才 才有 仅 仅有 大概 大约 约 差不多 为 : 已 已有 已经有 总共有 一共有 大概有 才只有 左右 上下 光 在职 老 年轻 在编 男 女 了 已经 同志 个别 还 还是 还在 在 只 人数 数量 数 近 将近 接近 至少 起码 最多 刚好 正好 恰好 整 超过 正好有 刚好有 得有 算上 包括 呢 呀 嘛 就是 也就是 大致 估计 可能 应该 有那么 能有 里 中 内 是有 倒是有 现成 出来 统计 的话 处于 属于 在册 现任 专职 兼职 全职 退伍 返聘 青年 中年 优秀 技术 骨干 转业 外地 本地 大学生 农民工 资深 普通 一线 本单位 本公司的 公司的 店里的 厂里的 自己的 那么 可用 那个 这 这个 嗯 啊",
	word: "一起 一下 一直 一样 一般 一点 一些 统一 一块 一块儿 一旦 万一 三会一课 两新 双培双创 五清 五星 四星 三星 二星 一星 第一 第二 第三 唯一 一栋楼 一栋 一条街 一条 一层楼 一层 一边 两边 一定 进一步 一线 周一 星期一 一企一策 一社一策 三全程 两个覆盖 一票否决 一把手 一方面 十分 之一 同一个 同一 某一 任一 一道 一同 一半 一致 一概 三证合一 千万 百货 一旁 一年到头 一来二去 一来 一时 一律 一切 一会 一会儿 下一步 第一步 四个好 百分之 一系列 三新 两企三新 人才 人数不多 人家 人民 人社 人大 加入 加强 加班 加盟 现场 现金 现行 现成的 原件 原则 原因 原料 原件 原单位 原公司 原来的公司 原来的单位 原来的学校 原学校 都市 全国 全区 全市 全覆盖 全称 全面 全员 全程 全年 走出去 走访 走流程 走程序 走哪些 怎么走 后面怎么走 要走 无法 无人 无限 没人 没法 没办法 没问题 没关系 没想到 无所谓 未建 未成立 满意 满足 差异 差额 各种 各类 各位 各自单位 各单位 各级 各项 各方 各街道 加起 达标 计算 打算 结算 核算 算法 预算 算不算 需求 要求入党 党员大会 党员活动室 党员名册 党员活动 党员教育 党员发展 党员代表 党员之家 党员档案 党员信息 党员身份 党员学习 党员培训 党员管理 发展党员 转正申请 预备期满 现有的 剩余价值 退休返聘 会员单位 兄弟单位 离职率 离职证明 支部委员 组织委员 社会组织 公司里 单独 自己建 自己成立 自己搞",
};

/** First character → words that start with it, longest first. */
const byFirst = new Map<string, readonly (readonly [string, Kind])[]>();
{
	const lists = new Map<string, [string, Kind][]>();
	for (const [kind, words] of Object.entries(CLASSES) as [Kind, string][]) {
		for (const word of words.split(" ")) {
			const first = word[0] ?? "";
			const list = lists.get(first) ?? [];
			list.push([word, kind]);
			lists.set(first, list);
		}
	}
	for (const [first, list] of lists) {
		byFirst.set(
			first,
			list.sort((a, b) => b[0].length - a[0].length),
		);
	}
}

/** The longest known word that starts at `at`. */
export function wordAt(text: string, at: number): readonly [string, Kind] | null {
	for (const entry of byFirst.get(text[at] ?? "") ?? []) if (text.startsWith(entry[0], at)) return entry;
	return null;
}
