/** Who stands where: what goes by names keeps to their places. */
import type { Gist, GistAtom } from "../../meaning.ts";
import type { World } from "../types.ts";
import { isModal } from "./modes.ts";
import type { Paired } from "./pairs.ts";
import { compareSenses } from "./senses.ts";
import type { Lack, Pairs } from "./types.ts";
import { isConcept } from "./words.ts";

/** Is somebody of the statement missing, or in another's place? */
export function lacksPlaces(claim: Gist, source: Gist, paired: Paired): Lack | null {
  const { pairs, met, clashes } = paired;
  // "Nobody in it uses them" tells nothing of Chile, which uses them.
  const named = source.atoms.find(
    (a) => a.side === "doing" && a.region === source.main && isName(a),
  );
  if (claim.anybody && !source.anybody && named && !met.has(named)) return { lacks: named.text };
  if (clashes.length === 0 && haveCrossed(claim, source, pairs)) return { lacks: "their places" };
  // "between Chile and Peru": into what lies between two, one isn't put.
  const mutual = source.atoms.some((a) => a.side === "mutual" && !met.has(a));
  if (mutual && [...pairs].some(([a, { other }]) => other.side === "mutual" && a.side === "object"))
    return { lacks: "the other side" };
  return haveChangedParts(claim, pairs, source) ? { lacks: "who must and who does" } : null;
}

/** "Peru can't be bound while Chile is free": not that Chile can't be bound while Peru is free. */
function haveChangedParts(claim: Gist, pairs: Pairs, source: Gist): boolean {
  const clauses = new Map<number, number>();
  for (const [atom, { other }] of pairs)
    if (atom.side === "doing" || atom.side === "object") clauses.set(atom.region, other.region);
  if (clauses.size !== 2 || new Set(clauses.values()).size !== 2) return false;
  return [...clauses].every(([own, theirs]) => isModal(claim, own) !== isModal(source, theirs));
}

/** "Chile must tell them", "Chile must be told": who does it is not the one to whom it is done. */
export function hasChangedPlaces(
  atom: GistAtom,
  other: GistAtom,
  claim: Gist,
  source: Gist,
): boolean {
  const done = (gist: Gist, { bound }: GistAtom): string[] =>
    bound.flatMap((i) =>
      (gist.atoms[i]?.plain ? [] : (gist.atoms[i]?.senses ?? [])).flatMap((s) =>
        s.kind === "concept" ? [s.key] : [],
      ),
    );
  const own = done(claim, atom);
  const meets = (name: GistAtom): boolean => done(source, name).some((key) => own.includes(key));
  const sides = [atom.side, other.side];
  if (sides.includes("doing") && sides.includes("object") && meets(other)) return true;
  // "Guns against farmers", where the farmers of Chile are shot at: it is not Chile that does.
  const isVictim = (i: number): boolean =>
    ["object", "facing"].includes(source.atoms[i]?.side ?? "");
  const faces = claim.atoms.some((a) => a.side === "facing" && a.senses[0]?.kind === "class");
  if (atom.side === "doing" && other.side === "undergoing" && faces && other.bound.some(isVictim))
    return true;
  // "It put Chile in a bind": it was another that the statement has there.
  const others = source.atoms.filter((a) => a !== other && meets(a));
  // "Chile does not side with Peru": those who came out against both are others.
  if (
    atom.side === "doing" &&
    !meets(other) &&
    others.some((a) => a.side === "doing" && isName(a) && !isIn(claim, a))
  )
    return true;
  return (
    atom.side === "object" &&
    (other.side === "doing"
      ? !meets(other) && others.some((a) => a.side === "object" || isName(a))
      : other.side === null &&
        others.some(
          (a) =>
            a.side === "doing" &&
            isName(a) &&
            done(source, a).some((key) => own.includes(key) && done(source, other).includes(key)),
        ))
  );
}

function isName(atom: GistAtom): boolean {
  return atom.senses[0]?.kind === "entity";
}

/** Does a sentence speak of somebody? */
function isIn({ atoms }: Gist, name: GistAtom): boolean {
  return atoms.some((a) => a.senses.some((s) => s.key === name.senses[0]?.key));
}

/** "Their army shelled it": it is not the army that was shelled. */
export function isTurnedOn(atom: GistAtom, other: GistAtom): boolean {
  if (atom.side !== "doing") return false;
  return other.side === "facing" || (other.side === "object" && !isConcept(atom));
}

/** "They can't be free while we are bound": does each of two stand where the statement has the other? */
function haveCrossed(claim: Gist, source: Gist, pairs: Pairs): boolean {
  const names = [...pairs].filter(([a, { other }]) => isName(a) && isName(other));
  const keysAt = (gist: Gist, { bound }: GistAtom): string[] =>
    bound.flatMap((i) =>
      (gist.atoms[i]?.plain ? [] : (gist.atoms[i]?.senses ?? [])).map((s) => s.key),
    );
  const crosses = (own: readonly string[], theirs: readonly string[]): boolean =>
    own[0] !== own[1] && own[0] === theirs[1] && own[1] === theirs[0];
  return names.some(([a, { other: x }], i) =>
    names.slice(i + 1).some(([b, { other: y }]) => {
      if (x.senses[0]?.key === y.senses[0]?.key) return false;
      const sides = [a, b, x, y].map((n) => n.side ?? "");
      if (!sides.includes("") && crosses(sides.slice(0, 2), sides.slice(2))) return true;
      const meets = (n: GistAtom, o: GistAtom): boolean => {
        const there = keysAt(source, o);
        return keysAt(claim, n).some((key) => there.includes(key));
      };
      return meets(a, y) && meets(b, x) && !meets(a, x) && !meets(b, y);
    }),
  );
}

/** Does the statement have the same in another's place? */
export function isMisplaced(
  atom: GistAtom,
  other: GistAtom,
  claim: Gist,
  source: Gist,
  world: World,
): boolean {
  return atom.senses.some((sense) =>
    other.senses.some(
      (theirs) =>
        compareSenses(sense, theirs, world) === "equal" &&
        (sense.kind === "entity"
          ? hasChangedPlaces(atom, other, claim, source)
          : isTurnedOn(atom, other)),
    ),
  );
}
