import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createTextReader } from "../../src/text/read-text.ts";
import { createSplitter } from "../../src/text/sentences.ts";
import type { InputKind, TextSentence } from "../../src/types.ts";

const { abbreviations, openers } = parse(
  readFileSync(new URL("../../data/language/abbreviations.yaml", import.meta.url), "utf8"),
);

export const readText = createTextReader(createSplitter(abbreviations, { openers }));

/** A sentence with what the file says at its place. */
export type Found = TextSentence & { readonly written: string };

/** The sentences of a text, each with its place cut out of the text. */
export async function sentencesOf(text: string, kind: InputKind): Promise<Found[]> {
  const read = await readText(text, kind);
  return [...read.sentences].map((s) => ({ ...s, written: text.slice(s.start, s.end) }));
}

/** The sentences' texts alone. */
export async function textsOf(text: string, kind: InputKind): Promise<string[]> {
  return (await sentencesOf(text, kind)).map((sentence) => sentence.text);
}
