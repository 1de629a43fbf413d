/** What the comparison saw, for `--explain`: what was read and the facts that come nearest. */
import type { Item, Meaning, Proposition, Term } from "../meaning.ts";
import { compareGists } from "./gist/compare.ts";
import { nearestFact } from "./match.ts";
import type { Facts } from "./simple.ts";
import type { World } from "./types.ts";

const SHOWN = 3;

/**
 * Tells how a sentence was understood: a line for each thing said, then the facts about the same
 * event and the statements nearest to the whole, each with what keeps it from deciding.
 *
 * @returns plain text, one step a line
 */
export function explainMeaning(meaning: Meaning, facts: Facts, world: World): string[] {
  if (meaning.parts) {
    return meaning.parts.flatMap((part, i) => [
      `part ${i + 1}${meaning.denied ? " (what the parts say together is denied)" : ""}`,
      ...explainMeaning(part, facts, world),
    ]);
  }
  const lines: string[] = [];
  for (const proposition of meaning.propositions) {
    lines.push(`says: ${showProposition(proposition)}`);
    const near = nearestFact(proposition, facts.index.of(proposition.concept), world);
    if (near) lines.push(`  near: ${near.fact.statement}${lacking(near.lacks.join(", "))}`);
  }
  for (const alternative of meaning.alternatives)
    lines.push(`or says: ${showProposition(alternative)}`);
  if (meaning.unread.length > 0) lines.push(`not read: ${meaning.unread.join(", ")}`);
  if (meaning.gist.blocked) return lines;
  return [...lines, ...nearestGists(meaning, facts, world)];
}

function nearestGists(meaning: Meaning, facts: Facts, world: World): string[] {
  const { gist } = meaning;
  const atoms = gist.atoms.map((a) => (a.key ? `*${a.text}` : a.plain ? `(${a.text})` : a.text));
  const compared = [...facts.gists.values()].map((candidate) => {
    const found = compareGists(gist, candidate, facts.gists, world);
    return { candidate, found, shared: sharedKeys(meaning, candidate.gist.atoms) };
  });
  compared.sort((a, b) => b.shared - a.shared);
  return [
    `speaks of: ${atoms.join(", ")}`,
    ...compared.slice(0, SHOWN).map(({ candidate, found }) => {
      const statement = candidate.fact.statement;
      return "lacks" in found
        ? `  near: ${statement}${lacking(found.lacks)}`
        : `  ${found.bearing.value}: ${statement} (${found.share.toFixed(2)})`;
    }),
  ];
}

function sharedKeys(meaning: Meaning, atoms: Meaning["gist"]["atoms"]): number {
  const keys = new Set(atoms.flatMap((a) => a.senses.map((s) => s.key)));
  const own = meaning.gist.atoms.filter((a) => a.senses.some((s) => keys.has(s.key))).length;
  return own / Math.sqrt(1 + atoms.length);
}

function lacking(what: string): string {
  return what === "" ? "" : `; it has nothing on: ${what}`;
}

/** One thing that is said, as `not leave/begun agent:norway theme:club in March; said by …`. */
function showProposition(p: Proposition): string {
  const parts = [
    `${p.sign < 0 ? "not " : ""}${p.concept}/${p.mode}${p.denied ? " (denied)" : ""}`,
    ...p.items.map(showItem),
    ...p.when.map((w) => `${w.relation} ${w.text}${w.beginning ? " (the beginning)" : ""}`),
    ...p.distances.map((d) => `${d.direction} ${d.text}`),
  ];
  const speaker = p.speaker
    ? `; ${p.speaker.denied ? "denied" : "said"} by ${showTerm(p.speaker.term)}`
    : "";
  return `${parts.join(" ")}${speaker}`;
}

function showItem(item: Item): string {
  const { quantifier } = item;
  const number = quantifier
    ? `[${quantifier.kind === "count" ? quantifier.count.text : quantifier.kind}]`
    : "";
  const except = item.except.length > 0 ? ` besides ${item.except.join(", ")}` : "";
  const among = (item.among ?? []).map((p) => ` {${showProposition(p)}}`).join("");
  return `${">".repeat(item.depth)}${item.role}:${number}${showTerm(item.term)}${except}${among}`;
}

function showTerm(term: Term): string {
  switch (term.kind) {
    case "entity":
      return term.id;
    case "set":
      return term.members.join("+");
    case "label":
      return `${term.noun} ${term.value}`;
    case "word":
      return `"${term.lemma}"`;
    case "class":
      return `a ${term.concept}`;
    case "gap":
      return "they";
    default:
      return `${term.negated ? "not " : ""}${term.concept}`;
  }
}
