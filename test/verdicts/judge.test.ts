import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readJudgeCases } from "../helpers/judge.ts";

const { cases, judged } = readJudgeCases(
  fileURLToPath(new URL("judge.cases.yaml", import.meta.url)),
);

it.each(cases)("$name", (one) => {
  const { verdict, evidence, rationale, nearest } = one;
  expect(judged(one)).toEqual({
    verdict,
    ...(evidence && { evidence }),
    rationale,
    ...(nearest && { nearest }),
  });
});
