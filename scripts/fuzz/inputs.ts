import type { Corpus } from "./corpus.ts";
import { type Random, randomOf } from "./random.ts";

/** The ways into the program that are tried. */
export const PATHS = ["claim", "text", "markdown", "html", "base"] as const;

export type FuzzPath = (typeof PATHS)[number];

export interface FuzzInput {
  readonly path: FuzzPath;
  readonly text: string;
}

/** Begins a text about the built-in base's subject. */
export const ABOUT = "Ukraine left the Ottawa Convention in 2025.\n\n";

/** What breaks readers: controls, marks of direction, joiners, halves of pairs, odd letters. */
const ODD =
  "\u0000 \u0007 \u001b[31m \u001b]8;; \u007f \u009b \u00a0 \u00ad \u0130 \u0300\u0301 \u061c \u200b \u200d \u200e \u202e \u2028 \u2029 \u2066 \ufeff \ufffd \ufffe \ud800 \udc00 \u{1f468}\u200d\u{1f469} \u{e0041} \u{10ffff} ß ſ ﬁ Ǆ ١ ½ ² Ⅷ 𝟘".split(
    " ",
  );

const MARKS =
  "* ** _ ` ``` [ ] ( ) ![ ](x) ](<a [^1] [^1]: [a]: < > </ <b> </b> <p> <li> <table><tr><td> <script> <!-- --> <![CDATA[ &amp; &#0; &#x110000; & # ## > >>> - + 1. | --- === ~~ \\ $ $$ {{ }} : ; , . … ... ? ! \" ' “ ” « » ‘ ’ — -- / % ‰ € °".split(
    " ",
  );

const SPACES = [
  " ",
  "  ",
  "\n",
  "\n\n",
  "\t",
  "\r\n",
  "\r",
  "\n    ",
  "\n> ",
  "\n- ",
  "\f",
  "\u3000",
];

const SMALL =
  "not never no n't nobody neither nor and or but that which who if unless because by of in on until since before after the a all only both five 1999 -1 1e9 9999999999999999 0 3.5% 31/02/2025 25:99 yesterday".split(
    " ",
  );

const YAML =
  "- : & * ! | > % @ ` ' \" { } [ ] # ? &a *a <<: !!binary !!js/function --- ... ~ null true 0x1 .inf 2024-01-01 __proto__: constructor: prototype: toString: ../ / {a,b} {a,{b}} {,} \t".split(
    " ",
  );

/** Makes the input of a seed; the same for the same seed and corpus. */
export function inputOf(seed: number, corpus: Corpus): FuzzInput {
  const random = randomOf(seed);
  const path = random.of(PATHS);
  if (path === "base") return { path, text: mutated(corpus.base, "\n", [...YAML, ...ODD], random) };
  const text = textOf(path === "claim", corpus, random);
  // Sentences are judged only in a text about the base's subject, which takes most of the time.
  return { path, text: path !== "claim" && random.once(3) ? ABOUT + text.slice(0, 5000) : text };
}

function textOf(short: boolean, corpus: Corpus, random: Random): string {
  const sentence = (): string => random.of(corpus.sentences);
  switch (random.below(6)) {
    case 0:
      return unicode(random);
    case 1:
      return soup(sentence(), random);
    case 2:
      return `${sentence()}${random.of(SPACES)}${random.of(SMALL)} ${mutated(sentence(), " ", [...SMALL, ...MARKS], random)}`;
    case 3:
      return short ? sentence() : stretch(random.of(corpus.texts), random);
    default:
      return mutated(sentence(), " ", [...SMALL, ...MARKS, ...ODD, sentence()], random);
  }
}

/** Code points from everywhere. */
function unicode(random: Random): string {
  const tops = [0x80, 0x250, 0x3000, 0x10000, 0x110000];
  const length = random.once(20) ? 2000 : random.below(80);
  return String.fromCodePoint(...Array.from({ length }, () => random.below(random.of(tops))));
}

/** Marks and words in any order. */
function soup(sentence: string, random: Random): string {
  const words = sentence.split(" ");
  const pieces = Array.from({ length: random.below(60) }, () =>
    random.of([random.of(MARKS), random.of(words), random.of(SPACES), random.of(ODD)]),
  );
  return pieces.join("");
}

/** A part of a text, mutated line by line. */
function stretch(text: string, random: Random): string {
  const from = random.below(text.length);
  return mutated(
    text.slice(from, from + random.below(random.once(8) ? 3000 : 600)),
    "\n",
    [...MARKS, ...ODD],
    random,
  );
}

/** A text with some of its parts dropped, doubled, swapped, wrapped, mixed or repeated. */
function mutated(text: string, between: string, others: readonly string[], random: Random): string {
  let out = text;
  for (let round = 1 + random.below(6); round > 0; round--) {
    const parts = out.split(between);
    const at = random.below(parts.length);
    const part = parts[at] as string;
    const other = random.of(others);
    const cut = random.below(part.length + 1);
    switch (random.below(9)) {
      case 0:
        parts.splice(at, 1);
        break;
      case 1:
        parts.splice(at, 0, other);
        break;
      case 2:
        parts[at] = part.slice(0, cut) + other + part.slice(cut);
        break;
      case 3:
        parts.splice(random.below(parts.length), 0, part);
        break;
      case 4:
        parts[at] = other + part + random.of(others);
        break;
      case 5:
        parts[at] = part.slice(0, cut) + part.slice(cut + 1);
        break;
      case 6:
        parts[at] = random.once(2) ? part.toUpperCase() : part.toLowerCase();
        break;
      case 7:
        parts[at] = " ".repeat(random.below(5)) + part.trim();
        break;
      default:
        parts[at] = repeated(random.once(2) ? part : other, between, random);
    }
    out = parts.join(between).slice(0, LONGEST);
  }
  return out;
}

/** The longest input; longer ones are for the tests of growth. */
const LONGEST = 20_000;

function repeated(part: string, between: string, random: Random): string {
  const times = random.once(10) ? 3000 : random.below(12);
  return Array(times)
    .fill(part)
    .join(random.once(2) ? between : "")
    .slice(0, LONGEST);
}
