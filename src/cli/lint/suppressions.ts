import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fingerprint } from "../../report/fingerprint.ts";
import type { Result } from "../../report/types.ts";
import type { Verdict } from "../../types.ts";
import { slashed } from "./ignored.ts";
import type { SuppressionsFile } from "./suppressions-schema.ts";

/** Findings of one file that are known: so many of one sentence with one verdict. */
interface Entry {
  readonly fingerprint: string;
  readonly verdict: Verdict;
  /** For people who read the file; the fingerprint decides. */
  readonly sentence: string;
  readonly count: number;
}

/** An entry that held too much: `count` findings of it were not met. */
export interface Unneeded {
  readonly file: string;
  readonly sentence: string;
  readonly verdict: Verdict;
  readonly count: number;
}

/** What is to be done with the file of suppressions. */
export type SuppressionMode = "use" | "add" | "prune";

/**
 * The known findings that a file of suppressions holds, and those met in this run. A finding is
 * known by its file, its verdict and the fingerprint of its sentence, so that it may move, but not
 * be replaced by another one unseen.
 */
export class Suppressions {
  readonly #folder: string;
  readonly #mode: SuppressionMode;
  readonly #known = new Map<string, Map<string, Entry>>();
  readonly #met = new Map<string, Map<string, Entry>>();

  /**
   * @param path where the file is or will be, absolute; paths in it start at its folder
   * @param raw what the file holds; null where there is none
   */
  constructor(path: string, raw: SuppressionsFile | null, mode: SuppressionMode) {
    this.#folder = dirname(path);
    this.#mode = mode;
    for (const [file, entries] of Object.entries(raw?.suppressions ?? {})) {
      this.#known.set(file, new Map(entries.map((entry) => [keyOf(entry), entry])));
    }
  }

  /** Begins a file that could be read; what is known of others stays as it is. */
  begin(path: string): (finding: Result) => boolean {
    const file = slashed(relative(this.#folder, path));
    const known = this.#known.get(file);
    const met = new Map<string, Entry>();
    this.#met.set(file, met);
    return ({ checked: { claim, verdict } }) => {
      const fresh = { fingerprint: fingerprint(claim), verdict, sentence: claim, count: 1 };
      const key = keyOf(fresh);
      const count = (met.get(key)?.count ?? 0) + 1;
      if (this.#mode !== "add" && count > (known?.get(key)?.count ?? 0)) return false;
      met.set(key, { ...fresh, count });
      return true;
    };
  }

  /** The entries that are not needed any more; none where they are about to be removed. */
  unneeded(): Unneeded[] {
    if (this.#mode !== "use") return [];
    return [...this.#known].flatMap(([file, entries]) => {
      const met = this.#metOf(file);
      if (!met) return [];
      return [...entries].flatMap(([key, { sentence, verdict, count }]) => {
        const rest = count - (met.get(key)?.count ?? 0);
        return rest > 0 ? [{ file, sentence, verdict, count: rest }] : [];
      });
    });
  }

  /** The file's new text; null where it stays as it is. */
  rewritten(): string | null {
    if (this.#mode === "use") return null;
    const before = this.#text(this.#known);
    const files = new Map<string, ReadonlyMap<string, Entry>>([...this.#known, ...this.#met]);
    for (const file of this.#known.keys()) {
      const met = this.#metOf(file);
      if (met) files.set(file, met);
    }
    const after = this.#text(files);
    return after === before ? null : after;
  }

  /** What was met in a file; nothing in one that is gone; undefined for one not read. */
  #metOf(file: string): ReadonlyMap<string, Entry> | undefined {
    return this.#met.get(file) ?? (existsSync(resolve(this.#folder, file)) ? undefined : new Map());
  }

  #text(files: ReadonlyMap<string, ReadonlyMap<string, Entry>>): string {
    const sorted = [...files].filter(([, entries]) => entries.size > 0).sort(byKey);
    const suppressions = sorted.map(([file, entries]) => [
      file,
      [...entries].sort(byKey).map(([, { fingerprint, verdict, sentence, count }]) => ({
        fingerprint,
        verdict,
        sentence,
        count,
      })),
    ]);
    const content = { version: 1, suppressions: Object.fromEntries(suppressions) };
    return `${JSON.stringify(content, null, 2)}\n`;
  }
}

function keyOf({ fingerprint, verdict }: Pick<Entry, "fingerprint" | "verdict">): string {
  return `${fingerprint} ${verdict}`;
}

function byKey<T>([a]: readonly [string, T], [b]: readonly [string, T]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
