import { expect, it } from "vitest";
import {
  commands,
  mixedSurroundings,
  outcomeOf,
  PLAIN,
  workplace,
} from "../scripts/matrix/runs.ts";

// More, and other versions of Node, are tried by `npm run matrix`.

const COMMANDS = commands(5, ["text"]);

async function outcomes(around: typeof PLAIN): Promise<string[]> {
  const { cwd, remove } = workplace(around, 1);
  const all = await Promise.all(COMMANDS.map((command) => outcomeOf(command, around, cwd)));
  remove();
  return all.map((outcome) => outcome.replaceAll(cwd, "."));
}

it("the program says the same wherever it runs", { timeout: 120_000 }, async () => {
  const wanted = await outcomes(PLAIN);
  expect(wanted.every((outcome) => /^[012]\n[\s\S]{20}/u.test(outcome))).toBe(true);
  for (const around of mixedSurroundings())
    expect(await outcomes(around), around.name).toEqual(wanted);
});
