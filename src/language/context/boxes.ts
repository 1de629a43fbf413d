import type { Analysed } from "./mentions.ts";
import { stopless } from "./strings.ts";
import type { ContextData } from "./types.ts";

/** What a box of facts is read with. */
export interface BoxTools {
  readonly data: ContextData;
  readonly analyse: (text: string) => Analysed;
  /** What the text is about, by its name; null where it is nothing in particular. */
  readonly topic: string | null;
}

/**
 * Spells out an entry of a box of facts: "Members: more than ten" says that the treaty that the text is
 * about has so many members.
 *
 * @returns null where it is no such entry
 */
export function spellBox(text: string, { data, analyse, topic }: BoxTools): string | null {
  const found = /^(?<label>[^:]{2,40}): (?<value>\S.*)$/u.exec(stopless(text))?.groups;
  if (topic === null || !found?.label || !found.value) return null;
  const { label, value } = found;
  const { units } = analyse(value);
  const words = units.filter(
    (u) => /[\p{L}\p{N}]/u.test(u.form) && !/^(?:and|the|or)$/u.test(u.lower),
  );
  const kinds = {
    count: words.length > 0 && words.every((u) => u.quantity !== null || COUNTED.test(u.lower)),
    names: words.length > 0 && words.every((u) => u.name?.usage === "name"),
    time:
      words.length > 0 &&
      words.every((u) => u.time !== null || u.mark !== null || TIED.test(u.lower)),
  };
  for (const { pattern, takes, says } of data.boxes) {
    if (!kinds[takes] || !new RegExp(`^(?:${pattern})$`, "iu").test(label)) continue;
    // "Since 1990" is a date with what ties it, "1990" one without.
    const put =
      takes === "time"
        ? value.replace(/^(?:since|in|on|from|as of) /iu, "")
        : takes === "names" && !/ and /iu.test(value)
          ? value.replace(/[,;] (?=[^,;]+$)/u, " and ")
          : value;
    return `${says.replace("{topic}", topic).replace("{value}", put)}.`;
  }
  return null;
}

const COUNTED = /^(?:countries|states|territories|nations|members|parties|than|over|in|all)$/u;
const TIED = /^(?:since|in|on|from|as|of|the)$/u;
