import { type AST, parseRegExpLiteral } from "@eslint-community/regexpp";
import type { PatternData } from "../src/language/patterns.ts";

/** More texts than these one part of a pattern is not spelt out into. */
const MOST_TEXTS = 400;
/** Some few of the shortest lists tell as much as all. */
const MOST_LISTS = 4;
const PARTS = /[ _]/u;

/**
 * The words that a text must hold to fit a regular expression: of each list at least one. Only
 * whole words are told, as blanks and "_" part them, so that a look into a set decides. A list may
 * be left out, never a word of a list.
 *
 * @param source a regular expression for the flag `u`
 * @example needsOf("^(?:a|the )?states? (?:has|had) left $") // [["left"], ["had", "has"], ["state", "states"]]
 */
export function needsOf(source: string): PatternData["needs"] {
  const { pattern } = parseRegExpLiteral(new RegExp(source, "u"));
  const lists = new Map<string, string[]>();
  for (const list of needsOfAny(pattern.alternatives, false)) {
    const sorted = [...new Set(list)].sort();
    lists.set(sorted.join(" "), sorted);
  }
  return [...lists.values()]
    .sort((a, b) => a.length - b.length || longest(b) - longest(a))
    .filter((list, at, all) => !all.some((o, i) => i < at && o.every((w) => list.includes(w))))
    .slice(0, MOST_LISTS);
}

function longest(words: readonly string[]): number {
  return Math.max(...words.map((word) => word.length));
}

type Lists = readonly (readonly string[])[];

/** Of several alternatives: what all of them need, else one list of each put together. */
function needsOfAny(alternatives: readonly AST.Alternative[], bounded: boolean): Lists {
  const all = alternatives.map((a) => new Walk(bounded).over(a.elements).finish());
  const [first = []] = all;
  if (all.length === 1) return first;
  const joined = all.flatMap((lists) => shortest(lists) ?? []);
  return all.every((lists) => lists.length > 0) ? [joined] : [];
}

function shortest(lists: Lists): readonly string[] | undefined {
  return [...lists].sort((a, b) => a.length - b.length)[0];
}

/** Goes over the elements of a sequence and gathers what it needs. */
class Walk {
  readonly #lists: (readonly string[])[] = [];
  /** All texts that the elements since the last unknown one can be. */
  #texts: readonly string[] = [""];
  /** Whether a word's boundary lies before these texts. */
  #bounded: boolean;

  constructor(bounded: boolean) {
    this.#bounded = bounded;
  }

  over(elements: readonly AST.Element[]): this {
    for (const element of elements) this.#take(element);
    return this;
  }

  finish(): Lists {
    this.#settle("");
    return this.#lists;
  }

  #take(element: AST.Element): void {
    if (element.type === "Assertion") {
      if (element.kind === "start") this.#bounded ||= this.#texts.join("") === "";
      if (element.kind === "end") this.#settle(" ");
      return;
    }
    const texts = textsOf(element);
    if (texts !== null && texts.length * this.#texts.length <= MOST_TEXTS) {
      this.#texts = [...new Set(this.#texts.flatMap((a) => texts.map((b) => a + b)))];
      return;
    }
    const before = this.#isBoundary();
    this.#settle("");
    if (texts !== null) {
      this.#texts = texts;
      this.#bounded = before;
      return;
    }
    this.#lists.push(...needsWithin(element, before));
    this.#bounded = endsAtBoundary(element, before);
  }

  /** Whether a word can't go on after the texts so far. */
  #isBoundary(): boolean {
    return this.#texts.every((text) => (text === "" ? this.#bounded : PARTS.test(text.slice(-1))));
  }

  /** Notes the whole words of the texts and begins anew. */
  #settle(after: string): void {
    const words = this.#texts.map((text) => {
      const parts = `${this.#bounded ? " " : "x"}${text}${after}`.split(PARTS);
      return parts.slice(1, -1).filter((word) => word !== "");
    });
    const most = Math.min(...words.map((list) => list.length));
    // The first words, the second ones, and so on, and the same from the end.
    for (let at = 0; at < most; at++) {
      this.#lists.push(words.map((list) => list[at] as string));
      this.#lists.push(words.map((list) => list.at(-1 - at) as string));
    }
    this.#texts = [""];
    this.#bounded = false;
  }
}

/** All the texts that an element can be; null where they are too many to tell. */
function textsOf(element: AST.Element): readonly string[] | null {
  switch (element.type) {
    case "Character":
      return [String.fromCodePoint(element.value)];
    case "CharacterClass": {
      const { elements, negate } = element;
      if (negate || !elements.every((e) => e.type === "Character")) return null;
      return elements.map((e) => String.fromCodePoint((e as AST.Character).value));
    }
    case "Group":
    case "CapturingGroup": {
      const all = element.alternatives.map((a) => textsOfAll(a.elements));
      const known = all.flatMap((texts) => texts ?? []);
      return all.includes(null) || known.length > MOST_TEXTS ? null : [...new Set(known)];
    }
    case "Quantifier": {
      if (element.max !== 1) return null;
      const texts = textsOf(element.element);
      return texts && (element.min === 0 ? [...new Set(["", ...texts])] : texts);
    }
    default:
      return null;
  }
}

function textsOfAll(elements: readonly AST.Element[]): readonly string[] | null {
  let texts: readonly string[] = [""];
  for (const element of elements) {
    // What looks around takes up no text.
    if (element.type === "Assertion") continue;
    const next = textsOf(element);
    if (next === null || next.length * texts.length > MOST_TEXTS) return null;
    texts = texts.flatMap((a) => next.map((b) => a + b));
  }
  return texts;
}

function needsWithin(element: AST.Element, bounded: boolean): Lists {
  if (element.type === "Group" || element.type === "CapturingGroup")
    return needsOfAny(element.alternatives, bounded);
  if (element.type === "Quantifier" && element.min > 0)
    return needsWithin(element.element, bounded && element.max === 1);
  return [];
}

/** Whether an element always ends where a word does; `before`: whether it begins at such a place. */
function endsAtBoundary(element: AST.Element, before: boolean): boolean {
  switch (element.type) {
    case "Character":
      return PARTS.test(String.fromCodePoint(element.value));
    case "CharacterClass":
      return textsOf(element)?.every((text) => PARTS.test(text)) ?? false;
    case "Group":
    case "CapturingGroup":
      return element.alternatives.every((a) =>
        a.elements.reduce((at, e) => endsAtBoundary(e, at), before),
      );
    case "Quantifier":
      return (
        (element.min > 0 || before) &&
        endsAtBoundary(element.element, before) &&
        endsAtBoundary(element.element, false)
      );
    case "Assertion":
      return before;
    default:
      return false;
  }
}
