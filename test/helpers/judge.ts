import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Fact, Value } from "../../src/evaluation.ts";
import type { Meaning } from "../../src/meaning.ts";
import type { Nearest } from "../../src/types.ts";
import { judge } from "../../src/verdict/judge.ts";

/** An evaluation, and what must become of it. */
export interface JudgeCase {
  readonly name: string;
  readonly kind?: Meaning["kind"];
  readonly unread?: readonly string[];
  readonly value: Value;
  /** The claim that a fact comes from, the value that it speaks for, and why. */
  readonly bearings?: readonly [string, "true" | "false", string][];
  readonly verdict: string;
  readonly evidence?: readonly string[];
  readonly rationale: readonly string[];
  readonly nearest?: readonly string[];
}

/** Reads the cases; `judged` gives what becomes of one, in the words of the case. */
export function readJudgeCases(file: string): {
  readonly cases: readonly JudgeCase[];
  judged(one: JudgeCase): Pick<JudgeCase, "verdict" | "evidence" | "rationale" | "nearest">;
} {
  const { evidence, nearest, cases } = parse(readFileSync(file, "utf8")) as {
    evidence: Record<string, { sentence: string; speaker?: string }[]>;
    nearest: string[];
    cases: JudgeCase[];
  };
  const source = { id: "s", title: "Source", line: 1 };
  const sentences = new Map(
    Object.entries(evidence).map(([id, list]): [string, Nearest[]] => [
      id,
      list.map(({ sentence, speaker = null }) => ({ id, sentence, source, speaker })),
    ]),
  );
  const judged = ({ kind = "statement", unread = [], value, bearings = [] }: JudgeCase) => {
    const meaning = { kind, unread } as unknown as Meaning;
    const all = bearings.map(([claim, of, reason]) => ({
      fact: { claim } as Fact,
      value: of,
      reason,
      covers: true,
    }));
    const found = judge(
      "It left.",
      meaning,
      { value, bearings: all },
      () => nearest,
      sentences,
      () => [],
    );
    return {
      verdict: found.verdict,
      ...(found.evidence.length > 0 && {
        evidence: found.evidence.map((one) => `${one.id} ${one.stance} ${one.sentence}`),
      }),
      rationale: found.rationale,
      ...(found.verdict === "not-enough-evidence" && {
        nearest: found.nearest().map((one) => `${one.id} ${one.sentence}`),
      }),
    };
  };
  return { cases, judged };
}
