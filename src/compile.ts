/**
 * A base compiled: its names gathered, its statements read, its evidence found. That takes a while,
 * so it is done once, for the built-in base when the program is built.
 */
import type { Base } from "./base/types.ts";
import { packFacts, readBase } from "./compare/facts.ts";
import { packEvidence } from "./evidence.ts";
import { createReader, gatherNames, type LanguageData, type Syntax } from "./language/language.ts";
import { packNames } from "./language/units/gazetteer.ts";
import { packRetriever } from "./retrieve/candidates.ts";
import { jsonOf, packSections, type Sections } from "./sections.ts";
import { createSplitter } from "./text/sentences.ts";

/**
 * Compiles a base.
 *
 * @param base the claim base, validated
 * @returns the bytes that `openChecker` and {@link openCompiledBase} take
 */
export function compileBase(base: Base, language: LanguageData, syntax: Syntax): Uint8Array {
  const gazetteer = gatherNames(base, language);
  const reader = createReader(language, syntax, { ...base, gazetteer });
  const split = createSplitter(language.sentences.abbreviations, language.sentences);
  const { sources, claims, ...head } = base;
  const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
  return packSections(
    new Map([
      ["head", json(head)],
      ["sources", json(sources)],
      ["claims", json(claims)],
      ...packNames(gazetteer),
      ...packFacts(readBase(base, reader)),
      ...packRetriever(
        claims.map(({ id, statement, quotes }) => ({
          id,
          text: [statement, ...quotes.map((q) => q.text)].join(" "),
        })),
      ),
      ...packEvidence(base, split),
    ]),
  );
}

/** The base that was compiled; its claims and sources are decoded when they are first asked for. */
export function openCompiledBase(sections: Sections): Base {
  let sources: Base["sources"] | null = null;
  let claims: Base["claims"] | null = null;
  return {
    ...(jsonOf(sections, "head") as Omit<Base, "sources" | "claims">),
    get sources() {
      sources ??= jsonOf(sections, "sources") as Base["sources"];
      return sources;
    },
    get claims() {
      claims ??= jsonOf(sections, "claims") as Base["claims"];
      return claims;
    },
  };
}
