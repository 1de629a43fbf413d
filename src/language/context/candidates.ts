/** Whom and what a pronoun can stand for. */
import type { Word } from "../words/words.ts";
import type { Said } from "./discourse.ts";
import type { Mention, Pronoun } from "./types.ts";

/** A pronoun where it stands. */
export interface Occurrence {
  readonly word: Word;
  readonly pronoun: Pronoun;
  readonly group: string;
}

/** Somebody or something that a pronoun can stand for. */
export interface Candidate {
  readonly mention: Mention;
  readonly near: boolean;
  /** It is named after the pronoun. */
  readonly later?: boolean;
}

/** How many sentences back what is meant may stand. */
const NEAR = 3;
const PHRASE_OPENERS =
  /^(?:in|with|by|at|on|for|from|under|through|after|before|despite|according to|as part of) $/iu;

export function fits(mention: Mention, { number, of }: Pronoun): boolean {
  if (number === "one" && mention.plural) return false;
  if (number === "many" && !mention.plural) return false;
  if (of === "person" || of === "state") return mention.kind === of;
  return of === "any" || mention.kind !== "person";
}

/** "Once it is law, the step will …": what the main clause begins with. */
export function laterNamed(
  { word, pronoun }: Occurrence,
  own: readonly Mention[],
  text: string,
): Candidate[] {
  // "In its statement the ministry said …".
  if (pronoun.possessive && PHRASE_OPENERS.test(text.slice(0, word.start))) {
    const subject = own.find(
      (m) => m.start > word.end && m.kind !== "unknown" && m.kind !== "event",
    );
    return subject && fits(subject, pronoun) ? [{ mention: subject, near: true, later: true }] : [];
  }
  const clause =
    /^(?:once|when|whenever|after|before|until|unless|as soon as|now that|given that|because|even (?:if|though)|if|as|since|while|although|though)\b[^,]*, /iu.exec(
      text,
    )?.[0];
  if (clause === undefined || word.start > clause.length) return [];
  const mention = own.find((m) => m.start >= clause.length && m.start <= clause.length + 4);
  return mention && fits(mention, pronoun) ? [{ mention, near: true, later: true }] : [];
}

/** "And Chile?" "They have left, too. They have …": the one state that is spoken of as "they". */
function severalOf([last]: readonly Said[]): Mention | undefined {
  if (last?.role === "statement" && /^(?:\p{L}+, )?they\b/iu.test(last.written))
    return last.mentions.slice(0, 1).find(isState);
  const isWritten = ({ text }: Mention): boolean => last?.written.includes(text) === true;
  const asked = last?.role === "question" ? last.mentions.filter(isWritten) : [];
  const [sole, ...more] = asked.filter(isState);
  return more.length === 0 && !asked.some(isSeveral) ? sole : undefined;
}

const isState = ({ kind, ids, list }: Mention): boolean =>
  kind === "state" && ids.length === 1 && !list;
const isSeveral = ({ plural, kind }: Mention): boolean => plural && kind !== "weapon";

/** "Chile's reply, the minister says, …": rather somebody who is named than whose thing that is. */
function withoutOwner(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const [owner, ...rest] = mentions;
  const [next] = rest;
  // "A deputy, Ann Smith, said …", "the neighbour, Peru": they have a name.
  const isApposed =
    owner?.ids.length === 0 &&
    !owner.plural &&
    next !== undefined &&
    next.ids.length > 0 &&
    !next.list &&
    text.slice(owner.end, next.start) === ", " &&
    /^[,.?!]/u.test(text.slice(next.end));
  if (isApposed || (owner?.kind === "person" && owner.ids.length === 0 && next?.kind === "person"))
    if (next.ids.length > 0 && text.slice(owner.end, next.start) === ", ") return rest;
  if (!owner || !/^['’]/u.test(text.slice(owner.end))) return mentions;
  const named = rest.findIndex((m) => m.ids.length > 0);
  return [...rest.slice(0, named + 1), owner, ...rest.slice(named + 1)];
}

export function candidatesFor(
  { pronoun }: Occurrence,
  own: readonly Mention[],
  said: readonly Said[],
  topic: readonly Mention[],
): Candidate[] {
  const found: Candidate[] = [];
  const subject = own.find((m) => !m.list);
  const add = (mention: Mention, near: boolean): void => {
    if (!fits(mention, pronoun) || found.some((c) => c.mention.text === mention.text)) return;
    if (subject && mention.ids.length > 0 && mention.ids.join() === subject.ids.join()) return;
    found.push({ mention, near });
  };
  const look = (from: number, to?: number): void =>
    said.slice(from, to).forEach(({ text, mentions }, back) => {
      // What the text is about is never far.
      for (const mention of withoutOwner(text, mentions))
        add(mention, from + back === 0 || topic.some((m) => m.text === mention.text));
    });
  const one = pronoun.number === "many" ? severalOf(said) : undefined;
  if (one) found.push({ mention: one, near: true });
  look(0, NEAR);
  if (found.length === 0 && pronoun.number === "many") look(NEAR);
  // "The ministry agrees. They also say …": those of a body.
  if (pronoun.number === "many" && found.every((c) => c.mention.ids.length === 0))
    for (const { mentions } of said.slice(0, NEAR))
      for (const m of mentions)
        if (m.kind === "body" && m.ids.length > 0 && !found.some((c) => c.mention.text === m.text))
          found.push({ mention: m, near: true });
  for (const mention of topic) add(mention, true);
  // "Chile wants out. Doesn't their parliament get a say?"
  if (pronoun.number === "many" && pronoun.possessive && found.length === 0) {
    const states = said.slice(0, 2).flatMap(({ mentions }) => mentions.filter(isState));
    const [owner] = states;
    if (owner && states.every(({ text }) => text === owner.text))
      found.push({ mention: owner, near: true });
  }
  return found;
}
