import type { Word } from "./conllu.ts";

/** Removes words that have no children; the others keep their arcs. */
export function dropLeaves(words: readonly Word[], drop: (index: number) => boolean): Word[] {
  const heads = new Set(words.map((word) => word.head));
  const kept = words.map((_, i) => i).filter((i) => heads.has(i) || !drop(i));
  const place = new Map(kept.map((old, now) => [old, now]));
  return kept.map((old) => {
    const word = words[old] as Word;
    return { ...word, head: word.head < 0 ? -1 : (place.get(word.head) ?? -1) };
  });
}

/** The sentence without its final punctuation. */
export function withoutFinalPunctuation(words: readonly Word[]): Word[] {
  let end = words.length;
  while (end > 1 && words[end - 1]?.upos === "PUNCT") {
    end -= 1;
  }
  return dropLeaves(words, (i) => i >= end);
}

/** The sentence all in lower case. */
export function lowerCased(words: readonly Word[]): Word[] {
  return words.map((word) => ({ ...word, form: word.form.toLowerCase() }));
}

/** The sentence with a small first letter. */
export function smallFirstLetter(words: readonly Word[]): Word[] {
  return words.map((word, i) =>
    i > 0 ? word : { ...word, form: word.form.charAt(0).toLowerCase() + word.form.slice(1) },
  );
}

/** Straight apostrophes become typographic ones, or vanish from the negated auxiliaries. */
export function apostrophes(words: readonly Word[], change: "curly" | "none"): Word[] {
  return words.map((word) => {
    const short = word.form.startsWith("'") || word.form.toLowerCase() === "n't";
    if (!short || word.upos === "PUNCT") {
      return word;
    }
    return { ...word, form: word.form.replace("'", change === "curly" ? "’" : "") };
  });
}

const NAME_RELS = new Set(["flat", "compound", "nmod:unmarked", "nummod"]);

/**
 * Joins runs of proper nouns (and of the parts of a date or number) that hang on one another into
 * single words with spaces, as the caller of the parser does with the names that it knows.
 *
 * @param join whether to join a given run
 */
export function mergeNames(words: readonly Word[], join: () => boolean): Word[] {
  const spans: [number, number][] = [];
  for (let start = 0; start < words.length; start += 1) {
    let end = start + 1;
    while (end < words.length && isNamePart(words, end)) {
      end += 1;
    }
    if (isNamePart(words, start)) {
      const span = longestSubtree(words, start, end);
      if (span > start + 1 && join()) {
        spans.push([start, span]);
        start = span - 1;
      }
    }
  }
  return spans
    .reverse()
    .reduce<Word[]>((all, [start, end]) => collapse(all, start, end), [...words]);
}

function isNamePart(words: readonly Word[], i: number): boolean {
  const upos = words[i]?.upos;
  return upos === "PROPN" || upos === "NUM";
}

/** The end of the longest run from `start` in which all words but one hang within the run. */
function longestSubtree(words: readonly Word[], start: number, end: number): number {
  for (let stop = end; stop > start + 1; stop -= 1) {
    const run = words.slice(start, stop);
    const inside = (head: number): boolean => head >= start && head < stop;
    const outer = run.filter((word) => !inside(word.head));
    const inner = run.filter((word) => inside(word.head));
    if (outer.length === 1 && inner.every((word) => NAME_RELS.has(word.rel))) {
      return stop;
    }
  }
  return start;
}

function collapse(words: readonly Word[], start: number, end: number): Word[] {
  const run = words.slice(start, end);
  const top = run.find((word) => word.head < start || word.head >= end) ?? (run[0] as Word);
  const shift = (head: number): number => {
    if (head < start) {
      return head;
    }
    return head < end ? start : head - (end - start - 1);
  };
  const merged: Word = { ...top, form: run.map((word) => word.form).join(" "), given: true };
  return [...words.slice(0, start), merged, ...words.slice(end)].map((word) => ({
    ...word,
    head: shift(word.head),
  }));
}

const ARTICLES = new Set(["a", "an", "the"]);
const AUXILIARIES = new Set(["cop", "aux:pass", "aux"]);

/** Telegraphic, as headlines are: no articles and, if asked, no forms of "be". */
export function telegraphic(words: readonly Word[], withoutBe: boolean): Word[] {
  return dropLeaves(words, (i) => {
    const { form, lemma, rel } = words[i] as Word;
    const article = rel === "det" && ARTICLES.has(form.toLowerCase());
    return article || (withoutBe && lemma === "be" && AUXILIARIES.has(rel));
  });
}

/** Capitals as in headlines: at the start of each word, or throughout. */
export function capitals(words: readonly Word[], all: boolean): Word[] {
  return words.map((word) => {
    const start = word.form.charAt(0).toUpperCase() + word.form.slice(1);
    const small = word.form.length < 4 && ["ADP", "DET", "CCONJ", "PART"].includes(word.upos);
    return { ...word, form: all ? word.form.toUpperCase() : small ? word.form : start };
  });
}

/** A random variant of a sentence, as users write claims; about half stay as they are. */
export function vary(sentence: readonly Word[], random: () => number): Word[] {
  let words = [...sentence];
  if (random() < 0.3) {
    words = mergeNames(words, () => random() < 0.7);
  }
  if (random() < 0.2) {
    words = withoutFinalPunctuation(words);
  }
  if (random() < 0.08) {
    words = telegraphic(words, random() < 0.4);
  }
  const spelling = random();
  if (spelling < 0.15) {
    words = lowerCased(words);
  } else if (spelling < 0.22) {
    words = smallFirstLetter(words);
  } else if (spelling < 0.27) {
    words = capitals(words, spelling < 0.235);
  }
  const apostrophe = random();
  if (apostrophe < 0.05) {
    words = apostrophes(words, "none");
  } else if (apostrophe < 0.1) {
    words = apostrophes(words, "curly");
  }
  return words;
}
