import { type Matrix, matrixFile } from "../../core/formation/matrix-schema.ts";
import { ContentError } from "../content/content-error.ts";
import { ContentReader } from "../content/reader.ts";

/** Path of the samples below a content root. */
export const MATRIX_PATH = "rules/formation.matrix.yaml";

/** Reads the reviewed samples beside the table. @throws ContentError */
export function readMatrix(root = "content"): Matrix {
	const reader = new ContentReader(root);
	const entry = reader.yaml(matrixFile, MATRIX_PATH);
	if (!entry) throw new ContentError(reader.problems);
	return entry.data;
}
