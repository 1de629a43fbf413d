import type { SyntaxToken } from "../syntax/index.ts";
import type { Said } from "./discourse.ts";
import { type DoingTools, deedOf } from "./doings.ts";
import { standing } from "./standing.ts";
import { capital, lowered, stopless } from "./strings.ts";
import type { Standalone } from "./types.ts";

type DueTools = Pick<DoingTools, "data" | "analyse" | "parse">;

/** "must", "still has to": what is due, before the verb. */
const DUE =
  "(?:still |first |also |now )*(?:must|shall|should|(?:will )?ha(?:s|ve) to|needs? to|ought to|is to|are to|ha(?:s|ve) (?:yet|still) to)(?: still| first| also| now| yet)*";
const UNDERGOES = new RegExp(`^(?<who>.+?),? ${DUE} be (?<rest>\\p{L}.+)$`, "iu");
const NEEDED =
  /^(?<what>.+?) (?:is|are|remains?) (?:(?:still|also|first|therefore|now|yet) )*(?:needed|required|necessary|outstanding|missing|pending)\b/iu;

/**
 * Spells out that what was said to be due was done or was not: "It has not.", "They did, in May.",
 * "Both have been done.", "Neither is needed." after "The senate must approve it."
 *
 * @param bare the sentence without its stop
 * @returns null where it is no such sentence
 */
export function spellFulfilled(
  bare: string,
  said: readonly Said[],
  tools: DueTools,
): Standalone | null {
  const { ellipsis } = tools.data;
  const about = new RegExp(ellipsis["come-about"], "iu").exec(bare)?.groups;
  if (about) return comeAbout(bare, about, said, tools);
  const found = new RegExp(ellipsis.fulfilled, "iu").exec(bare)?.groups;
  const [last] = said;
  if (!found || !last || !isDue(last, tools)) return null;
  const told = doneBy(last, found.not !== undefined, tools);
  if (told === null) return null;
  const tail = (found.tail ?? "").replace(/^,? ?/u, " ").trimEnd();
  return standing(`${told}${tail}`, bare, `${told}${tail}`, false);
}

/** "Both have been done", "that has not happened yet", "neither is required": of what was due. */
function comeAbout(
  bare: string,
  { several, none, not, open, due, undue }: Readonly<Record<string, string | undefined>>,
  said: readonly Said[],
  tools: DueTools,
): Standalone | null {
  const [last, before] = said;
  if (!last || !isDue(last, tools)) return null;
  const isTwo =
    several !== undefined && before && !/ and /u.test(last.text) && isDue(before, tools);
  const all = isTwo ? [before, last] : [last];
  const together = (parts: readonly (string | null)[]): string | null =>
    parts.includes(null)
      ? null
      : parts.map((p, i) => (i > 0 ? lowered(p ?? "") : p)).join(", and ");
  if (due !== undefined || undue !== undefined) {
    const told = together(all.map((s) => stopless(s.text)));
    const denied = ((none ?? not) !== undefined) !== (undue !== undefined);
    return told === null ? null : standing(told, bare, told, denied);
  }
  const denied = [none, not, open].some((word) => word !== undefined);
  const told = together(all.map((s) => happened(s, denied, tools)));
  return told === null ? null : standing(told, bare, told, false);
}

/** That what is due was done or was not, in the words in which it is said to be due. */
function happened(due: Said, denied: boolean, tools: DueTools): string | null {
  const text = stopless(due.text);
  const { who, rest } = UNDERGOES.exec(text)?.groups ?? {};
  const has = denied ? "has not" : "has";
  if (who !== undefined) return `${who} ${has} been ${rest}`;
  const what = NEEDED.exec(text)?.groups?.what;
  return what === undefined ? doneBy(due, denied, tools) : `${what} ${has} taken place`;
}

/** "The senate did approve it." */
function doneBy(due: Said, denied: boolean, tools: DueTools): string | null {
  const deed = deedOf(due.text, tools);
  const [subject] = due.mentions;
  if (!deed || !subject || due.text.indexOf(deed.finite) < subject.end) return null;
  return `${capital(subject.text)} ${denied ? "did not" : "did"} ${deed.lemma} ${deed.rest}`;
}

/** Is it told that something has to be done? */
function isDue({ text, role, denied }: Said, { parse }: DueTools): boolean {
  if (role !== "statement" || denied || /\b(?:not|no|never)\b|n['’]t\b/iu.test(text)) return false;
  if (NEEDED.test(stopless(text)) || /\bha(?:s|ve) (?:yet|still) to\b/iu.test(text)) return true;
  const tokens: readonly SyntaxToken[] = parse(text);
  const root = tokens.findIndex((t) => t.head < 0);
  const main = tokens[root]?.lemma ?? "";
  const below = tokens.filter((t) => t.head === root);
  return (
    below.some((t) => t.rel === "aux" && /^(?:must|should|shall)$/u.test(t.form.toLowerCase())) ||
    (/^(?:have|need|ought)$/u.test(main) && below.some((t) => t.rel === "xcomp")) ||
    // The parser takes "has to" for an auxiliary here and there.
    below.some((t) => t.rel === "aux" && t.lemma === "have" && tokens[root]?.xpos === "VB")
  );
}
