/** Words in quotation marks of somebody whom no base knows: `"We are leaving," said Ann Koval`. */
import { type Speaker, STRANGER } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { speakerFrom } from "./speaker.ts";

const OPENING = /^(?:["“«„]|``)$/u;
const CLOSING = /^(?:["”»“]|'')$/u;
const END = /^[.!]$/u;
/** How many words a quotation has at least, and a name at most. */
const [SHORTEST, LONGEST] = [4, 3];

/** What is quoted, and who says it; null where it is no such sentence. */
export function strangersWords(
  units: readonly Unit[],
  context: Context,
): { readonly units: readonly Unit[]; readonly speaker: Speaker } | null {
  if (!OPENING.test(units[0]?.form ?? "")) return null;
  const close = units.findIndex((u, i) => i > 0 && CLOSING.test(u.form));
  const quoted = units.slice(1, units[close - 1]?.form === "," ? close - 1 : close);
  const told = units.slice(close + 1).filter((u, i) => i > 0 || u.form !== ",");
  if (close < 0 || quoted.length < SHORTEST || told.some((u) => CLOSING.test(u.form))) return null;
  const tail = END.test(told.at(-1)?.form ?? "") ? told.slice(0, -1) : told;
  const said = tail.findIndex((u) => u.speech && !u.name && /^\p{Ll}/u.test(u.form));
  if (said < 0 || (said > 0 && said < tail.length - 1)) return null;
  const who = said === 0 ? tail.slice(1) : tail.slice(0, said);
  const comma = who.findIndex((u) => u.form === ",");
  const name = who.slice(0, comma < 0 ? undefined : comma);
  if (!isStranger(name, context)) return null;
  // "said Ann Koval, a spokeswoman for the ministry": the ministry's words.
  const beside = comma < 0 ? null : speakerFrom(who.slice(comma + 1), context);
  const body = beside?.term.kind === "entity" && beside.term.type === "body" ? beside.term : null;
  const text = name.map((u) => u.form).join(" ");
  const term = body ?? ({ kind: "entity", id: `${STRANGER}${text}`, type: "person" } as const);
  return { units: quoted, speaker: { term, text, denied: false } };
}

/** A name of a person, by how it is written, that is no name or word that is known. */
function isStranger(units: readonly Unit[], { grammar, lexicon }: Context): boolean {
  const { n } = lexicon.words;
  const own = units.filter((u) => !grammar.courtesy.includes(u.lower.replace(/\.$/u, "")));
  return (
    own.length > 0 &&
    own.length <= LONGEST &&
    own.every(
      (u) =>
        /^\p{Lu}/u.test(u.form) && !u.name && !u.time && !u.classed && n.get(u.lower) === undefined,
    )
  );
}
