/** Largest file taken, in bytes: 20,000 rows of the survey need about 3 MB. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;
/**
 * Largest workbook after unpacking, in bytes, and number of its parts. 60,000 rows of the survey need 60 MB; reading
 * takes ten times as much memory as the text has, so that this stays below 1 GB.
 */
export const UNPACKED_BYTES_MAX = 80 * 1024 * 1024;
export const PARTS_MAX = 2_000;
/** More rows than any district's ledger of one quarter. */
export const ROWS_MAX = 60_000;
export const COLUMNS_MAX = 200;
