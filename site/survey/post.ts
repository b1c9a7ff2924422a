/** Posts JSON to the survey service. @throws TypeError when nothing answers. */
export function post(path: string, body: unknown, key: string): Promise<Response> {
	return fetch(`/api/submissions${path}`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-browser-key": key },
		body: JSON.stringify(body),
	});
}
