/** What is required, and for what. */
import type { Item, Proposition } from "../../../meaning.ts";
import type { Context } from "../context.ts";

/** The conditions as what is, or is not, required; for what, unless that goes without saying. */
export function requirements(
  conditions: readonly Proposition[],
  sign: 1 | -1,
  main: Proposition,
  outcome: boolean,
  context: Context,
): readonly Proposition[] {
  const aim: Item = {
    role: "aim",
    term: { kind: "event", concept: main.concept, negated: false },
    depth: 0,
    quantifier: null,
    except: [],
    text: main.text,
  };
  // Who brings it about is no participant of it: a person doesn't leave, a country does.
  const kinds = context.relations.get(main.concept)?.roles.agent;
  const about = main.items
    .filter(
      (i) =>
        (i.term.kind === "entity" &&
          i.term.type !== "person" &&
          (i.role !== "agent" || kinds === undefined || kinds.includes(i.term.type))) ||
        // "The law takes effect only after a vote": not just anything does.
        (i.term.kind === "class" && i.depth === 0),
    )
    .map((i): Item => ({ ...i, role: "aim", depth: 1 }));
  return conditions.map((p) => ({
    ...p,
    mode: "required",
    sign: p.sign < 0 ? (-sign as 1 | -1) : sign,
    items: [...p.items, ...(outcome ? [] : [aim]), ...about],
  }));
}

/** "for it to be official": what a requirement is for adds nothing where that is its whole point. */
export function dropOutcome(p: Proposition, context: Context): Proposition {
  if (p.mode !== "required") return p;
  const { outcomes } = context.grammar.conditions;
  return {
    ...p,
    items: p.items.filter(
      (i) =>
        !(
          (i.term.kind === "event" || i.term.kind === "quality") &&
          !i.term.negated &&
          outcomes.includes(i.term.concept)
        ),
    ),
  };
}
