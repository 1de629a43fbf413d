/** Who speaks in a sentence itself. */
import type { Speaker } from "../../../meaning.ts";
import type { Region } from "../clause/regions.ts";
import { ofCountry, saysNot } from "../clause/speakers.ts";
import { speakerTerm } from "../clause/terms.ts";
import type { Context } from "../context.ts";
import { sharesView } from "../frames/speaker.ts";
import { childrenBy, markOf, type Node, senseOf, subtree } from "../parse/tree.ts";
import { isAttitude } from "./atoms.ts";
import { SPEAKERS } from "./kinds.ts";

/** Who speaks, and in which words. */
export interface Said {
  readonly speaker: Speaker;
  readonly verb: Node;
  readonly nodes: ReadonlySet<Node>;
}

/** Who speaks in the sentence itself: the subject of a reporting verb. */
export function speakerIn(
  nodes: readonly Node[],
  regions: readonly Region[],
  context: Context,
): Said | null {
  for (const node of nodes) {
    const speech = senseOf(node, "speech");
    if (!speech || node.upos !== "VERB" || isAttitude(node, context)) continue;
    const subject =
      childrenBy(node, "nsubj").find((c) => c.subtype !== "pass") ??
      childrenBy(node, "obl").find((c) => markOf(c) === "by");
    const term = subject && speakerTerm(subject, context);
    if (!subject || !term) continue;
    if (term.kind === "entity" ? !SPEAKERS.has(term.type) : term.kind !== "class") continue;
    const own = subtree(subject).filter(
      (n) =>
        n === subject ||
        ["compound", "flat", "appos", "amod", "nmod", "det", "conj"].includes(n.rel),
    );
    const region = regions.find((r) => r.nodes.includes(node));
    const denied = region !== undefined && saysNot(node, region, context);
    return {
      speaker: {
        term: ofCountry(subject, term, context),
        text: own.map((n) => n.form).join(" "),
        denied,
        ...(sharesView(node.lower, context) ? { shared: "view" as const } : {}),
      },
      verb: node,
      nodes: new Set(own),
    };
  }
  return null;
}
