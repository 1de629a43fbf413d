import { quoteSentence } from "./base/coverage.ts";
import type { Base } from "./base/types.ts";
import { piecesIn, type Sections } from "./sections.ts";
import { Decoded, packTable, Table } from "./table.ts";
import type { Sentence } from "./text/sentences.ts";
import type { Nearest } from "./types.ts";
import type { EvidenceBase } from "./verdict/judge.ts";

/** Finds the source sentence of every quote, for the verdicts to print, and packs them. */
export function packEvidence(
  base: Base,
  split: (text: string) => Sentence[],
): [string, Uint8Array][] {
  const titles = new Map(base.sources.map((s) => [s.id, s.title]));
  const names = new Map(base.entities.map((e) => [e.id, e.name]));
  const evidence = base.claims.map(({ id, quotes, speaker }): [string, string] => [
    id,
    JSON.stringify(
      quotes.map(
        (quote): Nearest => ({
          id,
          sentence: quoteSentence(base, quote, split),
          source: { id: quote.source, title: titles.get(quote.source) ?? "", line: quote.line },
          speaker: names.get(speaker ?? "") ?? null,
        }),
      ),
    ),
  ]);
  return [["evidence", packTable(evidence)]];
}

/** Opens packed evidence. */
export function openEvidence(sections: Sections): EvidenceBase {
  return new Decoded(
    new Table(piecesIn(sections, "evidence")),
    (text) => JSON.parse(text) as Nearest[],
  );
}
