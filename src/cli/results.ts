import type { Result } from "../report/types.ts";
import type { InputKind, ReadText } from "../types.ts";
import type { Engine } from "./engine.ts";
import { Positions } from "./position.ts";

/** What is left to check once the arguments are understood and the input is read. */
export type Job =
  | { readonly kind: "claims"; readonly claims: readonly string[] }
  | { readonly kind: "lines"; readonly text: string }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly file: string;
      readonly input: InputKind;
    };

/** Checks claims, each by itself, so that results can be written meanwhile. */
export function* checkClaims(claims: Iterable<string>, { checker }: Engine): Iterable<Result> {
  for (const claim of claims) yield { checked: checker.check(claim) };
}

/**
 * Checks the sentences of a text in their order, so that results can be written meanwhile.
 *
 * @param file the name that locations give
 * @param countSentence called for each sentence, checkable or not
 */
export function* checkText(
  { text, sentences }: ReadText,
  file: string,
  { checker }: Engine,
  countSentence: () => void,
): Iterable<Result> {
  const positions = new Positions(text);
  const checking = checker.openText();
  for (const sentence of sentences) {
    countSentence();
    const checked = checking.next(sentence);
    if (!checked) continue;
    yield { checked, location: positions.locate(file, sentence.start, sentence.end) };
  }
}

/** The lines that hold more than white space, without the white space around. */
export function* nonBlankLines(text: string): Iterable<string> {
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const claim = line.trim();
    if (claim !== "") yield claim;
  }
}
