/** Reads statements that set something off: "X, not Y, left". */
import type { Meaning, Speaker } from "../../meaning.ts";
import type { Unit } from "../units/units.ts";
import { contrastOf } from "./frames/contrast.ts";
import { togetherOf, withOtherwise } from "./meanings.ts";
import { inputOf } from "./parse/inputs.ts";
import { repair } from "./parse/repairs.ts";
import { buildTree } from "./parse/tree.ts";
import { readPlain } from "./plain.ts";
import { contrastedIn } from "./plainer/conjuncts.ts";
import type { Reading } from "./reading.ts";

/** Reads a statement that may set something off: "X, not Y, left" says that X left and Y didn't. */
export function readContrasted(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  return withOtherwise(readSetOff(units, flips, speaker, reading), () => {
    if (flips % 2 === 1) return null;
    const { context, parse, kind } = reading;
    if (!units.some((u) => context.grammar["setting-off"].includes(u.lower))) return null;
    const nodes = buildTree(units, repair(parse(units.map(inputOf))), context.lexicon);
    const [said, not] = contrastedIn(units, nodes, context) ?? [];
    if (!said || !not) return null;
    const denied = togetherOf([readPlain(not, 0, speaker, reading)], 1, kind);
    return togetherOf([readPlain(said, 0, speaker, reading), denied], 0, kind);
  });
}

function readSetOff(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const { words } = reading.context.lexicon;
  const isNoun = (unit: Unit): boolean =>
    words.n.get(unit.lower) !== undefined ||
    words.n.get(unit.lower.replace(/s$/u, "")) !== undefined ||
    words.n.get(unit.lower.replace(/ies$/u, "y")) !== undefined;
  const { rest, denied, unplaced } = contrastOf(units, reading.frames, isNoun);
  const own = readPlain(rest, denied ? 0 : flips, speaker, reading);
  if (denied === null)
    return unplaced.length === 0
      ? own
      : {
          ...own,
          unread: [...own.unread, unplaced.map((u) => u.form).join(" ")],
          gist: { ...own.gist, blocked: true },
        };
  const not = togetherOf([readPlain(denied, 0, speaker, reading)], 1, reading.kind);
  return togetherOf([own, not], flips, reading.kind);
}
