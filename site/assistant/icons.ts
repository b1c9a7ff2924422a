/** Paths of `components/Icon.astro` that the assistant draws in the browser. */
export const PENCIL = "M4 20l1-4L16.5 4.5l3 3L8 19l-4 1Z";
export const PRINT = "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z";
export const DOWNLOAD = "M12 4v11m-5-5 5 5 5-5M4 20h16";
export const CLOSE = "M5 5l14 14M19 5 5 19";
