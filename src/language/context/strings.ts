/** Small changes of a text's letters. */

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "Chile, Peru and Bolivia". */
export function joined(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

/**
 * A text without the stop at its end and the quotation marks or brackets behind that.
 *
 * @param stops the characters that end it there
 */
export function stopless(text: string, stops = ".!"): string {
  return text.replace(new RegExp(`[${stops}]+["'”’)]*$`, "u"), "");
}
