/** How far what a clause tells has come, and when: tense, beginning, state. */
import type { Mode } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import { childrenBy, type Node, senseOf } from "../parse/tree.ts";
import type { Clause } from "./core.ts";
import { tenseOf } from "./predicates.ts";
import type { Region } from "./regions.ts";

/** How far along what a clause tells is, by its modal words (in their order), its verb and its tense. */
export function modeOf({ region, core, context }: Clause, modes: readonly Mode[]): Mode {
  if (region.nodes.some((n) => isCounterfactual(n, context))) return "possible";
  const tense = isTold(region.head, core.node)
    ? null
    : tenseOf(tenseBearer(region, core.node), core.node, context.grammar["same-past"]);
  // "is trying to leave": it has set about it; "tried to leave" may have failed.
  const said = modes.length > 0 ? strongest(modes) : (core.mode ?? tense ?? "fact");
  const { stages } = context.relations.get(core.concept) ?? {};
  return said === "tried" && stages && tense !== "done" ? "begun" : said;
}

/** "would have left": it did not, or nobody says so. */
export function isCounterfactual(aux: Node, { grammar }: Context): boolean {
  return (
    aux.rel === "aux" &&
    grammar.counterfactual.includes(aux.lower) &&
    (aux.head?.children.some((c) => c.rel === "aux" && c.lower === "have") ?? false)
  );
}

function strongest(modes: readonly Mode[]): Mode {
  for (const mode of [
    "urged",
    "considered",
    "required",
    "possible",
    "expected",
    "planned",
    "stopped",
    "begun",
    "continued",
    "done",
  ] as const) {
    if (modes.includes(mode)) return mode;
  }
  return modes[0] ?? "fact";
}

/** "described the exit as hard": when it was told says nothing of when the exit was. */
function isTold(head: Node, core: Node): boolean {
  return (
    head !== core &&
    core.upos !== "VERB" &&
    core.upos !== "AUX" &&
    head.upos === "VERB" &&
    senseOf(head, "speech") !== null
  );
}

/** "portrayed the pullout as …": a verb of saying bears its own tense, not that of what it is about. */
function tenseBearer(region: Region, core: Node): Node {
  const says =
    region.head !== core && senseOf(region.head, "speech") !== null && region.head.upos === "VERB";
  return says ? core : region.head;
}

/** Does a word of the clause say that it began? Then its times are those of the beginning. */
export function beginsIn(carriers: readonly Node[]): boolean {
  return carriers.some((n) => senseOf(n, "operator")?.mode === "begun");
}

/** "became massive in 2022": when it has been so from. */
export function isBecoming({ head }: Region, { grammar }: Context): boolean {
  return head.upos === "VERB" && grammar.becoming.includes(head.lemma);
}

/** "was first used in 2014": that is when it began. */
export function isFirstTime(
  region: Region,
  core: Node,
  carriers: readonly Node[],
  { lexicon }: Context,
): boolean {
  return region.nodes.some(
    (n) =>
      n.rel === "advmod" &&
      n.index > 0 &&
      n.head !== null &&
      n.head.upos === "VERB" &&
      (n.head === core || carriers.includes(n.head)) &&
      (lexicon.words.a.get(n.lower) ?? []).some(
        (s) => s.kind === "quality" && s.concept === FIRST && !s.negated,
      ),
  );
}

/** The concept of being the first of its kind. */
const FIRST = "first";

/** "was in force": a state, not what brought it about. */
export function isState(core: Node): boolean {
  return core.rel === "case" || childrenBy(core, "cop").length > 0;
}

export function perfectOf(region: Region): "present" | "past" | null {
  const have = region.nodes.find(
    (n) =>
      n.rel === "aux" &&
      (n.lemma === "have" ||
        // "it's been in force"
        (n.lower === "'s" && region.nodes.some((o) => o.lower === "been" && o.index > n.index))),
  );
  return have ? (have.xpos === "VBD" ? "past" : "present") : null;
}
