/** Whether the unit is affiliated with another organisation: 挂靠在社区两年了 against 社区说可以挂靠. */
export function isAffiliated(text: string): boolean {
	for (const match of text.matchAll(/挂靠|挂(?=[在到](?:社区|街道|园区|开发区|居委|商圈|镇|综合))/g)) {
		const before = text.slice(Math.max(0, match.index - 8), match.index);
		const after = text.slice(match.index + match[0].length, match.index + 16);
		if (match[0] === "挂" && /关系[^,。]*$|档案[^,。]*$/.test(before)) continue;
		if (
			/(?:可以|能|可|先|愿意|想|要|说|同意|让|该|应该|打算|准备|申请|不想|考虑|适合|需要|怎么|是否|答应|接受|接收|或者|还是|帮)(?:不能|我们|咱们|咱|你们|直接|去|到|给|先|也|都)?$/.test(
				before,
			)
		)
			continue;
		if (
			/^(?:过去|到|他们那|吗|组建|行不行|算|的?(?:案例|例子|做法|单位算|经验|条件|流程|模式|方式|怎么)|$)/.test(
				after,
			) &&
			!/已|一直|原|现在|目前/.test(before)
		)
			continue;
		if (
			/(?:已经?|一直|原|原来|原先|本来|现在|目前|以前|之前|早就|先前|仍|还|当前|长期|我们|公司|我司|党员|都|是|企业)(?:是|就|都|在)?$/.test(
				before,
			)
		)
			return true;
		if (
			/^(?:在|于|着|了|社区|街道|园区)/.test(after) &&
			(/^[在于着]/.test(after) || before === "" || /[,。]$|支部$|我们$|公司$|员$|\d年$/.test(before))
		)
			return true;
		if (
			/(?:在|于)[\u4e00-\u9fff]{2,8}$/.test(before) &&
			/^(?:$|[,。了着]|至今|[一二两三四五六七八九十\d])/.test(after)
		)
			return true;
		if (/^.{0,10}(?:[一二两三四五六七八九十\d]+(?:多)?年|好几年|多年|至今|一段时间)/.test(after)) return true;
	}
	return (
		/(?:借|在|跟着|跟|随)(?:社区|街道|园区|居委会?)(?:的)?(?:党)?支部(?:里)?(?:过组织生活|过生活|活动|学习)/.test(
			text,
		) ||
		(/(?:编入|编在|纳入|放在|归入|并入|加入)(?:了)?(?:社区|街道|园区|居委会)(?:党)?(?:支部|党委|总支)/.test(
			text,
		) &&
			/已|一直|现在|目前|原来|了/.test(text))
	);
}
