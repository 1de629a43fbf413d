import type { FileText, Result, Run } from "../types.ts";
import { isFinding, isRecorded } from "../verdicts.ts";

/** A recorded result with its number in the report, from 1. */
export interface Numbered {
  readonly number: number;
  readonly result: Result;
  readonly finding: boolean;
}

/** The recorded results of one text, or of claims that stand in none. */
export interface Section {
  readonly text: FileText | null;
  readonly items: Numbered[];
}

/** Gathers what a report shows. */
export class Gathered {
  readonly sections: Section[] = [];
  /** Names of the texts that the report has nothing to say about. */
  readonly silent: string[] = [];
  #current: Section | null = null;
  #count = 0;

  begin(text: FileText): void {
    this.finish();
    this.#current = { text, items: [] };
  }

  add(result: Result, run: Run): void {
    this.#current ??= { text: null, items: [] };
    if (!isRecorded(result, run)) return;
    this.#count += 1;
    const finding = isFinding(result, run);
    this.#current.items.push({ number: this.#count, result, finding });
  }

  /** Ends the text under way. One without results is only named, whatever its length. */
  finish(): void {
    const section = this.#current;
    this.#current = null;
    if (!section) return;
    if (section.items.length > 0) this.sections.push(section);
    else if (section.text) this.silent.push(section.text.file);
  }

  get items(): Numbered[] {
    return this.sections.flatMap(({ items }) => items);
  }
}
