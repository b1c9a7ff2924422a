import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../../core/assistant/understand/facts.ts";
import { readable } from "../../../../core/assistant/understand/spelling.ts";

const facts = (text: string) => readFacts(readable(text), false).slots;

describe("whose relation is where", () => {
	it("of N members, those here and those elsewhere add up to N, whichever is counted", () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), (members, seed) => {
				const away = 1 + (seed % (members - 1));
				const here = members - away;
				for (const text of [
					`${members}名党员，${away}名关系在外地，能建支部吗`,
					`${members}名党员，只有${here}名关系在公司，能建支部吗`,
					`${members}名党员，${here}名关系在公司，另外${away}名在外地，能建支部吗`,
					`${members}名党员，${here}名关系已转入，另${away}名正在办，能建支部吗`,
				]) {
					expect(facts(text), text).toMatchObject({ fullMembers: members, relationElsewhere: away });
				}
			}),
		);
	});

	it.each([
		["4名正式党员，一个关系转来了，剩下的都没转", 3],
		["三名党员，就老张关系在这，别的都在外地", 2],
		["党员8个，除了我关系都没转过来", 7],
		["党员8个，除了我关系都转过来了", 1],
		["6名党员，除了两个关系都在公司", 2],
		["5名党员，除了一个都转过来了", 1],
		["正式党员四名，除一名关系在外地外其余都在", 1],
		["5名党员，除了老李关系在老家，其余都在公司", 1],
		["5名党员，关系大都在原籍", 4],
		["我们三个创始人都是党员，关系一个在学校、一个在老家、一个在街道", 3],
		["五名党员，其中2名系退休返聘，组织关系留在原公安局，其余关系在所", 2],
		["公司有5名正式党员，关系不全在公司，有两个在老家", 2],
		["6名党员一半关系在外地", 3],
		["五个正式党员天天在这上班，可组织关系一个都不在咱这", 5],
		["十名党员，八成的组织关系没过来", 8],
		["六名党员，三分之一的关系没有转入", 2],
		["党员4名，除了会计，关系全在原单位", 3],
		["七名党员：三名关系在人才市场，两名在户籍地，两名在本公司", 5],
		["公司六个党员，转过来的就两个", 4],
		["党员11名，有4个死活不肯转关系，其他7个关系都在公司", 4],
		["9名党员里头只有2名把关系转来，其余7名原单位卡着转不出来", 7],
		["党员3名，其中1名组织关系滞留原单位", 1],
		["5名党员，没一个关系在公司", 5],
		["单位党员4人，组织关系仍由街道代管", 4],
		["4名党员，关系全部转妥", 0],
	])("%s", (text, relationElsewhere) => {
		expect(facts(text).relationElsewhere).toBe(relationElsewhere);
	});

	it("a share without a number is asked for where it decides, and only there", () => {
		expect(facts("公司有5名正式党员，关系不全在这")).not.toHaveProperty("fullMembers");
		expect(facts("党员五个，有的关系在这有的不在")).not.toHaveProperty("fullMembers");
		// Whatever "some" is: of three at most two are here, of nine "a few" leave seven.
		expect(facts("三名党员，个别人的组织关系还在外地").fullMembers).toBe(3);
		expect(facts("9名党员，个别关系没转过来").fullMembers).toBe(9);
		// Those here are the many, so those elsewhere are the few.
		expect(facts("9名党员，大部分关系已经转入").fullMembers).toBe(9);
	});

	it.each([
		["5名党员关系都在老家，没人愿意转", "no"],
		["项目部5名党员，总公司不同意转关系", "no"],
		["5名党员，关系都在外地，都愿意转过来", "yes"],
		["五个党员里四个关系都在外市，人家不给转出", "no"],
		["5名党员都不愿把关系转来", "no"],
		["专班党员7名，关系不动", "no"],
		["4名党员，关系都能挪过来", "yes"],
	])("%s", (text, transferable) => {
		expect(facts(text).transferable).toBe(transferable);
	});
});
