/** What a sentence says without what is only said beside it: asides, whom it speaks to. */
import type { Place } from "../../types.ts";
import type { Analysed, Names } from "./mentions.ts";
import type { ContextData } from "./types.ts";

/** Leaves out what is only said beside the matter ("Contrary to rumours, …", "…, oddly enough."). */
export function withoutAside(text: string, data: ContextData): string {
  const stop = /[.!]+["'”’)]*$/u.exec(text)?.[0] ?? "";
  const rest = text.slice(0, text.length - stop.length);
  const inner = rest
    .replace(new RegExp(data.labels.same, "iu"), "")
    .replace(new RegExp(data.asides.no, "iu"), "")
    .replace(new RegExp(data.asides.against, "iu"), "")
    .replace(new RegExp(data.asides.whatever, "iu"), "")
    .replace(new RegExp(data.asides.without, "iu"), "")
    .replace(new RegExp(data.asides.source, "iu"), "")
    .replace(new RegExp(data.asides.before, "iu"), "")
    .replace(new RegExp(data.asides.agreed, "iu"), "")
    .replace(new RegExp(data.asides["alone-among"], "iu"), "")
    .replace(new RegExp(data.asides.inner, "giu"), " ");
  // "Ten states, Chile included": more than an aside.
  const plain = inner.replace(new RegExp(data.asides.last, "iu"), (aside) =>
    NAMED.test(aside) ? aside : "",
  );
  return `${plain}${stop}`;
}

const NAMED = / (?:including|counting) \p{Lu}|(?<!\p{L})\p{Lu}\p{L}* included$/u;

/** Leaves out the number before a heading or a question: "3. Who signed it?", "Q2: …". */
export function withoutNumber(text: string, place: Place, { labels }: ContextData): string {
  const isNumbered = place === "heading" || /\?["'”’)\]]*$/u.test(text);
  return isNumbered ? text.replace(new RegExp(labels.number, "iu"), "") : text;
}

/** Leaves out whom a sentence speaks to: "Chile, Ann, has signed", "Chile has signed, Ann." */
export function withoutVocative(
  text: string,
  {
    analyse,
    lexicon: { words: known },
  }: Names & { readonly analyse: (sentence: string) => Analysed },
): string {
  if (!/, \p{Lu}\p{Ll}+(?=[,.?!])/u.test(text)) return text;
  const { units, words } = analyse(text);
  const isName = (at: number): boolean => {
    const unit = units[at];
    if (!unit || unit.name || unit.time || unit.quantity) return false;
    const { lower, form } = unit;
    return /^\p{Lu}\p{Ll}+$/u.test(form) && !known.n.has(lower) && !known.v.has(lower);
  };
  const commas = units.filter((u) => u.form === ",").length;
  for (let at = 1; at < units.length - 2; at++) {
    if (units[at]?.form !== "," || !isName(at + 1)) continue;
    const after = units[at + 2]?.form ?? "";
    const isLast = at + 3 === units.length && /^[.?!]$/u.test(after);
    const isInside = after === "," && commas === 2 && AUXILIARY.test(units[at + 3]?.lower ?? "");
    if (!isLast && !isInside) continue;
    const start = words[units[at]?.from ?? 0]?.start ?? 0;
    const end = words[units[isInside ? at + 2 : at + 1]?.to ?? 1]?.start ?? text.length;
    return `${text.slice(0, start)}${isInside ? " " : ""}${text.slice(end)}`;
  }
  return text;
}

const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|must|may|might)$/u;

/** Typewriters' dashes as they are printed. */
export function dashed(text: string): string {
  return text.replace(/ --+ /gu, " — ");
}

/** Opening words in small letters, names as they are: "and Chile?". */
export function lowerFirst(text: string): string {
  return text.replace(
    /^(?:And|But|Or|What|How|Did|Does|Do|Has|Have|Had|Is|Are|Was|Were|Will)\b/u,
    (w) => w.toLowerCase(),
  );
}
