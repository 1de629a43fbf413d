/** Reads one plain statement, of named things, counted classes or those whom a clause singles out. */
import type { Meaning, Speaker } from "../../meaning.ts";
import type { Unit } from "../units/units.ts";
import { hardlyAny } from "./clause/vague.ts";
import { joinDefinite, joinGroups } from "./groups/groups.ts";
import { type Restricted, restrict, restrictedIn } from "./groups/restrictions.ts";
import { readJoined } from "./joined.ts";
import { togetherOf, withOtherwise } from "./meanings.ts";
import { inputOf } from "./parse/inputs.ts";
import { repair } from "./parse/repairs.ts";
import { buildTree } from "./parse/tree.ts";
import { conjunctsOf } from "./plainer/conjuncts.ts";
import type { Reading } from "./reading.ts";

/** Reads one plain statement; that only few do what it says has to be part of what was read. */
export function readPlain(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const read = readAny(units, flips, speaker, reading);
  const hardly = hardlyAny(units, reading.context);
  const counted = read.propositions.some((p) => p.items.some((i) => i.quantifier !== null));
  if (hardly.length === 0 || counted) return read;
  const gist = { ...read.gist, blocked: true };
  return { ...read, propositions: [], alternatives: [], unread: [...read.unread, ...hardly], gist };
}

function readAny(
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  const { context } = reading;
  const restricted = (joined: readonly Unit[]): Meaning | null => {
    const found = restrictedIn(joined, reading.parse(joined.map(inputOf)), context);
    return found && readRestricted(found, flips, speaker, reading);
  };
  const definite = joinDefinite(units, context);
  const joined = joinGroups(units, context);
  const resolved =
    (definite && restricted(definite)) ?? (joined.some((u) => u.group) ? restricted(joined) : null);
  if (resolved) return resolved;
  const read = withConjuncts(
    readJoined(joined, flips, speaker, reading),
    joined,
    flips,
    speaker,
    reading,
  );
  // Who does it is told by a clause that couldn't be read: not just any of them does.
  return definite?.[0]?.group
    ? { ...read, propositions: [], alternatives: [], unread: [...read.unread, definite[0].form] }
    : read;
}

/** Where a statement as a whole decides nothing, each of two things that it says of one may. */
function withConjuncts(
  read: Meaning,
  units: readonly Unit[],
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning {
  if (flips % 2 === 1) return read;
  return withOtherwise(read, () => {
    const { context, parse, kind } = reading;
    const nodes = buildTree(units, repair(parse(units.map(inputOf))), context.lexicon);
    const parts = conjunctsOf(units, nodes, context);
    return (
      parts &&
      togetherOf(
        parts.map((part) => readPlain(part, 0, speaker, reading)),
        0,
        kind,
      )
    );
  });
}

/** Reads a statement about those of whom a clause holds; null where one of the two can't be read. */
function readRestricted(
  { main, clause, group }: Restricted,
  flips: number,
  speaker: Speaker | null,
  reading: Reading,
): Meaning | null {
  const whole = readJoined(main, flips, speaker, reading);
  const inner = readJoined(clause, 0, null, reading);
  if (whole.unread.length > 0 || inner.unread.length > 0) return null;
  const trace = [...inner.trace, ...whole.trace];
  const gist = { ...whole.gist, blocked: true };
  if (group.group?.concept === null) {
    const propositions = [...whole.propositions, ...inner.propositions];
    return { ...whole, propositions, alternatives: [], gist, trace };
  }
  const propositions = restrict(whole.propositions, inner.propositions, group);
  const alternatives = whole.alternatives.flatMap(
    (p) => restrict([p], inner.propositions, group) ?? [],
  );
  return propositions && { ...whole, propositions, alternatives, gist, trace };
}
