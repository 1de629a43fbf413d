import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A word of a treebank sentence. */
export interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head, -1 for the root. */
  readonly head: number;
  readonly rel: string;
  /** Whether a user of the parser would give the tag in advance (a merged name or number). */
  readonly given?: boolean;
}

/** Reads a CoNLL-U file (xz-compressed if its name says so); empty nodes and ranges are left out. */
export function readTreebank(path: string): Word[][] {
  const text = path.endsWith(".xz")
    ? execFileSync("xz", ["-dc", path], { encoding: "utf8", maxBuffer: 1 << 28 })
    : readFileSync(path, "utf8");
  const sentences: Word[][] = [];
  let words: Word[] = [];
  for (const line of text.split("\n")) {
    if (line === "" && words.length > 0) {
      sentences.push(words);
      words = [];
    }
    const [id, form, lemma, upos, xpos, , head, rel] = line.split("\t");
    if (id === undefined || !/^\d+$/u.test(id)) {
      continue;
    }
    words.push({
      form: form ?? "",
      lemma: lemma ?? "",
      upos: upos ?? "X",
      xpos: xpos ?? "FW",
      head: Number(head) - 1,
      rel: rel ?? "dep",
    });
  }
  return sentences;
}
