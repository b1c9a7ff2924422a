/**
 * Threads for file work. An fsync waits for the disk and not for a core, and fsyncs that wait together
 * share one flush; libuv's four threads make sixty-four writers stand in line. Takes effect because
 * nothing uses the pool before the stores are loaded; a value the operator has set stays.
 */
process.env.UV_THREADPOOL_SIZE ??= "16";
