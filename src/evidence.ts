import { quoteSentence } from "./base/coverage.ts";
import type { Base } from "./base/types.ts";
import type { Sentence } from "./text/sentences.ts";
import type { EvidenceBase } from "./verdict/judge.ts";

/** Finds the source sentence of every quote once, for the verdicts to print. */
export function evidenceBase(base: Base, split: (text: string) => Sentence[]): EvidenceBase {
  const titles = new Map(base.sources.map((s) => [s.id, s.title]));
  const sentences = new Map(
    base.claims.map((claim) => [
      claim.id,
      claim.quotes.map((quote) => ({
        sentence: quoteSentence(base, quote, split),
        source: { id: quote.source, title: titles.get(quote.source) ?? "", line: quote.line },
      })),
    ]),
  );
  return { base, claims: new Map(base.claims.map((c) => [c.id, c])), sentences };
}
