/** Words as participants of an event. */
import type { Item, Proposition } from "../../../meaning.ts";
import type { Context } from "../context.ts";
import type { Kin } from "../groups/groups.ts";
import type { Node } from "../parse/tree.ts";
import { exceptionsOf, quantifierOf } from "./quantifier.ts";
import { groupTerm, termOf } from "./terms.ts";

/** A word as a participant; a list of names gives one for each, unless a quantifier speaks of all of them. */
export function itemsOf(node: Node, role: string, depth: number, context: Context): Item[] {
  const group = node.unit.group;
  // "only soldiers": the quantifier of the soldiers has it.
  if (depth > 0 && context.grammar.only.includes(node.lower)) return [];
  if (!group) {
    const term = termOf(node, context);
    // "The exit of the Benelux states": of each of them.
    const members =
      depth > 0 && term?.kind === "entity" && node.head?.senses.some((s) => s.kind === "event")
        ? (context.gazetteer.entities.get(term.id)?.members ?? [])
        : [];
    if (members.length > 0) return members.map((id) => entityItem(id, role, depth, context));
    return term
      ? [
          {
            role,
            term,
            depth,
            quantifier: quantifierOf(node, context),
            except: exceptionsOf(node, context),
            text: node.form,
          },
        ]
      : [];
  }
  if (group.concept === null && (group.quantifier === null || depth > 0)) {
    return group.members.map((id) => ({
      ...entityItem(id, role, depth, context),
      list: node.index,
    }));
  }
  return [
    {
      role,
      term: groupTerm(group),
      depth,
      quantifier: group.quantifier,
      except: group.except,
      including: group.including,
      among: group.kin
        ? [kinship(group.kin, context)]
        : group.concept === context.grammar.rules.bound[0] && group.quantifier?.kind !== "count"
          ? [membership(context)]
          : undefined,
      text: node.form,
    },
  ];
}

function entityItem(id: string, role: string, depth: number, context: Context): Item {
  const known = context.gazetteer.entities.get(id);
  return {
    role,
    term: { kind: "entity", id, type: known?.kind ?? "" },
    depth,
    quantifier: null,
    except: [],
    text: known?.name ?? id,
  };
}

/** "None of the members": those who have joined. */
function membership({ grammar }: Context): Proposition {
  return {
    concept: grammar.rules.membership,
    sign: 1,
    mode: "fact",
    items: [
      {
        role: "agent",
        term: { kind: "gap" },
        depth: 0,
        quantifier: null,
        except: [],
        text: "they",
      },
    ],
    when: [],
    distances: [],
    speaker: null,
    text: grammar.rules.membership,
  };
}

/** "the allies of Chile": each of them is one to Chile. */
function kinship({ concept, of }: Kin, context: Context): Proposition {
  const item = { depth: 0, quantifier: null, except: [] };
  const type = context.gazetteer.entities.get(of)?.kind ?? "";
  return {
    concept,
    sign: 1,
    mode: "fact",
    items: [
      { ...item, role: "agent", term: { kind: "gap" }, text: "they" },
      { ...item, role: "of", term: { kind: "entity", id: of, type }, text: of },
    ],
    when: [],
    distances: [],
    speaker: null,
    text: concept,
  };
}
