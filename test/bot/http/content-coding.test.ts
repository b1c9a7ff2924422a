import { describe, expect, it } from "vitest";
import { acceptedCodings } from "../../../bot/http/content-coding.ts";

describe("codings a reader takes", () => {
	it.each([
		[undefined, []],
		["", []],
		["identity", []],
		["gzip", ["gzip"]],
		["gzip, deflate", ["gzip"]],
		["gzip, deflate, br, zstd", ["br", "gzip"]],
		["br;q=0, gzip", ["gzip"]],
		["br;q=0", []],
		["gzip;q=0.0, br ; Q=0.000", []],
		["gzip;q=1.0, br;q=0.5", ["gzip", "br"]],
		["*", ["br", "gzip"]],
		["br;q=0, *;q=0.1", ["gzip"]],
		["GZIP", ["gzip"]],
	] as const)("%s", (header, expected) => {
		expect(acceptedCodings(header)).toEqual(expected);
	});
});
