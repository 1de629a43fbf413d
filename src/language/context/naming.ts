import { nameCounted } from "./counted.ts";
import type { Discourse } from "./discourse.ts";
import { spellDoing } from "./doings.ts";
import type { Kit } from "./kit.ts";
import { asKnown } from "./known.ts";
import { mentionsOf } from "./mentions.ts";
import { ownerState } from "./others.ts";
import { bindPronouns } from "./pronouns.ts";
import { nameReferences } from "./references.ts";
import { capital } from "./strings.ts";
import { spellOne, spellTaken } from "./taken.ts";
import type { Binding, Mention, Standalone } from "./types.ts";

/** A sentence with what was put in for what it left out. */
export interface Start {
  readonly text: string;
  readonly bindings: readonly Binding[];
  readonly near: boolean;
}

/**
 * Puts names for all by which a sentence points to what was said before: pointing words, "do so",
 * counts, pronouns.
 *
 * @param topic what the text is about
 * @returns the ways to read it, the likeliest first, or the words that stay open
 */
export function nameAll(
  start: Start,
  discourse: Discourse,
  topic: readonly Mention[],
  isHeading: boolean,
  kit: Kit,
): readonly Standalone[] | { readonly open: string } {
  const plain = nameIn(start, discourse, topic, isHeading, kit);
  const thing = isHeading ? null : asThing(start, discourse, kit);
  if (thing === null) return plain;
  const named = nameIn(thing, discourse, topic, isHeading, kit);
  const readings = [named, plain].flatMap((r) => ("open" in r ? [] : r));
  return readings.length > 0 ? readings : plain;
}

/** "The body had met": the council of which the last sentences tell; null where it may be another. */
function asThing(start: Start, discourse: Discourse, kit: Kit): Start | null {
  const [subject] = mentionsOf(kit.analyse(start.text), kit);
  if (subject?.start !== SUBJECT || !/^(?:The|This|That) /u.test(start.text)) return null;
  const { ids, kind, text } = asKnown(subject, discourse, kit.gazetteer);
  const isMet = discourse.said
    .slice(0, 2)
    .some(({ mentions }) => mentions.some((m) => m.ids.length === 1 && m.ids[0] === ids[0]));
  const isActor = kind === "body" || kind === "person";
  if (subject.ids.length > 0 || ids.length !== 1 || !isActor || !isMet) return null;
  return {
    ...start,
    text: `${capital(text)}${start.text.slice(subject.end)}`,
    bindings: [...start.bindings, { words: start.text.slice(0, subject.end), means: text }],
  };
}

/** Where a noun stands behind the article at the beginning of a sentence. */
const SUBJECT = 4;

function nameIn(
  start: Start,
  discourse: Discourse,
  topic: readonly Mention[],
  isHeading: boolean,
  kit: Kit,
): readonly Standalone[] | { readonly open: string } {
  const { said } = discourse;
  const deed = topic.length > 0 ? kit.deed : null;
  const statesIn = (text: string): string[] => statesNamed(text, kit);
  const pointed = nameReferences(start.text, said, {
    ...kit,
    deed,
    statesIn,
    topic: topic[0]?.text ?? null,
  });
  if (pointed && "open" in pointed) return pointed;
  const done = spellDoing(pointed?.text ?? start.text, said, kit);
  if (done && "open" in done) return done;
  const taken = spellTaken(done?.text ?? pointed?.text ?? start.text, said, kit.data);
  const one = spellOne(taken?.text ?? done?.text ?? pointed?.text ?? start.text, said, kit.data);
  const named = one?.text ?? taken?.text ?? done?.text ?? pointed?.text ?? start.text;
  const counted = nameCounted(named, said, kit, discourse.states);
  if (counted && "open" in counted) return counted;
  const bound = [pointed, done, taken, one, counted].flatMap((n): Binding[] =>
    n ? [{ words: n.words, means: n.means, owner: n === counted && counted?.owner === true }] : [],
  );
  const now = counted?.text ?? named;
  const again = kit.analyse(now);
  const startsOf = (from: number, to: number): number[] =>
    again.words.slice(from, to).map((w) => w.start);
  const drafts = bindPronouns(
    now,
    again.words,
    mentionsOf(again, kit),
    isHeading ? discourse.titles : said,
    topic,
    new Set(again.units.flatMap((u) => (u.speech ? startsOf(u.from, u.from + 1) : []))),
    kit.data,
    new Set(again.units.flatMap((u) => (u.name ? startsOf(u.from, u.to) : []))),
    new Set(
      mentionsOf(again, kit).flatMap((m) =>
        m.bare && ownerState(m.ids[0], kit.gazetteer) !== null ? [m.start] : [],
      ),
    ),
  );
  if ("open" in drafts) return drafts;
  return drafts.map((d) => ({
    text: d.text,
    bindings: [...start.bindings, ...bound, ...d.bindings],
    denied: false,
    near: start.near && d.near,
    vague:
      d.vague === true || done?.vague === true || new RegExp(kit.data.whose, "iu").test(d.text),
    topical: d.topical === true && d.bindings.length > 0,
  }));
}

/** The states that a text names, those of its groups one by one. */
function statesNamed(text: string, kit: Kit): string[] {
  const membersOf = (id: string): readonly string[] => {
    const members = kit.gazetteer.entities.get(id)?.members ?? [];
    return members.length > 0 ? members : [id];
  };
  return mentionsOf(kit.analyse(text), kit).flatMap((m) => m.ids.flatMap(membersOf));
}
