import { BOOLEAN_FIELDS, COUNT_FIELDS } from "../../core/survey/fields.ts";
import type { Office } from "../ledger/office.ts";
import type { KnownColumn } from "./columns.ts";
import {
	type CellReader,
	choiceReader,
	countReader,
	creditCodeReader,
	dateReader,
	quarterReader,
	textReader,
} from "./read-cell.ts";

/** Content of a survey row in the order of an export: every field of a submission that people fill in. */
export const SURVEY_COLUMNS = [
	"quarter",
	"orgCode",
	"orgName",
	"orgKind",
	"streetCode",
	"operatingStatus",
	...COUNT_FIELDS,
	"hasUnion",
	"hasYouthLeague",
	"instructorAssigned",
	"formationMode",
	"pairedWith",
	"partyOrgId",
	"establishedOn",
	"noOrgReason",
	"noOrgNote",
	"measure",
	"measureOwnerPost",
	"measureDue",
	"responsiblePersonContacted",
	"surveyMethod",
	"surveyedOn",
] as const;
export type SurveyColumn = (typeof SURVEY_COLUMNS)[number];

/** What the ledger adds in an export, after the content. */
export const META_COLUMNS = [
	"consentVersion",
	"revision",
	"state",
	"returnReason",
	"submissionId",
	"channel",
	"submittedAt",
] as const;
export type MetaColumn = (typeof META_COLUMNS)[number];

const DATES: ReadonlySet<string> = new Set(["establishedOn", "measureDue", "surveyedOn"]);

/** Heading of a column as printed. */
export function headingOf(field: string, { survey, spreadsheet }: Office): string {
	return survey.fields[field]?.label ?? spreadsheet.meta[field] ?? field;
}

/** Every column of a survey file with all its headings. */
export function surveyColumns(office: Office): readonly KnownColumn[] {
	return [...SURVEY_COLUMNS, ...META_COLUMNS].map((field) => ({
		field,
		label: headingOf(field, office),
		headings: office.spreadsheet.headings[field] ?? [],
	}));
}

/** How a field's cells are read. */
export function readerOf(field: string, office: Office): CellReader {
	if (field === "orgCode") return creditCodeReader;
	if (field === "quarter") return quarterReader;
	if (field === "revision" || (COUNT_FIELDS as readonly string[]).includes(field)) return countReader;
	if (DATES.has(field)) return dateReader;
	if (field === "streetCode") return streetReader(office);
	const { values } = office.spreadsheet;
	const choices = office.survey.fields[field]?.choices;
	if (choices === undefined) return textReader;
	const labels = choices.map(({ label }) => label);
	if ((BOOLEAN_FIELDS as readonly string[]).includes(field)) {
		const said = choices.map(({ value, label }) => [label, value === "yes"] as const);
		return choiceReader(new Map([...Object.entries(values["boolean"] ?? {}), ...said]), labels);
	}
	const words = new Map<string, string | boolean>([
		...Object.entries(values[field] ?? {}),
		...choices.map(({ value }) => [value, value] as const),
		...choices.map(({ value, label }) => [label, value] as const),
	]);
	return choiceReader(words, labels);
}

/** A street by code, by name, or by name without 街道. */
function streetReader({ district }: Office): CellReader {
	const words = district.streets.flatMap(({ code, name }) => [
		[code, code] as const,
		[name, code] as const,
		[name.replace(/街道$/, ""), code] as const,
	]);
	return choiceReader(
		new Map(words),
		district.streets.map(({ name }) => name),
	);
}
