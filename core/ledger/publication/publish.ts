import { coverageOf, isOrganised, organisationsOf, type Unit } from "../coverage.ts";
import { type Cells, isPublishable, type Merging, mergeGroups, sumCells } from "./merge.ts";

/** A row of a published table: one group, or several merged ones. */
export interface PublishedRow {
	/** Codes of the groups in it. */
	readonly groups: readonly string[];
	readonly units: number;
	readonly own: number;
	/** Joint and affiliated. */
	readonly joined: number;
	readonly work: number;
}

/** A form's share among organised units. */
export interface PublishedForm {
	readonly forms: readonly string[];
	readonly units: number;
}

/** What one quarter publishes. `null` means withheld, because a small number could be solved from it. */
export interface PublishedQuarter {
	readonly quarter: string;
	readonly total: PublishedRow | null;
	readonly streets: readonly PublishedRow[] | null;
	readonly kinds: readonly PublishedRow[] | null;
	readonly forms: readonly PublishedForm[] | null;
	/** Organisations, not units: own branches and joint ones, each joint one once. */
	readonly organisations: number | null;
	/** 应建 and 已建 of the whole district. */
	readonly should: { readonly units: number; readonly built: number } | null;
}

/** Mergings in force, kept from quarter to quarter. */
export interface Mergings {
	readonly streets: Merging;
	readonly kinds: Merging;
	readonly forms: Merging;
}

/** Forms that are joined organisations; standalone is a cell of its own in every table. */
const JOINED_FORMS = ["joint_area", "joint_industry", "joint_lead", "affiliated"] as const;

/** Partition of a group's units; its sums give every number a row shows. */
function cells(units: readonly Unit[]): Cells {
	const { own, joint, affiliated, workOnly, nothing } = coverageOf(units);
	return [own, joint + affiliated, workOnly, nothing];
}

function row(
	groups: readonly string[],
	[own = 0, joined = 0, workOnly = 0, nothing = 0]: Cells,
): PublishedRow {
	return { groups, units: own + joined + workOnly + nothing, own, joined, work: own + joined + workOnly };
}

function byGroup(units: readonly Unit[], groupOf: (unit: Unit) => string): Map<string, Unit[]> {
	return Map.groupBy(units, groupOf);
}

/**
 * Publishes quarters together, with one merging for all of them.
 * @param quarters quarter name → active units, oldest first; a quarter that is not closed must not be passed.
 * @param names all street and kind codes, in the order of the tables.
 * @param previous mergings of earlier publications.
 */
export function publish(
	quarters: ReadonlyMap<string, readonly Unit[]>,
	names: { readonly streets: readonly string[]; readonly kinds: readonly string[] },
	previous: Mergings | null,
): { readonly quarters: readonly PublishedQuarter[]; readonly mergings: Mergings } {
	const all = [...quarters];
	const tableOf = (groupOf: (unit: Unit) => string) =>
		all.map(
			([, units]) => new Map([...byGroup(units, groupOf)].map(([name, group]) => [name, cells(group)])),
		);
	const streetCells = tableOf((unit) => unit.streetCode);
	const kindCells = tableOf((unit) => unit.orgKind);
	const formCells = all.map(
		([, units]) =>
			new Map(
				[
					...byGroup(
						units.filter((unit) => isOrganised(unit) && unit.standing !== "own"),
						(unit) => unit.form,
					),
				].map(([form, group]) => [form, [group.length]]),
			),
	);
	// A street that content no longer lists still has its units: left out, it could be solved from the total.
	const named = (listed: readonly string[], tables: readonly ReadonlyMap<string, Cells>[]) => [
		...new Set([...listed, ...tables.flatMap((table) => [...table.keys()].sort())]),
	];
	const streetNames = named(names.streets, streetCells);
	const kindNames = named(names.kinds, kindCells);
	const streets = mergeGroups(streetNames, streetCells, previous?.streets);
	const kinds = mergeGroups(kindNames, kindCells, previous?.kinds);
	const forms = mergeGroups(JOINED_FORMS, formCells, previous?.forms);
	const rows = (merging: Merging | null, table: ReadonlyMap<string, Cells>) =>
		merging?.map((group) => row(group, sumCells(group.map((name) => table.get(name) ?? [])))) ?? null;
	return {
		quarters: all.map(([quarter, units], at) => {
			const total = cells(units);
			const safe = total.every(isPublishable);
			return {
				quarter,
				total: safe ? row([], total) : null,
				streets: safe ? rows(streets, streetCells[at] ?? new Map()) : null,
				kinds: safe ? rows(kinds, kindCells[at] ?? new Map()) : null,
				forms: safe && forms ? publishedForms(total[0] ?? 0, forms, formCells[at] ?? new Map()) : null,
				organisations: safe ? publishedOrganisations(units) : null,
				should: safe ? publishedShould(units) : null,
			};
		}),
		mergings: {
			streets: streets ?? [streetNames],
			kinds: kinds ?? [kindNames],
			forms: forms ?? [JOINED_FORMS],
		},
	};
}

function publishedForms(own: number, merging: Merging, table: ReadonlyMap<string, Cells>): PublishedForm[] {
	return [
		{ forms: ["standalone"], units: own },
		...merging.map((forms) => ({
			forms,
			units: sumCells(forms.map((form) => table.get(form) ?? []))[0] ?? 0,
		})),
	];
}

/** Own branches are published as units, so the number of joint ones follows by subtraction. */
function publishedOrganisations(units: readonly Unit[]): number | null {
	const { organisations, unnumbered } = organisationsOf(units);
	const joint = organisations - coverageOf(units).own;
	return unnumbered === 0 && joint >= 0 && isPublishable(joint) ? organisations : null;
}

/** Published only when all four cells of 应建 × 已建 are publishable: the others follow by subtraction. */
function publishedShould(units: readonly Unit[]): PublishedQuarter["should"] {
	const { units: all, organised, should, shouldBuilt } = coverageOf(units);
	const four = [
		shouldBuilt,
		should - shouldBuilt,
		organised - shouldBuilt,
		all - organised - (should - shouldBuilt),
	];
	return four.every(isPublishable) ? { units: should, built: shouldBuilt } : null;
}
