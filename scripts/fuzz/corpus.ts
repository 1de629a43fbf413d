import { readdirSync, readFileSync } from "node:fs";

const TESTS = new URL("../../test/", import.meta.url);

/** What the fuzzer begins with: real sentences, texts and a base. */
export interface Corpus {
  readonly sentences: readonly string[];
  readonly texts: readonly string[];
  /** A base's YAML; its sources lie in `folder`. */
  readonly base: string;
  readonly folder: URL;
}

export function readCorpus(): Corpus {
  const read = (name: string): string => readFileSync(new URL(name, TESTS), "utf8");
  const names = (folder: string, ending: RegExp): string[] =>
    readdirSync(new URL(folder, TESTS))
      .filter((name) => ending.test(name))
      .sort()
      .map((name) => `${folder}${name}`);
  const folder = new URL("base/fixtures/chess/", TESTS);
  return {
    sentences: names("claims/", /\.jsonl$/u)
      .flatMap((name) => read(name).split("\n"))
      .filter((line) => line !== "")
      .map((line) => String(JSON.parse(line).claim)),
    texts: names("documents/", /\.(?:md|txt|html)$/u).map(read),
    base: readFileSync(new URL("base.yaml", folder), "utf8"),
    folder,
  };
}
