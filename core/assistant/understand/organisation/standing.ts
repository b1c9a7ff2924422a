/**
 * How an organisation that a text names stands: there, given up, or only wanted. The
 * signs are the same for every kind of organisation.
 */

/** 撤了, 散了: it was there. */
const GIVEN_UP =
	/^(?![^,。]{0,3}[要快会能该用需得])[^,。]{0,6}(?:,)?(?:后来|去年|前年|已经?|又|因为?|最后|早就)?(?:被|都|就)?(?:撤了|解散了?|撤销了?|散了|没了|取消了|撤掉了?|注销了?|停了|黄了|拆了|不存在了)(?!吗)/;
/** Asks what should become of an organisation: then there is one. */
const WHAT_BECOMES =
	/(?:要不要|用不用|需不需要|需要|是不是(?:该|要|得|必须|一定)?|必须|是否(?:应当|应该|需要|要|该)?|该不该|能不能|会不会|还要|要|应该|应当|该|得)(?:再|跟着|提前|马上)?(?:改(?!造|名|善)|升|变|换(?!届)|降|拆(?!迁)|调整|撤|分家|动(?=$|[,。吗么]|一动)|保留|维持|继续|分出|独立出)|(?:还|接着|照样|可否|能否)(?:能|可以|算|要|用|需要|得|该)?(?:不能|不要|用)?(?:再)?(?:留|保留|存在|存续|继续|沿用|维持|算数|算(?:一?个)?(?:不|吗|数|支部)|站得住|保得住|撑|办|合规|合法|叫)|(?:保留|继续|留|沿用|维持)(?:不|吗|么|得|下去)|(?:要|用|需)(?:变|改|动|调整|升格)(?:吗|么|不)|升(?:格|级)?(?:吗|么|成|为)|维持现状|合不合规|站得住|保得住|留得住|超(?:没超|编|了)|还算(?:数|不)|自立门户|单飞|分出来|独立出来|出来单|单独出来|从[^,。]{0,10}(?:分|独立|退)出|(?:要|该|能)(?:不要|不能)?退出/;
/** What is said of one that is there, directly after its name. */
const SPOKEN_OF_AFTER =
	/^(?:的|里|内|中|下面|(?:[一二两三四五六七八九十\d]+|好几|多)年(?:多)?(?=没|未|来|了)|(?:都|就)?没(?:怎么|再)?(?:开|换|动|过)|(?:去年|前年|今年|早|上个?月)(?=[^,。]{0,3}(?:批|成立|建|设))|\d{4}年|目前|现在|已经?|现|这|这边|这几年|今年|去年|近期|一直|也|都|,)*(?:成立(?:了|于|以来|已|有|[一二两三四五六七八九十\d]|好|多)|建(?:了|于|着|好|的)|批(?:下来|了|的)|办了|设了|存在|运转|运行|覆盖|退出|走了|萎缩|只?剩|就剩|还剩|从[\d一二两三四五六七八九十]|由[\d一二两三四五六七八九十]|人越|(?:有)?[一二两三四五六七八九十\d]+家(?:单位|企业|公司)?(?:搬|退|注销|一共|合计|共)?|一共|总共|合计|共(?!建|同)|人数|现有|原有|本有|原来|最多|如今|有?[\d一二两三四五六七八九十百]+(?:多|来)?(?:名|个|人|位)|人(?:走|来|员)|党员|正式|进出|成员|一直)/;

/** Whether the organisation whose name ends where `after` begins was given up. */
export function isGivenUp(after: string): boolean {
	return GIVEN_UP.test(after);
}

/** Whether the text asks what should become of an organisation it has. */
export function asksWhatBecomes(text: string): boolean {
	return WHAT_BECOMES.test(text);
}

/** Whether what follows the name is said of an organisation that is there. */
export function isSpokenOf(after: string): boolean {
	return SPOKEN_OF_AFTER.test(after);
}
