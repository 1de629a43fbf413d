import { capital, stopless } from "./strings.ts";
import type { ContextData, Mention } from "./types.ts";

/** What spelling out labels draws on. */
export interface LabelTools {
  readonly data: ContextData;
  /** What a fragment lacks; null where it is a sentence. */
  readonly shape: (rest: string) => "finite" | "participle" | "state" | "noun" | null;
  /** Is a word a noun for something that is done? */
  readonly isDeed: (word: string) => boolean;
  /** Is it told in the present? */
  readonly isPresent: (rest: string) => boolean;
  /** Is a thing that state, or that state's? */
  readonly isOwn: (id: string, state: Mention) => boolean;
}

/**
 * Spells out a label: "Peru: not a member" is "Peru is not a member", "Peru: The country left" is
 * "Peru left", "March: …" and "March Talks begin" are "In March, …", "1 May 1990 Date of the treaty"
 * and "1 May 1990 — This is the date of the treaty" are "1 May 1990 is the date of the treaty".
 *
 * @param own what the sentence mentions
 * @returns null where there is no such label
 */
export function spellLabel(
  text: string,
  own: readonly Mention[],
  { data, shape: shapeOf, isPresent, isDeed, isOwn }: LabelTools,
): string | null {
  const whens = new RegExp(data.labels.now, "iu").exec(text);
  if (whens) {
    const rest = text.slice(whens[0].length);
    return isPresent(rest) ? `Currently, ${rest}` : null;
  }
  const ahead = new RegExp(data.labels.ahead, "iu").exec(text);
  const due = ahead && text.slice(ahead[0].length);
  if (ahead && due && (/^\p{Lu}/u.test(due) || (/:/u.test(ahead[0]) && shapeOf(due) === "noun"))) {
    const rest = due;
    // "Still to come: a vote in the assembly."
    return shapeOf(rest) === "noun" ? `${stopless(rest, ".!;")} ${data.labels.needed}.` : rest;
  }
  const day =
    new RegExp(data.labels.day, "u").exec(text) ?? new RegExp(data.labels.dated, "iu").exec(text);
  if (day?.groups) {
    const { date, what = "", rest } = day.groups;
    return `${date} is the ${what.toLowerCase()} ${rest}`;
  }
  const [first = ""] = text.split(" ", 1);
  if (data.months.includes(first.toLowerCase()) && /^\S+ \p{Lu}/u.test(text) && !text.endsWith("?"))
    return `In ${first}, ${text.slice(first.length + 1)}`;
  const found = /^([^:]{2,60}): (\S.*)$/u.exec(text);
  if (!found) return null;
  const [, label = "", rest = ""] = found;
  if (data.months.includes(label.toLowerCase())) return `In ${label}, ${rest}`;
  // "Sale: forbidden".
  if (isDeed(label.toLowerCase()) && /^(?:state|participle)$/u.test(shapeOf(rest) ?? ""))
    return `${label} ${data["label-copula"]} ${rest}`;
  const names = own.filter((m) => m.end <= label.length && m.ids.length > 0);
  const named = names.find((m) => m.start <= 4 && m.end === label.length);
  if (!named) return null;
  const shape = shapeOf(rest);
  if (shape === null) {
    const back = data.labels.back[named.kind] ?? data.labels.back.other;
    const [pointer] = back === undefined ? [] : (new RegExp(back, "iu").exec(rest) ?? []);
    if (pointer !== undefined) return `${label}${rest.slice(pointer.length)}`;
    // "Peru: Lima has left", "Peru: The president has signed": no one of that name speaks.
    const isOf = ({ ids }: Mention): boolean => ids.length === 1 && isOwn(ids[0] ?? "", named);
    return named.kind === "state" &&
      own.some((m) => m !== named && m.start > label.length && isOf(m))
      ? capital(rest)
      : null;
  }
  return shape === "finite" ? `${label} ${rest}` : `${label} ${data["label-copula"]} ${rest}`;
}
