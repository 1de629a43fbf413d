/** How meanings are put together, taken instead of each other, and given up. */
import type { Meaning } from "../../meaning.ts";
import type { Unit } from "../units/units.ts";

/** "It was Chile that did so": what the first clause says is said of nobody else. */
export function singledOut(meaning: Meaning): Meaning {
  const [first, ...others] = meaning.propositions;
  const [part, ...parts] = meaning.parts ?? [];
  return {
    ...meaning,
    propositions: first ? [{ ...first, exclusive: true }, ...others] : [],
    ...(part ? { parts: [singledOut(part), ...parts] } : {}),
  };
}

/** What a meaning is where it decides nothing. */
export function withOtherwise(meaning: Meaning, other: () => Meaning | null): Meaning {
  const before = meaning.otherwise;
  const otherwise = (): Meaning | null => {
    const first = before?.() ?? null;
    return first ? withOtherwise(first, other) : other();
  };
  return { ...meaning, otherwise };
}

/** A sentence of a kind that no single fact can bear on ("for every X that left, a Y came"). */
export function unreadable(meaning: Meaning, units: readonly Unit[]): Meaning {
  const { parts: _, otherwise: __, ...whole } = meaning;
  return {
    ...whole,
    propositions: [],
    alternatives: [],
    unread: [units.map((u) => u.form).join(" ")],
    gist: { ...whole.gist, blocked: true },
  };
}

/** Statements that have to hold together. */
export function togetherOf(
  parts: readonly Meaning[],
  flips: number,
  kind: Meaning["kind"],
): Meaning {
  return {
    propositions: parts.flatMap((p) => p.propositions),
    alternatives: [],
    gist: { ...(parts[0] as Meaning).gist, blocked: true },
    unread: parts.flatMap((p) => p.unread),
    kind,
    trace: parts.flatMap((p) => p.trace),
    parts,
    denied: flips % 2 === 1,
  };
}

/** What can be found wrong by what was read of it, and not right, since more is said. */
export function onlyWrong(meaning: Meaning): Meaning {
  return togetherOf([{ ...meaning, implied: true }], 0, meaning.kind);
}
