/** Two ticked cases can be opened side by side. */
const bar = document.querySelector<HTMLFormElement>("[data-compare-bar]");
const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-compare] input")];
for (const label of document.querySelectorAll<HTMLElement>("[data-compare]")) label.hidden = false;

function update(): void {
	if (!bar) return;
	const chosen = boxes.filter(({ checked }) => checked);
	bar.hidden = chosen.length === 0;
	const [a, b] = chosen;
	for (const [name, box] of [
		["a", a],
		["b", b],
	] as const) {
		const field = bar.elements.namedItem(name);
		if (field instanceof HTMLInputElement) field.value = box?.value ?? "";
	}
	for (const box of boxes) box.disabled = chosen.length === 2 && !box.checked;
	const text = bar.querySelector("[data-compare-text]");
	if (text) text.textContent = chosen.length < 2 ? "已选1个，再选1个" : "已选2个案例";
	const button = bar.querySelector<HTMLButtonElement>("[type=submit]");
	if (button) button.disabled = chosen.length < 2;
}

for (const box of boxes) box.addEventListener("change", update);
bar?.querySelector("[data-compare-clear]")?.addEventListener("click", () => {
	for (const box of boxes) box.checked = false;
	update();
});
update();
// Going back, the browser ticks the boxes again after this script has run.
addEventListener("pageshow", update);

export {};
