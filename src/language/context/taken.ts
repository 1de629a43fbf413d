import type { Said } from "./discourse.ts";
import { type Named, replaced } from "./references.ts";
import { capital } from "./strings.ts";
import type { ContextData } from "./types.ts";

/**
 * Names one of several things: after "Drones are banned.", "whoever finds one" finds a drone.
 *
 * @param said the sentences before, the latest first
 * @returns null where no such word stands, or where right before no things of one kind were named
 */
export function spellOne(text: string, [last]: readonly Said[], data: ContextData): Named | null {
  const found = new RegExp(data.single, "iu").exec(text);
  const [thing, ...more] = (last?.mentions ?? []).filter((m) => m.kind === "weapon");
  if (!found || !thing || more.length > 0 || !thing.plural || last?.role === "heading") return null;
  const name = thing.text.replace(/^the /iu, "").replace(/s$/u, "");
  const means = `${/^[aeiou]/iu.test(name) ? "an" : "a"} ${name}`;
  return replaced(text, found, means, false);
}

/**
 * Names what only such words are taken with: after "It rests on a decision of the court.", "it was
 * taken in May" and "the court took it in May" speak of the decision.
 *
 * @param said the sentences before, the latest first
 * @returns null where there is no such word, or where nothing of the kind was named right before
 */
export function spellTaken(
  text: string,
  [last]: readonly Said[],
  { taken }: ContextData,
): Named | null {
  if (last?.role !== "statement") return null;
  for (const { noun, pattern } of taken) {
    const named = new RegExp(noun, "iu").exec(last.text)?.groups?.noun;
    const { it, before = "" } = new RegExp(pattern, "iu").exec(text)?.groups ?? {};
    if (named === undefined || it === undefined) continue;
    const means = `the ${named.toLowerCase()}`;
    const put = before === "" ? capital(means) : means;
    return { text: before + put + text.slice(before.length + it.length), words: it, means };
  }
  return null;
}
