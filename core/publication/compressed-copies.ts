/** Names of files that gain from compression; everything else is packed already. */
export const COMPRESSIBLE = /\.(html|css|js|json|svg|xml|txt|webmanifest|ics|csv)$/;

/** Copies the build writes beside such a file, smallest first: content coding → ending of the copy's name. */
export const COPIES = { br: ".br", gzip: ".gz" } as const;

/** Content coding of a copy. */
export type ContentCoding = keyof typeof COPIES;
