/** Finds the quantities of one sentence. */
import { type Atom, startsWord, textOf, toAtoms } from "./atoms.ts";
import { applyAll, readComparators, readTrailing } from "./comparator.ts";
import { type Core, readCore } from "./core.ts";
import { readLabels } from "./label.ts";
import { type NumberLexicon, numberLexicon } from "./lexicon.ts";
import type { Amount, Comparison, NumberData, Quantity, Word } from "./types.ts";

/**
 * All numbers of a sentence with their comparators, and all numbered things.
 * @param words the tokens of one sentence
 * @param data `numbers.yaml`, parsed
 * @param taken true for the words that something else (a date) already uses
 * @returns the quantities from left to right, without overlaps; "no", "none" and "zero" are not among them
 * @example over 160 nations → [{ kind: "cardinal", lo: 161, hi: Infinity, comparator: "over", … }]
 */
export function findQuantities(
  words: readonly Word[],
  data: NumberData,
  taken: readonly boolean[] = [],
): Quantity[] {
  const lexicon = numberLexicon(data);
  const atoms = toAtoms(words);
  const found: Quantity[] = [];
  const free = (from: number, to: number): boolean => {
    for (let index = from; index < to; index += 1) {
      if (taken[atoms[index]?.word ?? -1] === true) return false;
    }
    return true;
  };
  let at = 0;
  while (at < atoms.length) {
    const labels = readLabels(atoms, at, lexicon);
    const lastLabel = labels.at(-1);
    if (lastLabel !== undefined && free(at, lastLabel.to)) {
      let from = at;
      for (const { to, noun, value } of labels) {
        const number = /^[0-9]+$/.test(value) ? Number(value) : Number.NaN;
        const text = textOf(words, atoms, from, to);
        const span = wordSpan(atoms, from, to);
        found.push({
          kind: "label",
          ...span,
          text,
          noun,
          value,
          lo: number,
          hi: number,
          approx: false,
        });
        from = to;
      }
      at = lastLabel.to;
      continue;
    }
    const amount = readAmount(words, atoms, at, lexicon);
    if (amount !== null && free(at, amount.end)) {
      found.push(amount.quantity);
      at = amount.end;
      continue;
    }
    at = amount === null ? skipIdiom(atoms, at, lexicon) : at + 1;
  }
  return found;
}

function skipIdiom(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): number {
  return startsWord(atoms, at) ? (lexicon.idioms.at(atoms, at)?.to ?? at + 1) : at + 1;
}

function wordSpan(atoms: readonly Atom[], from: number, to: number): { from: number; to: number } {
  return { from: atoms[from]?.word ?? 0, to: (atoms[to - 1]?.word ?? 0) + 1 };
}

function readAmount(
  words: readonly Word[],
  atoms: readonly Atom[],
  at: number,
  lexicon: NumberLexicon,
): { quantity: Amount; end: number } | null {
  if (!startsWord(atoms, at) && !lexicon.currency.has(atoms[at - 1]?.lower ?? "")) return null;
  const before = readComparators(atoms, at, lexicon);
  if (before.list.length === 0 && lexicon.idioms.at(atoms, at) !== null) return null;
  const core = readCore(atoms, before.to, lexicon);
  if (core === null || isZero(core) || isPronoun(atoms, before.to, core, lexicon)) return null;
  const trailing = core.kind === "ordinal" ? null : readTrailing(atoms, core.to, lexicon);
  const end = trailing === null ? core.to : trailing.to;
  const tail = trailing === null || trailing.list.length > 0 ? null : findTail(atoms, end, lexicon);
  const comparisons = [
    ...before.list,
    ...(trailing?.list ?? []),
    ...(tail === null ? [] : [tail.comparison]),
  ];
  const interval = applyAll(comparisons, core, stepOf(core));
  const said = [
    before.list.length === 0 ? "" : textOf(words, atoms, at, before.to),
    pieces(atoms, core.to, end),
    tail === null ? "" : textOf(words, atoms, tail.from, tail.to),
  ];
  const quantity: Amount = {
    kind: core.kind,
    ...wordSpan(atoms, at, end),
    text: textOf(words, atoms, at, end),
    lo: interval.lo,
    hi: interval.hi,
    approx: interval.approx,
    value: core.value,
    comparisons,
    comparator: said.filter(Boolean).join(" "),
    vague: core.vague,
    only: comparisons.includes("only"),
    exact: comparisons.includes("exact"),
    unit: core.unit,
    tail: tail === null ? null : [atoms[tail.from]?.word ?? 0, (atoms[tail.to - 1]?.word ?? 0) + 1],
  };
  return { quantity, end };
}

/** A comparator behind the number, which may stand in the same word: "160+", "160-odd". */
function pieces(atoms: readonly Atom[], from: number, to: number): string {
  const texts = atoms.slice(from, to).map((atom) => atom.text);
  return texts.join(" ").replace(/^- /, "");
}

/** Counts move in whole steps; fractions, percentages and "1.5 million" do not. */
function stepOf(core: Core): 0 | 1 {
  return core.kind === "cardinal" && Number.isInteger(core.lo) && Number.isInteger(core.hi) ? 1 : 0;
}

function isZero(core: Core): boolean {
  return core.value === 0 && core.kind === "cardinal";
}

/** "the one who", "the only one", "no one": no number. */
function isPronoun(
  atoms: readonly Atom[],
  at: number,
  core: Core,
  lexicon: NumberLexicon,
): boolean {
  const here = atoms[at];
  if (core.value !== 1 || here === undefined || here.digits || core.to !== at + 1) return false;
  if (core.kind !== "cardinal") return false;
  const next = atoms[core.to];
  const alone = next === undefined || (!next.letters && !next.digits);
  if (lexicon.onePronounAfter.endsAt(atoms, at)) return true;
  if (alone || lexicon.onePronounBefore.at(atoms, core.to) !== null) return true;
  return false;
}

interface Tail {
  readonly from: number;
  readonly to: number;
  readonly comparison: Comparison;
}

/** "160 nations or more": looks a few words ahead, up to a verb or a sign. */
function findTail(atoms: readonly Atom[], at: number, lexicon: NumberLexicon): Tail | null {
  const { after_noun_reach: reach } = lexicon.data;
  for (let next = at; next < atoms.length && next <= at + reach; next += 1) {
    const hit = lexicon.afterNoun.at(atoms, next);
    if (hit !== null) return { from: next, to: hit.to, comparison: hit.value };
    const here = atoms[next];
    if (here === undefined || here.digits || lexicon.afterNounStops.has(here.lower)) {
      // "nations and territories or more": a bare "and" goes on.
      if (here === undefined || !lexicon.and.has(here.lower)) return null;
    }
  }
  return null;
}
