import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

/** Time open requests get to finish when the service ends, in milliseconds. */
const GRACE_MS = 2000;

/** The address cannot be used; the message says why and what to do. */
export class ListenError extends Error {
	constructor(message: string) {
		super(message);
		this.name = "ListenError";
	}
}

/** A listening server. */
export interface Listening {
	readonly url: string;
	/** Stops taking requests, lets open ones finish for up to two seconds. */
	close(): Promise<void>;
}

const REASONS: Readonly<Record<string, (host: string, port: number) => string>> = {
	EADDRINUSE: (_, port) =>
		`端口 ${port} 已被占用：请关掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start / port ${port} is taken: set PORT`,
	EACCES: (_, port) =>
		`没有权限使用端口 ${port}：请换一个大于1023的端口，例如 PORT=4321 / no permission for port ${port}: set PORT`,
	EADDRNOTAVAIL: (host) =>
		`本机没有地址 ${host}：请改正 HOST，例如 127.0.0.1 / this machine has no address ${host}: set HOST`,
	ENOTFOUND: (host) => `找不到主机名 ${host}：请改正 HOST，例如 127.0.0.1 / unknown host ${host}: set HOST`,
};

/** Listens on host and port. @throws ListenError when the address cannot be used. */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
	const server = createServer(getRequestListener(app.fetch));
	await new Promise<void>((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => {
			const reason = REASONS[error.code ?? ""];
			reject(reason === undefined ? error : new ListenError(reason(host, port)));
		});
		server.listen(port, host, resolve);
	});
	const { address, family, port: actual } = server.address() as AddressInfo;
	const name =
		address === "127.0.0.1" || address === "::1" ? "localhost" : family === "IPv6" ? `[${address}]` : address;
	return { url: `http://${name}:${actual}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
		server.close(() => {
			clearTimeout(timer);
			resolve();
		});
		server.closeIdleConnections();
	});
}
