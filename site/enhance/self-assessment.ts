/** Adds up the self-assessment of the star rating page. Nothing is stored or sent. */
import type { Rating } from "../../core/content/rules.ts";
import { scoreRating } from "../../core/rating/score.ts";

const form = document.querySelector<HTMLFormElement>("[data-rating]");

function verdict(rating: Rating, result: ReturnType<typeof scoreRating>, bad: number): string {
	if (bad > 0) return `有${bad}处得分超出范围，已按范围内计算，请改正标红的格子。`;
	if (result.star === null) return `有一票否决的情形。${rating.vetoEffect}`;
	const name = rating.bands.find(({ star }) => star === result.star)?.name ?? "";
	const next = result.toNext === null ? "" : `，距上一档还差${result.toNext}分`;
	return `按分数对应${name}${next}。自评不等于评定，结果以上级评定为准。`;
}

function update(form: HTMLFormElement, rating: Rating): void {
	const fields = [...form.querySelectorAll<HTMLInputElement>("[data-item]")];
	const vetoes = [...form.querySelectorAll<HTMLInputElement>("[data-veto]:checked")];
	const result = scoreRating(rating, {
		points: Object.fromEntries(
			fields.map((field) => [field.dataset["item"] ?? "", field.valueAsNumber || 0]),
		),
		vetoes: vetoes.map(({ dataset }) => dataset["veto"] ?? ""),
	});
	const empty = vetoes.length === 0 && fields.every(({ value, validity }) => value === "" && validity.valid);
	const total = form.querySelector("[data-total]");
	if (total) total.textContent = String(result.total);
	// Printed before anything is filled in, the sheet has a blank for the sum and none of the page's advice.
	total?.classList.toggle("blank-sum", empty);
	for (const output of form.querySelectorAll<HTMLElement>("[data-dimension]")) {
		output.hidden = empty;
		output.textContent = `得${result.dimensions[output.dataset["dimension"] ?? ""] ?? 0}分`;
	}
	const place = form.querySelector("[data-verdict]");
	if (place) {
		place.classList.toggle("screen-only", empty);
		place.textContent = empty
			? "填写得分后，这里随时给出合计和档次。"
			: verdict(rating, result, fields.filter(({ validity }) => !validity.valid).length);
	}
}

if (form) {
	const rating = JSON.parse(form.dataset["rating"] ?? "null") as Rating;
	form.addEventListener("input", () => update(form, rating));
	form.addEventListener("reset", () => setTimeout(() => update(form, rating)));
	form.addEventListener("submit", (event) => event.preventDefault());
	update(form, rating);
}
