import type { SyntaxToken } from "../syntax/index.ts";
import type { Said } from "./discourse.ts";
import type { Analysed } from "./mentions.ts";
import { stopless } from "./strings.ts";
import type { ContextData } from "./types.ts";

/** What spelling out "do so" draws on. */
export interface DoingTools {
  readonly data: ContextData;
  readonly analyse: (text: string) => Analysed;
  readonly parse: (text: string) => readonly SyntaxToken[];
}

/** The words for what is done, in their forms, as the sentence before has them. */
export interface Deed {
  /** As they stand there: "has been selling copper". */
  readonly finite: string;
  /** The verb's lemma, its form there and that form's tag. */
  readonly lemma: string;
  readonly form: string;
  readonly tag: string;
  /** What stands behind the verb: "copper". */
  readonly rest: string;
  /** More is said behind it than when it was: how, where. */
  readonly isCut: boolean;
}

/**
 * Puts what was done for "do so": after "Chile sells copper.", "It has done so since 1990" is "It has
 * sold copper since 1990". Only the verb and its nearest complement are taken over.
 *
 * @param said the sentences before, the latest first
 * @returns null where there is no such word, or the words that stay open
 */
export function spellDoing(
  written: string,
  said: readonly Said[],
  tools: DoingTools,
):
  | {
      readonly text: string;
      readonly words: string;
      readonly means: string;
      readonly vague: boolean;
    }
  | { open: string }
  | null {
  const text = tools.data.steps.reduce(
    (told, { pattern, says }) => told.replace(new RegExp(pattern, "iu"), says),
    written,
  );
  const found = new RegExp(tools.data["do-so"], "iu").exec(text);
  if (!found?.groups) return null;
  const [words] = found;
  const { aux = "", mid = "", form = "" } = found.groups;
  const last = said.find((s) => s.role === "statement");
  // "They have done so since 1990", unlike "they have done so on a large scale": how is not told anew.
  const rest = tools.analyse(stopless(text.slice(found.index + words.length), ".!?")).units;
  const isTimed = rest.every((u) => u.time || u.mark || /^(?:,|only|since|in|on)$/u.test(u.lower));
  const deed = last && said.indexOf(last) < 2 ? deedOf(last.text, tools, isTimed) : null;
  if (!deed) return { open: words };
  const means = inForm(deed, aux.trim(), mid.trim(), form.toLowerCase());
  return {
    text: `${text.slice(0, found.index)}${means}${text.slice(found.index + words.length)}`,
    words: `${form} so`,
    means: `${deed.lemma} ${deed.rest}`.trim(),
    // When all of it was done is not when a part of it was.
    vague: deed.isCut && isTimed && rest.some((u) => u.time),
  };
}

function inForm(deed: Deed, aux: string, mid: string, form: string): string {
  const join = (...parts: string[]): string => parts.filter((p) => p !== "").join(" ");
  if (form === "doing") return join(aux, mid, gerund(deed.lemma), deed.rest);
  if (form === "do" && aux !== "") return join(aux, mid, deed.lemma, deed.rest);
  const isDenied = /n['’]t$/iu.test(aux) || /\b(?:not|never)\b/iu.test(mid);
  if (form === "done" && aux !== "") {
    const participle = deed.tag === "VBN" || (deed.tag === "VBD" && /ed$/u.test(deed.form));
    if (participle) return join(aux, mid, deed.form, deed.rest);
    if (isDenied) return join("did not", deed.lemma, deed.rest);
  }
  if (isDenied) return join("did not", deed.lemma, deed.rest);
  // "They have to sell it. They did so in May."
  return deed.tag === "VB" ? join("did", mid, deed.lemma, deed.rest) : join(mid, deed.finite);
}

function gerund(lemma: string): string {
  return `${lemma.replace(/(?<![eoy])e$/u, "")}ing`;
}

/**
 * The main verb of a sentence with its object or nearest complement; null where it can't be taken over.
 *
 * @param whole with how and where it was done as well
 */
export function deedOf(
  text: string,
  { analyse, parse }: Pick<DoingTools, "analyse" | "parse">,
  whole = false,
): Deed | null {
  const tokens = parse(text);
  const { units, words } = analyse(text);
  if (tokens.length !== units.length) return null;
  const root = mainOf(tokens);
  const head = tokens[root];
  if (!head || !/^VB/u.test(head.xpos)) return null;
  const below = tokens.flatMap((t, i) => (t.head === root ? [i] : []));
  const rel = (i: number): string => tokens[i]?.rel ?? "";
  if (below.some((i) => rel(i) === "aux:pass" || rel(i) === "cop" || rel(i) === "ccomp"))
    return null;
  if (below.some((i) => /^(?:not|n't|never)$/u.test(units[i]?.lower ?? ""))) return null;
  const after = below.filter((i) => i > root && !units[i]?.time);
  const object =
    after.find((i) => rel(i) === "obj") ??
    after.find((i) => rel(i) === "xcomp") ??
    after.find((i) => rel(i).startsWith("obl"));
  const auxiliaries = below.filter((i) => i < root && rel(i).startsWith("aux"));
  const startOf = (i: number): number => words[units[i]?.from ?? 0]?.start ?? 0;
  const endOf = (i: number): number => words[(units[i]?.to ?? 1) - 1]?.end ?? 0;
  const isBeside = (i: number): boolean =>
    /^(?:obl|nmod|advmod)/u.test(rel(i)) && text[endOf(i)] !== ",";
  const far =
    whole && object !== undefined ? after.findLast((i) => i > object && isBeside(i)) : undefined;
  const end = object === undefined ? root : lastOf(far ?? object, tokens, units);
  const from = auxiliaries[0] ?? root;
  const isLeft = (i: number): boolean =>
    startOf(i) >= endOf(end) && /\p{L}/u.test(units[i]?.form ?? "");
  return {
    isCut: units.some((u, i) => isLeft(i) && !u.time && !u.mark),
    finite: text.slice(startOf(from), endOf(end)),
    lemma: head.lemma,
    form: head.form,
    tag: head.xpos,
    rest: end > root ? text.slice(endOf(root), endOf(end)).trim() : "",
  };
}

/** The main verb; what has to be done, rather than that it has to be. */
function mainOf(tokens: readonly SyntaxToken[]): number {
  const root = tokens.findIndex((t) => t.head < 0);
  if (!/^(?:have|need|ought)$/u.test(tokens[root]?.lemma ?? "")) return root;
  const due = tokens.findIndex((t) => t.head === root && t.rel === "xcomp" && t.xpos === "VB");
  return due < 0 ? root : due;
}

const ANOTHER_CLAUSE = /^(?:as|which|who|while|although|though|since|because|but|whereas)$/u;

/** The last word of a part of a sentence, without a time at its end. */
function lastOf(part: number, tokens: readonly SyntaxToken[], units: Analysed["units"]): number {
  const isWithin = (i: number): boolean => {
    for (let at = i; at >= 0; at = tokens[at]?.head ?? -1) if (at === part) return true;
    return false;
  };
  let last = part;
  for (let i = part + 1; i < tokens.length; i++) {
    if (!isWithin(i) || units[i]?.time) break;
    // "… from it, as has Peru": said of somebody else.
    if (units[i]?.lower === "," && ANOTHER_CLAUSE.test(units[i + 1]?.lower ?? "")) break;
    if (tokens[i]?.upos !== "PUNCT" && tokens[i]?.upos !== "ADP") last = i;
  }
  return last;
}
