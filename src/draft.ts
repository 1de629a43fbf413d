/**
 * A base drafted from texts alone: whom and what they name becomes its entities, each of their
 * sentences a claim. It knows nothing that the texts don't say, so it decides less than a base that
 * a person wrote; what a sentence leans on and can't be found is left out.
 */
import { lineFinder } from "./base/lines.ts";
import type { Base, BaseClaim, Source } from "./base/types.ts";
import { draftEntities } from "./draft/entities.ts";
import { createReader, gatherNames, type LanguageData, type Syntax } from "./language/language.ts";
import type { Meaning } from "./meaning.ts";
import type { TextSentence } from "./types.ts";

/** A source with its sentences. */
export interface DraftSource {
  readonly source: Source;
  readonly sentences: readonly TextSentence[];
}

/**
 * Drafts a base.
 *
 * @param sources texts, with their sentences as the text stage finds them
 * @returns a base that `compileBase` takes, and that can be written as YAML and worked on
 */
export function draftBase(
  sources: readonly DraftSource[],
  language: LanguageData,
  syntax: Syntax,
): Base {
  const empty: Base = {
    title: sources.map(({ source }) => source.title).join(", "),
    referenceDate: null,
    drafted: true,
    sources: sources.map(({ source }) => source),
    entities: [],
    relations: [],
    rules: [],
    claims: [],
  };
  const namesOf = (base: Base) => ({ ...base, gazetteer: gatherNames(base, language) });
  // Whom nobody knows yet must not be taken for somebody whose name is like theirs.
  const first = createReader(language, syntax, namesOf(empty), "kept");
  const entities = draftEntities(
    sources.flatMap(({ sentences }) => sentences.map(({ text }) => first.tag(text))),
    (id) => first.gazetteer.entities.get(id) ?? null,
  );
  const reader = createReader(language, syntax, namesOf({ ...empty, entities }), "kept");
  const hedging = new Set(language.grammar.hedges);
  const hedges = (text: string): boolean =>
    reader.analyse(text).words.some(({ lower }) => hedging.has(lower));
  const claims: BaseClaim[] = [];
  for (const { source, sentences } of sources) {
    const context = reader.openContext([], null);
    const lineOf = lineFinder(source.text);
    for (const sentence of sentences) {
      const resolved = context.resolve(sentence);
      const reading = "readings" in resolved ? resolved.readings[0] : undefined;
      const alone = reading && !reading.denied && !reading.vague ? reading.text : null;
      const meaning = alone === null ? null : reader.read(alone);
      context.note(sentence, reading?.text ?? sentence.text, meaning?.kind === "question");
      if (alone === null || meaning === null || !isPlain(meaning) || hedges(alone)) continue;
      claims.push({
        id: `claim-${claims.length + 1}`,
        statement: alone,
        quotes: [
          {
            source: source.id,
            text: source.text.slice(sentence.start, sentence.end),
            line: lineOf(sentence.start).line,
          },
        ],
        speaker: null,
        also: [],
        wordings: [],
        conflictsWith: [],
      });
    }
  }
  return { ...empty, entities, claims };
}

/** Is a sentence read whole and as one that holds by itself: evidence that isn't understood proves nothing. */
function isPlain({ kind, parts, unread, propositions }: Meaning): boolean {
  return (
    kind === "statement" &&
    parts === undefined &&
    unread.length === 0 &&
    propositions.length > 0 &&
    propositions.every(
      ({ denied, mode, distances, items, speaker }) =>
        !denied &&
        ["fact", "done"].includes(mode) &&
        distances.length === 0 &&
        speaker === null &&
        items.every(({ quantifier }) => quantifier === null || quantifier.kind === "count"),
    )
  );
}
