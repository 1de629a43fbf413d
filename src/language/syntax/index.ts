import { finish, hashString, mix } from "./hash.ts";
import { type Lemmatiser, lemma } from "./lemmatiser.ts";
import { readSections, type Sections, section, textLines } from "./model-file.ts";
import { type Parser, type ParserInput, parseTokens } from "./parser.ts";
import { type Tagger, tag, tokenShape } from "./tagger.ts";
import type { SyntaxToken, TokenInput } from "./types.ts";

export type { SyntaxToken, TokenInput } from "./types.ts";

/** The loaded model; its parts are nobody else's business. */
export interface SyntaxModel {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly lemmatiser: Lemmatiser;
}

/**
 * Opens a model file. The weights stay where they are: nothing is copied or decoded.
 *
 * @param bytes the content of the file
 * @throws Error if the bytes are not a whole model file
 * @example loadSyntax(readFileSync("data/language/syntax/english.model"))
 */
export function loadSyntax(bytes: Uint8Array): SyntaxModel {
  const sections = readSections(bytes);
  return {
    tagger: {
      weights: signed(section(sections, "tagger")),
      pairs: textLines(sections, "tags").map((line) => {
        const [upos = "X", xpos = "FW"] = line.split(" ");
        return [upos, xpos] as const;
      }),
    },
    parser: { weights: signed(section(sections, "parser")), labels: textLines(sections, "labels") },
    lemmatiser: loadLemmatiser(sections),
  };
}

/**
 * Tags, parses and lemmatises the tokens of one sentence. Always gives a tree with one root (for
 * no tokens: no tree); it never throws.
 *
 * @param tokens tokens as in the Penn Treebank (`has` + `n't`); names and dates of several words
 *   may be one token with its `upos` given
 * @returns one analysed token for each token, in order
 * @example parse(model, [{ form: "Cats" }, { form: "sleep" }])
 */
export function parse(model: SyntaxModel, tokens: readonly TokenInput[]): SyntaxToken[] {
  const tags = tag(model.tagger, tokens);
  const pairs = [...tags].map((index) => model.tagger.pairs[index] ?? (["X", "FW"] as const));
  const input = parserInput(tokens, pairs);
  const state = parseTokens(model.parser, input);
  return tokens.map((token, i) => {
    const [upos, xpos] = pairs[i] ?? ["X", "FW"];
    const label = model.parser.labels[state.labels[i] as number] ?? "dep";
    const head = state.heads[i] as number;
    return {
      form: token.form,
      lemma: lemma(model.lemmatiser, token.form, token.upos ?? upos),
      upos: token.upos ?? upos,
      xpos: token.xpos ?? xpos,
      head,
      rel: head < 0 ? "root" : label,
    };
  });
}

/** What the parser sees of tagged tokens. */
export function parserInput(
  tokens: readonly TokenInput[],
  pairs: readonly (readonly [upos: string, xpos: string])[],
): ParserInput {
  const words = new Int32Array(tokens.length);
  const tags = new Int32Array(tokens.length);
  const coarse = new Int32Array(tokens.length);
  for (const [i, token] of tokens.entries()) {
    const [upos, xpos] = pairs[i] ?? ["X", "FW"];
    words[i] = tokenShape(token).lower;
    coarse[i] = hashString(upos);
    tags[i] = finish(mix(hashString(xpos), coarse[i] as number));
  }
  return { words, tags, coarse };
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

function loadLemmatiser(sections: Sections): Lemmatiser {
  return {
    keys: words32(section(sections, "lemkeys")),
    places: words32(section(sections, "lemat")),
    lemmas: section(sections, "lemmas"),
    suffixKeys: words32(section(sections, "sufkeys")),
    suffixRules: section(sections, "sufrules"),
    rules: textLines(sections, "rules").map((line) => {
      const space = line.indexOf(" ");
      return [Number(line.slice(0, space)), line.slice(space + 1)] as const;
    }),
    lexicon: section(sections, "lexicon"),
  };
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function words32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}
