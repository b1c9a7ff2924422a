/** Blanks of a headline as a reader of the table sees them: there are no numbers yet. */
export function plainHeadline(headline: string): string {
	return headline.replaceAll(/\{\w+\}名/g, "若干名");
}
