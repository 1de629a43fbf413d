import type { SyntaxToken } from "../syntax/index.ts";
import type { Said } from "./discourse.ts";
import { capital, lowered } from "./strings.ts";
import type { ContextData, Mention } from "./types.ts";

/** A way to complete a fragment, and what it took over from before. */
export interface Completed {
  readonly text: string;
  readonly means: string;
  readonly near: boolean;
}

const MOST = 4;

/**
 * Completes an item that has no subject ("published on the site", "in force since 1999") or that
 * goes on where its introduction stops ("It allows:" / "- leaving early"), or that names what its
 * heading calls lacking ("Still missing" / "- a vote").
 *
 * @param tokens the item, parsed
 * @param heading the heading that it stands under
 * @param introduction the sentence that ends on a colon before the list, as it stands alone
 * @returns ways to complete it, the likeliest first; none where it is a whole sentence
 */
export function completeFragment(
  { labels }: ContextData,
  text: string,
  tokens: readonly SyntaxToken[],
  said: readonly Said[],
  heading: Said | null,
  introduction: Said | null,
  topic: readonly Mention[],
  isVerb: (form: string) => boolean,
): Completed[] {
  const shape = shapeOf(tokens, isVerb);
  if (shape === null) return [];
  const out: Completed[] = [];
  const over = introduction ?? heading;
  if (shape === "noun" && over && new RegExp(labels.wanting, "iu").test(over.written)) {
    const what = text.replace(/[.;,]$/u, "");
    return [{ text: `${what} ${labels.needed}.`, means: over.written, near: true }];
  }
  if (introduction && goesOn(introduction.text, shape)) {
    const start = introduction.text.replace(/\s*:\s*$/u, "");
    out.push({ text: `${start} ${unlessName(text, tokens)}`, means: start, near: true });
  }
  if (shape === "noun" || shape === "gerund") return out;
  const between = shape === "finite" ? " " : shape === "participle" ? " was " : " is ";
  for (const { mention, near } of subjectsFor(said, heading, introduction, topic).slice(0, MOST)) {
    const completed = `${capital(mention.text)}${between}${unlessName(text, tokens)}`;
    if (!out.some((c) => c.text === completed))
      out.push({ text: completed, means: mention.text, near });
  }
  return out;
}

/**
 * Says of a name in a list what its heading or lead-in says of all who are listed: "Peru" under
 * "States that never signed" is "Peru never signed".
 *
 * @param name the item, nothing but names
 * @param over the heading or lead-in
 * @returns null where that says nothing of the kind
 */
export function spellListed(name: string, over: string, { listing }: ContextData): string | null {
  const head = over.trimEnd().replace(/[:.]$/u, "").trimEnd();
  const told = (pattern: string): string | undefined =>
    new RegExp(pattern, "iu").exec(head)?.groups?.told;
  const [those, counted] = [told(listing.those), told(listing.counted)];
  const never = told(listing.never);
  const doing = told(listing.doing);
  const what = those ?? counted ?? never;
  if (what !== undefined) return `${name} ${lowered(what).replace(/,? (?:too|as well)$/iu, "")}.`;
  return doing === undefined ? null : `${name} are ${lowered(doing)}.`;
}

type Shape = "finite" | "participle" | "state" | "gerund" | "noun";

/** What a sentence lacks; null where it has a subject or is none that could take one. */
function shapeOf(tokens: readonly SyntaxToken[], isVerb: (form: string) => boolean): Shape | null {
  const words = tokens.filter((t) => t.upos !== "PUNCT");
  const [first] = words;
  const root = tokens.findIndex((t) => t.head < 0);
  const head = tokens[root];
  if (!first || !head) return null;
  if (tokens.some((t) => /^(?:nsubj|csubj|expl)/u.test(t.rel) && isMain(t, root, tokens)))
    return null;
  if (first.xpos === "VBG") return "gerund";
  // "implements the decision": a verb in spite of its tag.
  if (/^\p{Ll}+s$/u.test(first.form) && isVerb(first.form) && words[1]?.upos === "DET")
    return "finite";
  if (
    /^VB[ZD]$|^MD$/u.test(first.xpos) ||
    (first.upos === "ADV" && /^VB[ZD]$/u.test(words[1]?.xpos ?? ""))
  )
    return "finite";
  // "Forbidden by it is the sale": the subject stands at its end.
  const isInverted = tokens.some(
    (t, i) => i > 0 && t.head === root && /^(?:aux|cop)/u.test(t.rel) && t.lemma === "be",
  );
  if (first.xpos === "VBN") return isInverted ? null : "participle";
  if (first.upos === "ADP" || first.upos === "ADJ") return "state";
  const verbal = words.some((t) => /^(?:VBZ|VBD|VBP|MD)$/u.test(t.xpos));
  return verbal ? null : "noun";
}

function isMain(token: SyntaxToken, root: number, tokens: readonly SyntaxToken[]): boolean {
  return token.head === root || tokens[token.head]?.rel === "conj";
}

/** Does the introduction lack what an item gives? */
function goesOn(introduction: string, shape: Shape): boolean {
  const last = /(\p{L}+)\s*:\s*$/u.exec(introduction)?.[1]?.toLowerCase() ?? "";
  if (/^(?:following|this|these|here|points|facts|short|brief|summary)$/u.test(last)) return false;
  return (
    shape === "noun" || shape === "gerund" || /^(?:to|that|must|not|is|are|was|has)$/u.test(last)
  );
}

function subjectsFor(
  said: readonly Said[],
  heading: Said | null,
  introduction: Said | null,
  topic: readonly Mention[],
): { mention: Mention; near: boolean }[] {
  const [last] = said;
  const previous = last?.role === "statement" ? last.mentions.slice(0, 1) : [];
  // An item that was completed goes on in the next one.
  const isGoing = last?.place === "item" && !last.text.startsWith(last.written.slice(0, 12));
  return [
    ...(isGoing && !introduction ? previous : []),
    ...(introduction?.mentions ?? []),
    ...(heading?.mentions ?? []),
    ...previous,
    ...topic,
  ].map((mention) => ({ mention, near: true }));
}

/**
 * Puts in the verb that notes leave out: "Chile not among them" is "Chile is not among them".
 *
 * @returns null where it has one, or can't take it
 */
export function spellVerbless(
  text: string,
  parse: (text: string) => readonly SyntaxToken[],
  data: ContextData,
): string | null {
  const groups = new RegExp(data.verbless, "u").exec(text)?.groups;
  if (!groups?.who || !groups.what) return null;
  if (parse(text).some((t) => /^(?:VBZ|VBP|VBD|MD|VBN|VBG)$/u.test(t.xpos))) return null;
  return `${groups.who} are ${groups.what}`;
}

/** What a fragment lacks; see {@link completeFragment}. */
export function fragmentShape(
  tokens: readonly SyntaxToken[],
  isVerb: (form: string) => boolean,
): "finite" | "participle" | "state" | "noun" | null {
  const shape = shapeOf(tokens, isVerb);
  const [first] = tokens;
  if (shape === "participle" && first?.xpos !== "VBN") return "finite";
  return shape === "gerund" ? "noun" : shape;
}

/** A fragment as the rest of a sentence: in a small letter where it begins with no name. */
function unlessName(text: string, tokens: readonly SyntaxToken[]): string {
  return tokens[0]?.upos === "PROPN" ? text : lowered(text);
}
