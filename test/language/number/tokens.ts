/** A small tokenizer for the tables of cases: PTB-like, dates and numbers kept whole. */
import type { Word } from "../../../src/language/number/index.ts";

const EDGE = /^(['’"“‘(«[]*(?!\d))?(.*?)([.,;:?!)"”»\]]*)$/u;

export function toWords(sentence: string): Word[] {
  const texts: string[] = [];
  for (const chunk of sentence.split(/\s+/).filter(Boolean)) {
    const [, before = "", inner = "", ends = ""] = EDGE.exec(chunk) ?? [];
    let core = inner;
    let after = ends;
    texts.push(...before);
    if (
      after.startsWith(".") &&
      /^([A-Z]|[A-Z][a-z]{1,3}|c|ca|approx|min|max|no|art)$/.test(core)
    ) {
      core += ".";
      after = after.slice(1);
    }
    const clitic = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m)|(?<=s)['’])$/iu.exec(core);
    if (clitic !== null && !/\d['’]s$/.test(core)) texts.push(clitic[1] ?? "", clitic[2] ?? "");
    else if (core !== "") texts.push(core);
    texts.push(...after);
  }
  return texts.map((text) => ({ text, lower: text.toLowerCase() }));
}
