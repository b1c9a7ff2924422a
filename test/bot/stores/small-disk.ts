import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small file system of our own, to be really full or really read-only. */
export interface SmallDisk {
	readonly folder: string;
	/** Takes every byte that is left. */
	fill(): void;
	/** Gives them back. */
	free(): void;
	/** Remounts it. */
	readOnly(on: boolean): void;
	unmount(): void;
}

/** Mounts one; null where that needs root. */
export function mountSmallDisk(kilobytes: number): SmallDisk | null {
	const folder = fs.mkdtempSync(join(tmpdir(), "small-"));
	const mount = (options: string, ...rest: readonly string[]) =>
		spawnSync("mount", ["-o", options, ...rest, folder], { stdio: "ignore" }).status === 0;
	if (!mount(`size=${kilobytes}k`, "-t", "tmpfs", "tmpfs")) {
		fs.rmdirSync(folder);
		return null;
	}
	const filler = join(folder, "filler");
	return {
		folder,
		fill() {
			const descriptor = fs.openSync(filler, "a");
			try {
				for (;;) fs.writeSync(descriptor, Buffer.alloc(4096));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
			} finally {
				fs.closeSync(descriptor);
			}
		},
		free: () => fs.rmSync(filler),
		readOnly(on) {
			if (!mount(`remount,${on ? "ro" : "rw"}`)) throw new Error("cannot remount");
		},
		unmount() {
			spawnSync("umount", [folder], { stdio: "ignore" });
			fs.rmdirSync(folder);
		},
	};
}
