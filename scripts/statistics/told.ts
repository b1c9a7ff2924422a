import type { Publication } from "./publish.ts";

/** What became of a publication, for the person who asked for it. */
export function publicationLines({
	path,
	statistics,
	written,
	recordedLater,
	waiting,
}: Publication): readonly string[] {
	const merged = Object.entries({ 街道: statistics.mergings.streets, 类别: statistics.mergings.kinds }).map(
		([name, table]) => [name, table.filter((group) => group.length > 1).length] as const,
	);
	return [
		written
			? `已写入 ${path}。重新构建网站（npm run build）后，数据统计页会显示。`
			: `${path} 已经公布过，数字相同，没有改动。`,
		...(recordedLater ? ["审计记录里原来没有这次公布，已补记。"] : []),
		...(waiting > 0 ? [`还有${waiting}家的填报待核实，没有计入。`] : []),
		...merged.flatMap(([name, count]) =>
			count > 0 ? [`${name}中有${count}处合并公布：单独公布会让人推算出小于5的数。`] : [],
		),
		...(statistics.total === null ? ["全区合计中有小于5的数，本季度的表没有公布。"] : []),
	];
}
