import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  type LanguageData,
  type LanguageSource,
  openLanguage,
  packLanguage,
} from "../src/language/data.ts";
import { compileLexicon } from "../src/language/lexicon/lexicon.ts";
import type { LexiconData } from "../src/language/lexicon/types.ts";
import { compileFrames, type FrameData } from "../src/language/reading/frames/frames.ts";
import type { Grammar } from "../src/language/reading/grammar.ts";
import type { RecastData } from "../src/language/reading/plainer/recasts.ts";
import { compileRecasts } from "../src/language/reading/plainer/recasts.ts";

import { compileTemporal, type TemporalData } from "../src/language/reading/times/temporal.ts";
import { compileInformal, type InformalData } from "../src/language/words/informal.ts";
import { readSections } from "../src/sections.ts";
import { needsOf } from "./patterns.ts";
import { wordClasses } from "./word-classes.ts";

const ROOT = new URL("../data/language/", import.meta.url);

/** The files of `data/language/recasts`, in the order in which their patterns are tried. */
const RECAST_THEMES = [
  "everyday",
  "logic",
  "formal",
  "war",
  "norms",
  "sets",
  "tellings",
  "order",
  "institutions",
  "people",
  "causes",
  "texts",
  "speech",
  "actions",
  "settings",
  "besides",
  "groups",
  "time",
  "contrast",
  "clauses",
  "framing",
];

/** The language data from their YAML files, ready for use. */
export function readLanguage(): LanguageData {
  return openLanguage(readSections(packLanguage(readLanguageSource())));
}

/** Reads the language data from their YAML files. Sections of the lexicon may be spread over files. */
export function readLanguageSource(): LanguageSource {
  const lexicon = (name: string): Record<string, unknown> =>
    yaml(`lexicon/${name}.yaml`) as Record<string, unknown>;
  const events: Record<string, Record<string, unknown>> = {};
  for (const file of readdirSync(new URL("lexicon/", ROOT)).sort()) {
    if (!file.startsWith("events")) continue;
    for (const [key, entry] of Object.entries(lexicon(file.replace(/\.yaml$/u, "")))) {
      events[key] = mergeLists(events[key] ?? {}, entry as Record<string, unknown>);
    }
  }
  const grammar = yaml("grammar.yaml") as Grammar;
  const rewrite = lexicon("rewrite");
  const world = yaml("countries.yaml") as LanguageData["world"];
  const nouns = lexicon("nouns") as LexiconData["nouns"];
  const informal = yaml("informal.yaml") as InformalData;
  const parts = { ...informal.parts, ...wordClasses({ world, nouns }) };
  return {
    rewrites: {
      contractions: (rewrite.contractions ?? {}) as Record<string, string>,
      misspellings: (rewrite.misspellings ?? {}) as Record<string, string>,
      variants: (rewrite["spelling-variants"] ?? {}) as Record<string, string>,
    },
    informal: compileInformal({ ...informal, parts }, needsOf),
    lexicon: compileLexicon({
      events,
      operators: lexicon("operators"),
      speech: lexicon("speech"),
      nouns,
      offices: lexicon("offices"),
      qualities: lexicon("qualities"),
      ignore: lexicon("ignore"),
      kin: lexicon("kin"),
      concepts: lexicon("concepts"),
    } as unknown as LexiconData),
    grammar,
    frames: compileFrames(yaml("frames.yaml") as FrameData, grammar, needsOf),
    recasts: compileRecasts(recastData(), needsOf),
    temporal: compileTemporal(yaml("temporal.yaml") as TemporalData, needsOf),
    context: yaml("context.yaml") as LanguageData["context"],
    numbers: yaml("numbers.yaml"),
    time: yaml("time.yaml"),
    world,
    spelling: {
      ...(yaml("spelling/ordinary.yaml") as object),
      filter: readFileSync(new URL("spelling/words.bloom", ROOT)),
    },
    sentences: yaml("abbreviations.yaml"),
  } as unknown as LanguageSource;
}

const yaml = (name: string): unknown => parse(readFileSync(new URL(name, ROOT), "utf8"));

/** The recasts of all themes, in the order in which they are tried. */
function recastData(): RecastData {
  const recasts = RECAST_THEMES.flatMap(
    (theme) => yaml(`recasts/${theme}.yaml`) as RecastData["recasts"],
  );
  return { parts: yaml("recasts/parts.yaml") as RecastData["parts"], recasts };
}

function mergeLists(
  a: Record<string, unknown>,
  b: Record<string, unknown>,
): Record<string, unknown> {
  const out = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = out[key];
    out[key] =
      Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : (value ?? before);
  }
  return out;
}
