import { createEvents, type EventAttributes } from "ics";
import type { CourseEntry } from "../../core/content/knowledge.ts";
import type { District } from "../../core/content/office.ts";

/** Asia/Shanghai has had no daylight saving since 1991: always UTC+8. */
const SHANGHAI_HOURS = 8;

/**
 * An iCalendar file.
 * @param site absolute address of the site, for links and ids; empty when unknown.
 */
export function toCalendar(
	courses: readonly CourseEntry[],
	deadlines: District["deadlines"],
	site: string,
): Uint8Array {
	const events = [
		...courses.flatMap((course) => courseEvents(course, site)),
		...deadlines.map((one) => deadlineEvent(one, site)),
	];
	const { value, error } = createEvents(events, {
		productId: "liangxin-handbook",
		calName: "两新党建培训与截止日期",
	});
	if (error || !value) throw error ?? new Error("calendar could not be written");
	// The stamp of an unchanged calendar stays the same, so that the file does too.
	const checked =
		courses
			.map((course) => course.asOf)
			.sort()
			.at(-1) ?? "1980-01-01";
	return new TextEncoder().encode(
		value.replaceAll(/DTSTAMP:\d{8}T\d{6}Z/g, `DTSTAMP:${checked.replaceAll("-", "")}T000000Z`),
	);
}

function courseEvents(course: CourseEntry, site: string): EventAttributes[] {
	return course.sessions.map((session, index) => ({
		uid: `${course.slug}-${index + 1}@liangxin-handbook`,
		title: `${course.title}：${session.title}`,
		description: `${course.goal}\n对象：${course.audience}\n报名：${course.registration.deadline}前，${course.registration.how}`,
		location: course.place,
		start: instant(session.date, session.from),
		end: instant(session.date, session.to),
		startInputType: "utc",
		startOutputType: "utc",
		endInputType: "utc",
		endOutputType: "utc",
		...(site ? { url: `${site}/training/${course.slug}/` } : {}),
	}));
}

function deadlineEvent(deadline: District["deadlines"][number], site: string): EventAttributes {
	const [year = 0, month = 0, day = 0] = deadline.date.split("-").map(Number);
	return {
		uid: `deadline-${deadline.date}@liangxin-handbook`,
		title: `截止：${deadline.title}`,
		description: deadline.note,
		start: [year, month, day],
		duration: { days: 1 },
		...(site && deadline.url ? { url: site + deadline.url } : {}),
	};
}

function instant(date: string, clock: string): number {
	return Date.parse(`${date}T${clock}:00Z`) - SHANGHAI_HOURS * 3_600_000;
}
