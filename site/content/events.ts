import type { Knowledge } from "../../core/content/knowledge.ts";
import { TODAY, weekdayName } from "./dates.ts";

/** A day in the calendar of the office. */
export interface OfficeEvent {
	readonly date: string;
	/** `星期三` for a course, `截止` for a deadline. */
	readonly mark: string;
	readonly title: string;
	readonly note: string;
	readonly href: string | undefined;
}

/** First days of courses and deadlines, in order of time. */
export function events(all: Knowledge): OfficeEvent[] {
	const courses = all.courses.flatMap((course) => {
		const days = [...new Set(course.sessions.map(({ date }) => date))].sort();
		const first = days[0];
		if (first === undefined) return [];
		return [
			{
				date: first,
				mark: weekdayName(first),
				title: course.title,
				note: `${days.length === 1 ? "1天" : `${days.length}天`}，${course.hours}学时，${course.place}`,
				href: `/training/${course.slug}/`,
			},
		];
	});
	const deadlines = all.district.deadlines.map(({ date, title, note, url }) => ({
		date,
		mark: "截止",
		title,
		note,
		href: url,
	}));
	return [...courses, ...deadlines].sort((a, b) => a.date.localeCompare(b.date));
}

/** Events that are not over at build time. */
export function upcoming(all: Knowledge, count: number): OfficeEvent[] {
	return events(all)
		.filter(({ date }) => date >= TODAY)
		.slice(0, count);
}
