import type { Place } from "../../types.ts";
import type { SyntaxToken } from "../syntax/index.ts";
import type { Analysed, Names } from "./mentions.ts";

/** What resolving draws on. */
export interface ContextTools extends Names {
  readonly analyse: (sentence: string) => Analysed;
  readonly parse: (sentence: string) => readonly SyntaxToken[];
  /** Ids of what the base is about. */
  readonly subject: readonly string[];
  /** What the base says that is being done with it: "leaving the union". */
  readonly deed: string | null;
}

/** The same with tests of words that go by the lexicon. */
export interface Kit extends ContextTools {
  /** Is a form one of a verb in the present? */
  readonly isVerb: (form: string) => boolean;
  /** Is a word a noun for something that is done? */
  readonly isDeed: (word: string) => boolean;
}

/** A sentence and where it stands. */
export interface Placed {
  readonly text: string;
  readonly place: Place;
  readonly block: number;
  /** For a heading its level, from 1. */
  readonly level?: number;
}

export function kitOf(tools: ContextTools): Kit {
  const { n, v } = tools.lexicon.words;
  const isEvent = (form: string): boolean => n.get(form)?.some((s) => s.kind === "event") ?? false;
  return {
    ...tools,
    isVerb: (form) => [form.replace(/s$/u, ""), form.replace(/es$/u, "")].some((f) => v.get(f)),
    isDeed: (word) => {
      const stem = word.replace(/ing$/u, "");
      return isEvent(word) || (stem !== word && (v.has(stem) || v.has(`${stem}e`)));
    },
  };
}
