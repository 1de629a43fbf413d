/** The gist of a sentence, put together from its words, sides and denials. */
import type { Gist, Mode, Speaker } from "../../../meaning.ts";
import { isBecoming, isCounterfactual } from "../clause/aspect.ts";
import { deniesUnsaid } from "../clause/negation.ts";
import { regionsOf } from "../clause/regions.ts";
import type { Context } from "../context.ts";
import { childrenBy, markOf, type Node, senseOf } from "../parse/tree.ts";
import { isAnybody, isOneThatHasNot, isWhoever } from "./anybody.ts";
import { blocks } from "./blocks.ts";
import { denialsIn } from "./denials.ts";
import { keysOf } from "./keys.ts";
import { sidesOf } from "./points.ts";
import { speakerIn } from "./speaker.ts";
import { wordsOf } from "./words.ts";

/**
 * What a sentence speaks of, without its structure: every word with all that it can stand for,
 * which clause it stands in, and what names are joined to. Statements whose parts stand in other
 * places ("gave Japan an edge", "Japan's gain was an edge") have the same gist.
 */
export function gistOf(
  nodes: readonly Node[],
  flips: number,
  framed: Speaker | null,
  context: Context,
): Gist {
  const regions = regionsOf(nodes, context);
  const said = framed ? null : speakerIn(nodes, regions, context);
  const modes = regions.map((r) =>
    r.nodes.flatMap((n): Mode[] => (n.rel === "aux" || isHaveTo(n) ? modeOf(n, context) : [])),
  );
  const { atoms, places, when, unclear } = wordsOf(nodes, regions, said, context);
  const { sides, bound } = sidesOf(places, atoms, context);
  const blocked =
    unclear || nodes.some((n) => blocks(n, context) || deniesUnsaid(n, regions, context));
  const keys = regions.flatMap((r) => keysOf(r, places, atoms, context));
  return {
    atoms: atoms.map((atom, i) => ({ ...atom, bound: bound[i] ?? [], key: keys.includes(i) })),
    sides,
    denials: denialsIn(regions, places, said?.verb ?? null, context),
    modes,
    main: regions.findIndex((r) => r.head.head === null),
    // "commenced in May": when it began.
    when:
      atoms.some((a) => a.modes.includes("begun")) || regions.some((r) => isBecoming(r, context))
        ? when.map((w) => (w.relation === "in" ? { ...w, beginning: true } : w))
        : when,
    flips: flips + (said?.speaker.denied ? 1 : 0),
    speaker: framed ?? said?.speaker ?? null,
    reports:
      framed !== null ||
      said !== null ||
      nodes.some((n) => [...n.senses].some((s) => s.kind === "speech")),
    blocked,
    ...(nodes.some((n) => isAnybody(n, context)) ? { anybody: true } : {}),
    ...(nodes.some((n) => isOneThatHasNot(n, context) || isWhoever(n, context))
      ? { existential: true }
      : {}),
  };
}

/** "has to use it", which is as good as "must", unlike "had to", which tells that it was done. */
function isHaveTo(node: Node): boolean {
  const operator = senseOf(node, "operator");
  return (
    operator?.mode === "required" &&
    !operator.negated &&
    /^(?:have|need)$/u.test(node.lemma) &&
    node.upos === "VERB" &&
    node.xpos !== "VBD" &&
    childrenBy(node, "xcomp").some((c) => markOf(c) === "to")
  );
}

function modeOf(aux: Node, context: Context): Mode[] {
  if (context.grammar.opinion.includes(aux.lower)) return ["urged"];
  if (isCounterfactual(aux, context)) return ["possible"];
  // "would never join" is to come, "would never smoke" tells what is so.
  const act = aux.head && senseOf(aux.head, "event");
  if (
    context.grammar.counterfactual.includes(aux.lower) &&
    context.relations.get(act?.concept ?? "")?.once === true &&
    aux.head?.children.some((c) => context.grammar.negations.includes(c.lower))
  )
    return ["planned"];
  const mode = isHaveTo(aux) ? "required" : context.grammar.modals[aux.lower];
  return mode ? [mode] : [];
}
