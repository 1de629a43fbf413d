/** What the parser is given for a unit. */
import type { TokenInput } from "../../syntax/index.ts";
import type { Unit } from "../../units/units.ts";

/** What the parser may know beforehand: names are proper nouns, dates and numbers are numbers. */
export function inputOf(unit: Unit): TokenInput {
  if (unit.group) return { form: unit.group.head, upos: "PROPN", xpos: "NNPS" };
  if (unit.name) {
    if (unit.name.usage === "adjective") return { form: unit.form };
    if (unit.name.weak)
      return {
        form: unit.form.split(" ").at(-1) ?? unit.form,
        upos: "NOUN",
        xpos: /s$/u.test(unit.form) ? "NNS" : "NN",
      };
    return { form: unit.form, upos: "PROPN" };
  }
  if (unit.time) return { form: unit.form, upos: "PROPN" };
  if (unit.quantity)
    return unit.quantity.kind === "label"
      ? { form: unit.form, upos: "PROPN" }
      : { form: unit.form, upos: "NUM" };
  if (unit.isVerb) return { form: unit.form, upos: "VERB", xpos: "VBZ" };
  const poses = new Set(unit.senses.map((s) => s.pos));
  if (poses.size === 1 && poses.has("v")) {
    const passive = / (?:(?<now>is|are)|was|were|been) /u.exec(unit.lower);
    const xpos = passive ? (passive.groups?.now ? "VBZ" : "VBD") : undefined;
    return { form: headWord(unit), upos: "VERB", ...(xpos ? { xpos } : {}) };
  }
  if (poses.size === 1 && poses.has("n")) return { form: headWord(unit), upos: "NOUN" };
  if (poses.size === 1 && poses.has("a")) return { form: headWord(unit), upos: "ADJ" };
  return { form: headWord(unit) };
}

/** The word of a phrase that inflects, so that the tagger sees its ending: the first. */
function headWord(unit: Unit): string {
  if (unit.senses.length === 0) return unit.form;
  const words = unit.form.split(" ");
  const noun = unit.senses.every((s) => s.pos === "n");
  return (noun ? words.at(-1) : words[0]) ?? unit.form;
}
