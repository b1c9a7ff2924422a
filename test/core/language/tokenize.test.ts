import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWidth, normalize, toSimplified } from "../../../core/language/normalize.ts";
import { bigrams, tokenize } from "../../../core/language/tokenize.ts";

describe("tokenize", () => {
	it("splits Han runs into overlapping bigrams and keeps a single character", () => {
		expect(tokenize("联合党支部")).toEqual(["联合", "合党", "党支", "支部"]);
		expect(tokenize("谁 批")).toEqual(["谁", "批"]);
	});

	it("keeps Latin words and numbers whole, lower-cased", () => {
		expect(tokenize("我们Startup有30名党员")).toEqual(["我们", "startup", "有", "30", "名党", "党员"]);
	});

	it("splits at full-width and half-width punctuation and at spaces", () => {
		expect(tokenize("支部，换届。（三年）a-b")).toEqual(["支部", "换届", "三年", "a", "b"]);
	});

	it("folds full-width and traditional forms", () => {
		expect(tokenize("黨員３名")).toEqual(tokenize("党员3名"));
		expect(tokenize("聯合黨支部")).toEqual(tokenize("联合党支部"));
	});

	it("ignores invisible characters inside a word", () => {
		expect(tokenize("党\u200b支\u00ad部")).toEqual(["党支", "支部"]);
	});

	it("counts characters outside the basic plane as one", () => {
		expect(bigrams("𠮷野家")).toEqual(["𠮷野", "野家"]);
	});

	it("gives nothing for emoji and punctuation", () => {
		expect(tokenize("😀😀！？…")).toEqual([]);
	});

	it("a text's bigrams contain the bigrams of every substring of two or more characters", () => {
		const han = fc.string({ unit: fc.constantFrom(..."党员支部组织联合流动换届选举"), minLength: 2 });
		fc.assert(
			fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
				const start = from % (text.length - 1);
				const part = text.slice(start, start + 2 + (length % text.length));
				const all = new Set(tokenize(text));
				return tokenize(part).every((token) => all.has(token));
			}),
		);
	});
});

describe("normalize", () => {
	it("is idempotent and never fails", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => normalize(normalize(text)) === normalize(text)),
		);
	});

	it("maps everyday traditional words", () => {
		expect(toSimplified("組織關係轉過來後，員工裡還有幾個黨員")).toBe("组织关系转过来后，员工里还有几个党员");
	});

	it("leaves simplified text alone", () => {
		const text = "著名的干部后来与台账里的皇后面谈，着手做好准备";
		expect(toSimplified(text)).toBe(text);
	});

	it("folds width", () => {
		expect(foldWidth("ＡＢＣ１２３，")).toBe("ABC123,");
	});
});
