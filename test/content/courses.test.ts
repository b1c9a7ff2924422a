import { describe, expect, it } from "vitest";
import { course, METHODS, PROGRAMMES } from "../../core/content/course.ts";
import { document } from "../../core/content/document.ts";
import { entries, headings } from "./entries.ts";

const courses = entries("training", course);
const documents = new Set(entries("documents", document).map(({ slug }) => slug));

/** Minutes between two clock times of a day. */
const minutes = (from: string, to: string) => {
	const at = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
	return at(to) - at(from);
};

describe("courses", () => {
	it("cover every programme and method", () => {
		expect(courses.length).toBeGreaterThanOrEqual(8);
		expect(new Set(courses.map(({ data }) => data.programme))).toEqual(new Set(PROGRAMMES));
		expect(new Set(courses.flatMap(({ data }) => data.sessions.map(({ method }) => method)))).toEqual(
			new Set(METHODS),
		);
	});

	it.each(courses)("$slug adds up and lies on working days", ({ data, body }) => {
		expect(data.sessions.reduce((sum, { hours }) => sum + hours, 0)).toBe(data.hours);
		let previous = `${data.registration.deadline} 23:59`;
		for (const session of data.sessions) {
			const weekday = new Date(`${session.date}T00:00:00Z`).getUTCDay();
			expect(weekday, session.date).toBeGreaterThanOrEqual(1);
			expect(weekday, session.date).toBeLessThanOrEqual(5);
			expect(`${session.date} ${session.from}` > previous, session.title).toBe(true);
			previous = `${session.date} ${session.to}`;
			// One learning hour takes 45 to 60 minutes.
			expect(minutes(session.from, session.to), session.title).toBeGreaterThanOrEqual(session.hours * 45);
			expect(minutes(session.from, session.to), session.title).toBeLessThanOrEqual(session.hours * 60);
		}
		expect(headings(body)).toEqual(expect.arrayContaining(["课前准备", "怎么上", "回去怎么用"]));
	});

	it("hand out documents that exist", () => {
		for (const { slug, data } of courses)
			for (const material of data.materials) expect(documents, slug).toContain(material);
	});
});
