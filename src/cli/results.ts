import type { Result } from "../report/types.ts";
import type { InputKind, ReadText } from "../types.ts";
import type { Engine } from "./engine.ts";
import type { InputRecord } from "./input-records.ts";
import { FIRST_PLACE, placeAfter } from "./place.ts";
import { Positions } from "./position.ts";

/** What is left to check once the arguments are understood and the input is read. */
export type Job =
  | { readonly kind: "claims"; readonly claims: readonly string[] }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly file: string;
      readonly input: InputKind;
    };

/** Texts of any length that are checked as they come in. */
export type StreamJob =
  | { readonly kind: "stream"; readonly pieces: AsyncIterable<string>; readonly file: string }
  | { readonly kind: "lines"; readonly lines: AsyncIterable<string> }
  | {
      readonly kind: "records";
      readonly records: AsyncIterable<InputRecord>;
      readonly file: string;
    };

/** Checks claims, each by itself, so that results can be written meanwhile. */
export function* checkClaims(claims: Iterable<string>, { checker }: Engine): Iterable<Result> {
  for (const claim of claims) yield { checked: checker.check(claim) };
}

/** Checks claims as they come in, each by itself. */
export async function* checkLines(
  lines: AsyncIterable<string>,
  { checker }: Engine,
): AsyncIterable<Result> {
  for await (const claim of lines) yield { checked: checker.check(claim) };
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

/**
 * Checks the sentences of a plain text as it comes in, as {@link checkText} does.
 *
 * @param file the name that locations give
 */
export async function* checkStream(
  pieces: AsyncIterable<string>,
  file: string,
  { checker, textReader }: Engine,
  countSentence: () => void,
): AsyncIterable<Result> {
  const checking = checker.openText();
  let begin = FIRST_PLACE;
  const reader = await textReader();
  for await (const { text, sentences } of reader.stream(pieces)) {
    const positions = new Positions(text, begin);
    for (const sentence of sentences) {
      countSentence();
      const checked = checking.next(sentence);
      if (!checked) continue;
      yield { checked, location: positions.locate(file, sentence.start, sentence.end) };
    }
    begin = placeAfter(text, begin);
  }
}

/**
 * Checks the texts of records, each by itself. Locations are those within a record's text; they
 * call it by its id.
 *
 * @param file what a text without an id is called
 */
export async function* checkRecords(
  records: AsyncIterable<InputRecord>,
  file: string,
  engine: Engine,
  countSentence: () => void,
): AsyncIterable<Result> {
  const readText = await engine.textReader();
  for await (const { id, text } of records) {
    const read = await readText(text, "text");
    const name = id === null ? file : String(id);
    for (const result of checkText(read, name, engine, countSentence)) yield { ...result, id };
  }
}
