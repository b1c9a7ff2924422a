import { describe, expect, it } from "vitest";
import { ListenError } from "../../bot/http/server.ts";
import { explain } from "../../scripts/failure.ts";

describe("explain", () => {
	it("prints messages written for people without a stack", () => {
		expect(explain(new ListenError("端口 4321 已被占用"))).toBe("端口 4321 已被占用");
	});

	it("says in plain words that the disk is full", () => {
		expect(explain(Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" }))).toContain(
			"磁盘空间不足",
		);
	});

	it("keeps the stack of a programming error", () => {
		expect(explain(new TypeError("x is not a function"))).toContain("failure.test.ts");
	});
});
