/**
 * How an organisation that a text names stands: there, given up, or only wanted. The
 * signs are the same for every kind of organisation.
 */

/** 撤了, 散了: it was there. */
const GIVEN_UP =
	/^(?![^,。]{0,3}[要快会能该用需得])[^,。]{0,6}(?:,)?(?:后来|去年|前年|已经?|又|因为?|最后|早就)?(?:被|都|就)?(?:撤了|解散了?|撤销了?|散了|没了|取消了|撤掉了?|注销了?|停了|黄了|拆了|不存在了)(?!吗)/;
/** Asks what should become of an organisation: then there is one. */
const WHAT_BECOMES =
	/(?:要不要|用不用|需不需要|需要|是不是(?:该|要|得|必须|一定)?|必须|是否(?:应当|应该|需要|要|该)?|该不该|能不能|会不会|还要|要|应该|应当|该|得)(?:再|跟着|提前|马上)?(?:改(?!造|名|善)|升|变|换(?!届)|降|拆(?!迁)|调整|撤|分家|动(?=$|[,。吗么]|一动)|保留|维持|继续|分出|独立出)|(?:还|接着|照样|可否|能否)(?:能|可以|算|要|用|需要|得|该)?(?:不能|不要|用)?(?:再)?(?:留|保留|存在|存续|继续|沿用|维持|算数|算(?:一?个)?(?:不|吗|数|支部)|站得住|保得住|撑|办|合规|合法|叫)|(?:保留|继续|留|沿用|维持)(?:不|吗|么|得|下去)|(?:要|用|需)(?:变|改|动|调整|升格)(?:吗|么|不)|升(?:格|级)?(?:吗|么|成|为)|维持现状|合不合规|站得住|保得住|留得住|超(?:没超|编|了)|还算(?:数|不)|自立门户|单飞|分出来|独立出来|出来单|单独出来|从[^,。]{0,10}(?:分|独立|退)出/;
/** Whether the organisation whose name ends where `after` begins was given up. */
export function isGivenUp(after: string): boolean {
	return GIVEN_UP.test(after);
}

/** Whether the text asks what should become of an organisation it has. */
export function asksWhatBecomes(text: string): boolean {
	return WHAT_BECOMES.test(text);
}
