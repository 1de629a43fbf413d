import type { Gazetteer, Known } from "../units/gazetteer.ts";
import type { Discourse, Said } from "./discourse.ts";
import { PLURAL_KINDS } from "./nouns.ts";
import type { Mention } from "./types.ts";

/**
 * Takes an ordinary noun for the thing of the base that it describes and that was spoken of not long
 * ago: "the text" after "the decree", "the lawmaker" after his name. Others stay what they are.
 *
 * @param discourse what was said before
 */
export function asKnown(mention: Mention, discourse: Discourse, gazetteer: Gazetteer): Mention {
  const word = /^the (?<noun>\p{Ll}+)$/u.exec(mention.text)?.groups?.noun;
  const isOpen = mention.ids.length === 0 && !mention.foreign && mention.borrows === null;
  if (word === undefined || !isOpen || mention.kind === "event") return mention;
  // "These devices": what is always spoken of as several.
  const noun = mention.plural ? word.replace(/s$/u, "") : word;
  const described = describedBy(noun, gazetteer).filter(
    ({ kind }) => PLURAL_KINDS.has(kind) === mention.plural,
  );
  for (const said of discourse.said) {
    const { mentions } = said;
    const met = described.filter(({ id }) => mentions.some((m) => !m.list && m.ids.includes(id)));
    // "He signed a decree on the treaty. The text …": rather what it told of for the first time.
    const fresh = met.filter(({ id }) =>
      mentions.some((m) => m.ids.includes(id) && isNew(m, said)),
    );
    const [known, ...more] = fresh.length === 1 ? fresh : met;
    if (!known) continue;
    // Of two of a kind that were named together, it is open which is meant.
    if (more.length > 0 || discourse.isAnother(known.id)) return mention;
    return { ...mention, ids: [known.id], kind: known.kind, text: known.name };
  }
  return mention;
}

/** "a decree", "a short decree". */
function isNew({ start }: Mention, { text }: Said): boolean {
  return /\ban? (?:\p{Ll}+ )?$/iu.test(text.slice(0, start)) || /^an? /iu.test(text.slice(start));
}

const byNoun = new WeakMap<Gazetteer, Map<string, Known[]>>();

function describedBy(noun: string, gazetteer: Gazetteer): readonly Known[] {
  let nouns = byNoun.get(gazetteer);
  if (!nouns) {
    nouns = new Map();
    for (const known of gazetteer.entities.values())
      if (known.inBase && known.kind !== "state" && known.kind !== "group")
        for (const one of known.nouns) nouns.set(one, [...(nouns.get(one) ?? []), known]);
    byNoun.set(gazetteer, nouns);
  }
  return nouns.get(noun) ?? [];
}
