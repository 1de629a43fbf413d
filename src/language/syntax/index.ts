import { readSections, type Sections, section, textLines } from "../../sections.ts";
import { type Lemmatiser, lemma } from "./lemmatiser.ts";
import { type Analysis, analyse, type Network, readNetwork } from "./network.ts";
import type { SyntaxToken, TokenInput } from "./types.ts";

export type { SyntaxToken, TokenInput } from "./types.ts";

type TagPair = readonly [upos: string, xpos: string];

/** The loaded model; its parts are nobody else's business. */
export interface SyntaxModel {
  readonly network: Network;
  readonly lemmatiser: Lemmatiser;
  readonly tags: readonly TagPair[];
  readonly relations: readonly string[];
}

/** Longer sentences are parsed in pieces, so that time stays linear. */
const LONGEST_PIECE = 200;
/** How the roots of further pieces hang on the root of the first. */
const LOOSE = "parataxis";
const UNKNOWN: TagPair = ["X", "FW"];

/**
 * Opens a model file.
 *
 * @param bytes the content of the file
 * @throws Error if the bytes are not a whole model file
 * @example loadSyntax(readFileSync("data/language/syntax/english.model"))
 */
export function loadSyntax(bytes: Uint8Array): SyntaxModel {
  return openSyntaxModel(readSections(bytes, MODEL_FILE));
}

/** What errors call a model file. */
export const MODEL_FILE = "syntax model file";

/** Opens the sections of a model file. */
export function openSyntaxModel(sections: Sections): SyntaxModel {
  return {
    network: readNetwork(sections, LONGEST_PIECE),
    lemmatiser: readLemmatiser(sections),
    tags: textLines(sections, "tags").map((line) => {
      const [upos = "X", xpos = "FW"] = line.split(" ");
      return [upos, xpos] as const;
    }),
    relations: textLines(sections, "labels"),
  };
}

/**
 * Tags, parses and lemmatises the tokens of one sentence. Always gives a tree with one root (for
 * no tokens: no tree); it never throws. Tags given beforehand are kept and guide the rest.
 *
 * @param tokens tokens as in the Penn Treebank (`has` + `n't`); names and dates of several words
 *   may be one token with its `upos` given
 * @returns one analysed token for each token, in order
 * @example parse(model, [{ form: "Cats" }, { form: "sleep" }])
 */
export function parse(model: SyntaxModel, tokens: readonly TokenInput[]): SyntaxToken[] {
  const parsed: SyntaxToken[] = [];
  let root = -1;
  for (let start = 0; start < tokens.length; start += LONGEST_PIECE) {
    const piece = tokens.slice(start, start + LONGEST_PIECE);
    const analysis = analyse(model.network, model.lemmatiser, piece);
    for (const [i, token] of piece.entries()) {
      const head = analysis.heads[i] as number;
      const known = describe(model, analysis, i, token);
      if (head >= 0) {
        const rel = model.relations[analysis.relations[i] as number] ?? "dep";
        parsed.push({ ...known, head: start + head, rel });
      } else {
        parsed.push({ ...known, head: root, rel: root < 0 ? "root" : LOOSE });
      }
    }
    root = root < 0 ? analysis.heads.indexOf(-1) : root;
  }
  return parsed;
}

/**
 * The lemma of a form as this part of speech.
 *
 * @param upos a universal part of speech
 * @example lemmatise(model, "lies", "VERB") // "lie"
 */
export function lemmatise(model: SyntaxModel, form: string, upos: string): string {
  return lemma(model.lemmatiser, form, upos);
}

/** Everything about a token but its place in the tree. */
function describe(
  model: SyntaxModel,
  analysis: Analysis,
  index: number,
  token: TokenInput,
): Omit<SyntaxToken, "head" | "rel"> {
  const [guessedUpos, guessedXpos] = bestTags(model.tags, analysis.tagScores, index, token);
  const upos = token.upos ?? guessedUpos;
  return {
    form: token.form,
    lemma: lemma(model.lemmatiser, token.form, upos),
    upos,
    xpos: token.xpos ?? guessedXpos,
  };
}

/** The best pair of tags that agrees with what is known, or the best of all if none does. */
function bestTags(
  tags: readonly TagPair[],
  scores: Float32Array,
  index: number,
  token: TokenInput,
): TagPair {
  const fits = ([upos, xpos]: TagPair): boolean =>
    (token.upos === undefined || token.upos === upos) &&
    (token.xpos === undefined || token.xpos === xpos);
  const allowed = tags.some(fits) ? fits : () => true;
  let best: TagPair = UNKNOWN;
  let top = Number.NEGATIVE_INFINITY;
  for (const [t, pair] of tags.entries()) {
    const score = scores[index * tags.length + t] as number;
    if (score > top && allowed(pair)) {
      top = score;
      best = pair;
    }
  }
  return best;
}

function readLemmatiser(sections: Sections): Lemmatiser {
  return {
    keys: words32(section(sections, "lemkeys")),
    places: words32(section(sections, "lemat")),
    lemmas: section(sections, "lemmas"),
    suffixKeys: words32(section(sections, "sufkeys")),
    suffixRules: words16(section(sections, "sufrules")),
    rules: textLines(sections, "rules").map((line) => {
      const space = line.indexOf(" ");
      return [line.slice(0, space), line.slice(space + 1)] as const;
    }),
    lexicon: {
      keys: words32(section(sections, "lexkeys")),
      values: words16(section(sections, "lexvals")),
      verbKeys: words32(section(sections, "verbs")),
      frames: words32(section(sections, "frames")),
    },
  };
}

function words32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

function words16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}
