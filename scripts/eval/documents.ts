import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { decodeHTML } from "entities/decode";
import * as v from "valibot";
import type { Checker } from "../../src/check.ts";
import { Positions } from "../../src/cli/position.ts";
import type { TextReader } from "../../src/text/read-text.ts";
import type { InputKind, Verdict } from "../../src/types.ts";
import { LABELS, UsageError } from "./claims.ts";

/** A sentence of a document with what a reader of the sources says of it. */
export type LabelledSentence = v.InferOutput<typeof LabelledSentence>;
const LabelledSentence = v.object({
  /** The line, from 1, that it begins on. */
  line: v.number(),
  /** Line breaks folded, markup left out. */
  text: v.string(),
  label: v.picklist(LABELS),
  /** It can be judged only with the help of an earlier sentence. */
  context: v.boolean(),
});

/** What the program found in a document: a checked sentence and where it stands. */
export interface Finding {
  readonly line: number;
  /** The sentence as the program read it. */
  readonly text: string;
  /** What its position cuts out of the file. */
  readonly cut: string;
  readonly verdict: Verdict;
  readonly rationale: readonly string[];
  readonly trace: () => readonly string[];
}

/** A labelled sentence beside what the program says of it. */
export interface Pair {
  readonly file: string;
  readonly sentence: LabelledSentence;
  /** Null where the program has no such sentence, or takes it for none that states something. */
  readonly finding: Finding | null;
  readonly verdict: Verdict;
  readonly placed: boolean;
}

/** A document as scored. */
export interface ScoredDocument {
  readonly file: string;
  readonly pairs: readonly Pair[];
  /** Findings on sentences that the labels leave out. */
  readonly others: readonly Finding[];
}

const KINDS: Readonly<Record<string, InputKind>> = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
};

/** The kind of text that a file holds, by its name. */
export function kindOf(file: string): InputKind {
  return KINDS[extname(file).toLowerCase()] ?? "text";
}

/** Reads a document's labels. @throws UsageError where there are none or they are malformed */
export function readLabels(file: string): readonly LabelledSentence[] {
  const labels = file.replace(/\.[^.]+$/u, ".labels.json");
  if (!existsSync(labels)) throw new UsageError(`${labels}: can't be read (ENOENT)`);
  const result = v.safeParse(v.array(LabelledSentence), JSON.parse(readFileSync(labels, "utf8")));
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new UsageError(`${labels}: ${v.getDotPath(issue) ?? "value"}: ${issue.message}`);
}

/** Checks the sentences of a text as the program does. */
export async function findIn(
  text: string,
  kind: InputKind,
  read: TextReader,
  checker: Checker,
): Promise<Finding[]> {
  const { sentences } = await read(text, kind);
  const checking = checker.openText();
  const positions = new Positions(text);
  const findings: Finding[] = [];
  for (const sentence of sentences) {
    const checked = checking.next(sentence);
    if (!checked) continue;
    const { line } = positions.locate("", sentence.start, sentence.end);
    findings.push({
      line,
      text: checked.claim,
      cut: text.slice(sentence.start, sentence.end),
      verdict: checked.verdict,
      rationale: checked.rationale,
      trace: checked.trace,
    });
  }
  return findings;
}

/** Puts each labelled sentence beside its finding: the same text, the nearest line. */
export function pairUp(
  file: string,
  labels: readonly LabelledSentence[],
  findings: readonly Finding[],
): ScoredDocument {
  const free = new Set(findings);
  const pairs = labels.map((sentence): Pair => {
    const wanted = fold(sentence.text);
    const near = [...free].sort(
      (a, b) => Math.abs(a.line - sentence.line) - Math.abs(b.line - sentence.line),
    );
    const finding =
      near.find((f) => fold(f.text) === wanted) ??
      near.find(
        (f) =>
          Math.abs(f.line - sentence.line) <= 1 &&
          (fold(f.text).includes(wanted) || wanted.includes(fold(f.text))),
      ) ??
      null;
    if (finding) free.delete(finding);
    return {
      file,
      sentence,
      finding,
      verdict: finding?.verdict ?? "not-enough-evidence",
      placed:
        finding?.line === sentence.line && fold(plain(finding.cut)) === fold(plain(sentence.text)),
    };
  });
  return { file, pairs, others: [...free] };
}

/** Quotes, dashes and white space count alike. */
function fold(text: string): string {
  return text
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim();
}

/** A stretch of a file without its markup. */
function plain(text: string): string {
  return decodeHTML(text.replace(/<\/?\p{L}[^>]*>/gu, ""))
    .replace(/!?\[([^\]]*)\](?:\((?:[^()]|\([^()]*\))*\))?/gu, "$1")
    .replace(/\n\s*(?:> ?)+/gu, " ")
    .replace(/[*_`]/gu, "")
    .replace(/\^\d+$/u, "");
}
