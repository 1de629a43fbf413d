/** The words of a clause that carry its event: operators, light verbs, verbs of saying. */
import type { Mode, Speaker } from "../../../meaning.ts";
import { childrenBy, isBelow, markOf, type Node, senseOf } from "../parse/tree.ts";
import { type Clause, type Core, isCopular } from "./core.ts";
import { demands, eventOf, isLight, isLooseThing, isOperator } from "./predicates.ts";
import type { Region } from "./regions.ts";
import { saysNot, subjectSpeaker, URGING } from "./speakers.ts";

/** What the carrying words of a clause are and say. */
export interface Carried {
  /** Words that have found their place: the event, what carries it, who speaks. */
  readonly used: ReadonlySet<Node>;
  readonly carriers: readonly Node[];
  /** Whether it is demanded, planned, begun, …, in the order of the words that say so. */
  readonly modes: readonly Mode[];
  /** How often they turn the event round. */
  readonly flips: number;
  readonly speaker: Speaker | null;
  /** The verb of saying that has the speaker. */
  readonly saying: Node | null;
}

/** Finds what carries the event of a clause ("failed to", "began to", "said to"). */
export function readCarriers({ region, content, core, context, whole }: Clause): Carried {
  const used = new Set<Node>([core.node]);
  const carriers: Node[] = [];
  const modes: Mode[] = [];
  let flips = core.negated ? 1 : 0;
  let speaker: Speaker | null = null;
  let saying: Node | null = null;
  const carry = (node: Node): void => {
    used.add(node);
    carriers.push(node);
  };
  if (core.carrier) carry(core.carrier);
  if (content.some((n) => demands(n, context))) modes.push("required");
  for (const node of content) {
    if (used.has(node)) continue;
    const operator = senseOf(node, "operator");
    // In a sentence taken as one clause the parse is mistrusted: an operator is one wherever it hangs.
    // "The decree requires ratification": it is the duty of what it governs.
    const governs = operator?.mode === "required" && isBelow(core.node, node);
    if (operator && (isOperator(node, context) || (whole && (governs || !eventOf(node))))) {
      carry(node);
      if (operator.negated && isBeside(core.node, node)) continue;
      if (operator.negated) flips++;
      // "urged them to stay": they are to stay, the one who urges only speaks.
      const asks = operator.mode === "urged" && senseOf(node, "speech") && isAskingSomebody(node);
      const asking = asks ? subjectSpeaker(node, context) : null;
      speaker ??= asking?.speaker ?? null;
      for (const n of asking?.nodes ?? []) used.add(n);
      const bears = isBelow(core.node, node) || whole;
      if (operator.mode && bears && !isTakenForGranted(node, operator.mode, core, region))
        modes.push(operator.mode);
    } else if (isLight(node, context) || isCopular(node, context)) {
      carry(node);
    } else if (isSaying(node, core)) {
      carry(node);
      const found = subjectSpeaker(node, context);
      if (found && speaker === null) {
        speaker = { ...found.speaker, denied: saysNot(node, region, context) };
        saying = node;
        if (asksForEvent(node, core)) modes.push("urged");
      } else if (senseOf(node, "speech")?.name === "deny") flips++;
      for (const n of found?.nodes ?? []) used.add(n);
    }
  }
  return { used, carriers, modes, flips, speaker, saying };
}

/** "to stop the war and save lives": the stopping is no part of the saving. */
function isBeside(core: Node, operator: Node): boolean {
  const joined = childrenBy(operator, "conj").filter(
    (c) => c.upos === "VERB" && childrenBy(c, "cc").some((cc) => cc.lower === "and"),
  );
  return joined.some((c) => c === core || isBelow(core, c));
}

/** "the requisite vote was held": that it is needed goes without saying. */
function isTakenForGranted(node: Node, mode: Mode, core: Core, region: Region): boolean {
  return (
    mode === "required" &&
    node.rel === "amod" &&
    node.head === core.node &&
    region.head !== core.node
  );
}

/** A verb of saying, or a noun for it that names no event besides. */
function isSaying(node: Node, core: Core): boolean {
  return (
    senseOf(node, "speech") !== null &&
    node !== core.node &&
    (node.upos === "VERB" || !(eventOf(node) || isLooseThing(node)))
  );
}

/** "asked them to join" tells nothing of whether they did. */
function asksForEvent(node: Node, core: Core): boolean {
  return (
    URGING.has(senseOf(node, "speech")?.name ?? "") &&
    ["xcomp", "advcl"].includes(core.node.rel) &&
    markOf(core.node) === "to"
  );
}

/** "urged Chile to stay", unlike "asked to leave". */
function isAskingSomebody(node: Node): boolean {
  return (
    node.upos === "VERB" &&
    childrenBy(node, "obj", "iobj", "obl").some((c) => c.unit.name !== null || c.upos === "NOUN")
  );
}
