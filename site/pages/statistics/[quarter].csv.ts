import type { APIRoute } from "astro";
import type { Statistics } from "../../../core/content/statistics.ts";
import { nameOf, organised, publishedQuarters } from "../../content/statistics.ts";

/** One file for each published quarter that has a table of streets. */
export function getStaticPaths() {
	return publishedQuarters()
		.filter(({ streets }) => streets !== null)
		.map((statistics) => ({ params: { quarter: statistics.quarter }, props: { statistics } }));
}

/** The table of streets; with a byte order mark, so that spreadsheet programs read the Chinese right. */
export const GET: APIRoute<{ statistics: Statistics }> = ({ props: { statistics } }) => {
	const rows = (statistics.streets ?? []).map((row) => [
		row.groups.map((code) => nameOf("streetCode", code)).join("、"),
		row.units,
		row.own,
		row.joined,
		organised(row),
		row.work,
	]);
	const table = [["街道", "单位数", "单独组建", "联合和挂靠", "组织覆盖", "工作覆盖"], ...rows];
	return new Response(`\uFEFF${table.map((row) => row.join(",")).join("\r\n")}\r\n`, {
		headers: { "content-type": "text/csv; charset=utf-8" },
	});
};
