import type { Place } from "../../types.ts";
import { ofTopic } from "./answers.ts";
import { spellBox } from "./boxes.ts";
import { Discourse, type Said } from "./discourse.ts";
import { spellOut } from "./ellipsis.ts";
import { completeFragment, spellListed } from "./fragments.ts";
import { isHypothetical } from "./hypotheses.ts";
import { type ContextTools, kitOf, type Placed } from "./kit.ts";
import { withEntryDate } from "./later.ts";
import { mentionsOf, type Names } from "./mentions.ts";
import { nameAll, type Start } from "./naming.ts";
import { returnTo, saidOf } from "./noting.ts";
import {
  anotherIn,
  elsewhereOf,
  isOfAnother,
  isOfSome,
  isOnAnother,
  ownerState,
  pointsElsewhere,
} from "./others.ts";
import { plainOf } from "./plain.ts";
import { clausesOf, isFiller, isLed, isTerm, stopsShort } from "./sorts.ts";
import { capital } from "./strings.ts";
import { happens, isPresent, SETTLED } from "./tense.ts";
import type { ContextData, InContext, Mention, Standalone } from "./types.ts";

export type { ContextTools, Placed } from "./kit.ts";

/** Follows a text, sentence by sentence, and says what each would say standing alone. */
export interface TextContext {
  /** The ways to read the next sentence; nothing is noted yet. */
  resolve(sentence: Placed): InContext;
  /** Does an introduction lack what its list gives ("It bans:")? */
  stopsShort(text: string): boolean;
  /** Is it a term that what follows completes: "Bans", "In force since"? */
  isTerm(sentence: Placed): boolean;
  /** The clauses of a sentence that can be judged one by one; null where it is one. */
  clausesOf(sentence: Placed): string[] | null;
  /** Does it only keep the talk going ("Hm.", "Let me see."): nothing that follows leans on it? */
  isFiller(sentence: Placed): boolean;
  /** Does it begin with an answer to what was asked ("Yes, but …")? */
  isLed(sentence: Placed): boolean;
  /** The text spoke of another thing before it came, under a heading of a level, to the base's. */
  beginAway(level: number): void;
  /** Notes how a sentence was read, for those that follow. */
  note(sentence: Placed, text: string, isQuestion: boolean, denied?: boolean): void;
}

/** Opens a text. */
export function openContext(tools: ContextTools): TextContext {
  const kit = kitOf(tools);
  const { data, gazetteer, isVerb } = kit;
  const discourse = new Discourse((id) => ownerState(id, gazetteer));
  let introduction: Said | null = null;
  let heading: Said | null = null;
  /** The introduction is a term of which the next item tells. */
  let isOfTerm = false;
  const isOpinion = new RegExp(data.opinion, "u");
  const topicOf = (): Mention[] =>
    kit.subject.flatMap((id) => {
      const known = gazetteer.entities.get(id);
      return known ? [topicMention(id, known.name, known.kind)] : [];
    });

  const resolve = (sentence: Placed): InContext => {
    const myth = new RegExp(data.labels.myth, "iu").exec(sentence.text);
    if (!myth) return resolvePlain(sentence);
    // "Myth: it is over." says that it is not.
    const rest = sentence.text.slice(myth[0].length);
    const told = resolvePlain({ ...sentence, text: capital(rest) });
    if (!("readings" in told) || myth.groups?.claim) return { opinion: true };
    return {
      ...told,
      readings: told.readings.map((r) => ({ ...r, denied: !r.denied })),
      myth: true,
    };
  };

  const resolvePlain = (sentence: Placed): InContext => {
    const { place, block } = sentence;
    discourse.enter(block, place === "heading" ? (sentence.level ?? 1) : undefined);
    const { plain, text, isLabelled, title } = plainOf(sentence, discourse, kit);
    const analysed = kit.analyse(text);
    const own = mentionsOf(analysed, kit);
    const lower = `${analysed.words.map((w) => w.lower).join(" ")} `;
    if (isOpinion.test(lower)) return { opinion: true };
    if (place !== "heading" && !text.trimEnd().endsWith("?"))
      if (isHypothetical(lower, block, discourse.said, data)) return { opinion: true };
    const another = anotherIn(own, analysed, discourse, kit, isLabelled);
    if (another !== null) return { open: another };
    const rest = {
      mixed:
        own.some((m) => m.foreign || (m.bare && discourse.isForeignSoil(m.ids[0] ?? ""))) ||
        isOfAnother(plain, own) ||
        isOfSome(text, own) ||
        isOnAnother(own, kit.subject) ||
        pointsElsewhere(plain, own, discourse.said, data),
      hearsay: isHearsay(lower, own, data),
      ahead: isAhead(plain, text, place) || new RegExp(data.condition, "iu").test(text),
      relative: new RegExp(data.relative, "iu").test(text) && !/\d{4}/u.test(text),
      apart: new RegExp(data.apart, "iu").test(text) && !isPresent(kit.parse(text)),
      elsewhere: elsewhereOf(own, discourse, kit),
    };
    const isOurs = (told: string): boolean => new RegExp(data.whose, "iu").test(told);
    const topic = [...topicOf(), ...owners(discourse.said.slice(0, 2), gazetteer)].filter(
      (m) => !discourse.isUnsettled && !m.ids.some((id) => discourse.isAnother(id)),
    );
    const topicName = topic[0]?.text ?? null;
    const spelt =
      boxIn(text, place, topicName) ??
      listedIn(text, own, place) ??
      spellOut(text, own, beforeList(discourse.said, place), {
        ...kit,
        topic: topicName,
        mentions: (some) => mentionsOf(kit.analyse(some), kit),
      });
    if (spelt && "open" in spelt) return spelt;
    if (spelt)
      return { readings: [isOurs(spelt.text) ? { ...spelt, vague: true } : spelt], ...rest };
    const completed = isLabelled ? [] : completedIn(text, place, topic);
    const starts = completed.length > 0 ? completed : [inTopic(text, place, topicName)];
    const readings: Standalone[] = [];
    let open: string | null = null;
    for (const start of starts) {
      const named = nameAll(start, discourse, topic, place === "heading", kit);
      if ("open" in named) open ??= named.open;
      else readings.push(...named);
    }
    // As it stands it may be right where nothing that it leans on was found.
    // But "look into them" is said of something, whatever that is.
    const isDone = readings.every(({ bindings }) => bindings.some((b) => b.object));
    const isVague = readings[0]?.vague === true && !isDone;
    const isOwned = readings.every(({ bindings }) =>
      bindings.every(({ words }) => data.pronouns[words.toLowerCase()]?.possessive === true),
    );
    if ((isOwned || isVague) && readings.every((r) => r.text !== text) && readings.length > 0)
      readings.push({ text, bindings: [], denied: false, near: true, loose: true });
    if (readings.length === 0) return { open: open ?? text };
    const again = spelledAgain(readings[0] as Standalone);
    if (again) return { readings: [again], ...rest };
    const turned = onlyThen(readings[0] as Standalone);
    if (turned) return { readings: [turned], ...rest };
    return { readings: place === "heading" ? readings : readings.map(dated), ...rest };

    /** "The latter two have not": what the others did, now that they are named. */
    function spelledAgain({ text: named, bindings }: Standalone): Standalone | null {
      const isPointed = bindings.some(
        ({ words }) => !Object.hasOwn(data.pronouns, words.toLowerCase()),
      );
      if (!isPointed || place === "heading") return null;
      const mentions = mentionsOf(kit.analyse(named), kit);
      const told = spellOut(named, mentions, discourse.said, {
        ...kit,
        topic: topicName,
        mentions: (some) => mentionsOf(kit.analyse(some), kit),
      });
      return told && !("open" in told)
        ? { ...told, bindings: [...bindings, ...told.bindings] }
        : null;
    }

    /** What an entry of a timeline tells happened on its date. */
    function dated(reading: Standalone): Standalone {
      const on = withEntryDate(reading.text, title, kit.analyse);
      return on !== null && happens(kit.parse(reading.text)) ? { ...reading, on } : reading;
    }
  };

  /** "Members: more than ten". */
  function boxIn(text: string, place: Place, topic: string | null): Standalone | null {
    const told = place === "heading" ? null : spellBox(text, { ...kit, topic });
    if (told === null) return null;
    return { text: told, bindings: [{ words: text, means: told }], denied: false, near: true };
  }

  /** What the heading or lead-in of a list says of one who is only named in it. */
  function listedIn(text: string, own: readonly Mention[], place: Place): Standalone | null {
    const over = place === "item" ? (introduction ?? heading) : null;
    const told = over && isOnlyNames(text, own) ? spellListed(text, over.text, data) : null;
    if (told === null) return null;
    return { text: told, bindings: [{ words: text, means: told }], denied: false, near: true };
  }

  /** The ways to complete an item, a cell, or what begins in a small letter. */
  function completedIn(text: string, place: Place, topic: readonly Mention[]): Start[] {
    if (place !== "item" && place !== "cell" && !/^\p{Ll}/u.test(text)) return [];
    const over = place === "cell" ? null : heading;
    const { said } = discourse;
    return completeFragment(
      data,
      text,
      kit.parse(text),
      said,
      over,
      introduction,
      topic,
      isVerb,
    ).map((c) => ({
      text: c.text,
      bindings: [{ words: "…", means: c.means }],
      near: c.near,
    }));
  }

  /** "Ten states take part": in what the text is about. */
  function inTopic(told: string, place: Place, topic: string | null): Start {
    // "Is Chile bound?": by what the text is about, too.
    const asks = /\?\s*$/u.exec(told)?.[0] ?? "";
    const core = told.slice(0, told.length - asks.length);
    const tools = { topic, data, analyse: kit.analyse };
    const whole = place === "heading" ? told : `${ofTopic(core, tools, false)}${asks}`;
    const isBound = whole !== told && topic !== null;
    return { text: whole, bindings: isBound ? [{ words: "…", means: topic }] : [], near: true };
  }

  /** "Only then is it official": it is not yet. */
  function onlyThen(reading: Standalone): Standalone | null {
    const found = new RegExp(data["only-then"], "iu").exec(reading.text)?.groups;
    const [subject] = mentionsOf(kit.analyse(reading.text), kit);
    if (!found || !subject) return null;
    const end = reading.text.slice(subject.end);
    const aux = /^(?:will|would|can)$/iu.test(found.aux ?? "") ? "is" : found.aux;
    const told = end.replace(/^ be /u, " ").replace(/^ become /u, " ");
    return { ...reading, text: `${capital(subject.text)} ${aux} not${told}`, vague: true };
  }

  /** Does it stand under a heading like "What comes next", or begin so? */
  function isAhead(plain: string, text: string, place: Place): boolean {
    const isFuture = (t: string): boolean => new RegExp(data.labels.future, "iu").test(t);
    const title = discourse.titles[0]?.written;
    const lead = introduction?.written;
    const isUnder =
      place !== "heading" && [title, lead].some((t) => t !== undefined && isFuture(t));
    if (!isUnder && !new RegExp(data.labels.ahead, "iu").test(plain)) return false;
    // "No vote is needed" is said of what comes.
    if (SETTLED.test(text)) return false;
    const tokens = kit.parse(text);
    return isPresent(tokens) || !tokens.some((t) => /^(?:VBZ|VBP|VBD|MD)$/u.test(t.xpos));
  }

  const note = (sentence: Placed, text: string, isQuestion: boolean, denied = false): void => {
    const said = saidOf(sentence, text, isQuestion, denied, discourse, kit);
    const { role, place } = said;
    returnTo(said, discourse, kit);
    discourse.add(said);
    if (role === "heading") heading = said;
    if (role === "introduction") introduction = said;
    else if (place === "prose" || role === "heading" || isOfTerm) introduction = null;
    isOfTerm = role === "introduction" && place === "item";
  };

  return {
    resolve,
    stopsShort: (text) => stopsShort(text, kit),
    isTerm: (sentence) => isTerm(sentence, kit),
    isLed: (sentence) => isLed(sentence, discourse, kit),
    isFiller: (sentence) => isFiller(sentence, kit),
    clausesOf: (sentence) => clausesOf(sentence, discourse, kit),
    note,
    beginAway: (level) => discourse.beginAway(level),
  };
}

/** Persons whose things were mentioned: "it stands on the president's page. He …". */
function owners(said: readonly Said[], gazetteer: Names["gazetteer"]): Mention[] {
  return said.flatMap(({ mentions }) =>
    mentions.flatMap(({ ids }) => {
      const owner = gazetteer.entities.get(gazetteer.entities.get(ids[0] ?? "")?.of ?? "");
      return owner?.kind === "person" && owner.inBase
        ? [topicMention(owner.id, owner.name, owner.kind)]
        : [];
    }),
  );
}

/** For an item of a list the question that each of them answers, with what was said before it. */
function beforeList(said: readonly Said[], place: Place): readonly Said[] {
  const first = place === "item" ? said.findIndex((s) => s.place !== "item") : -1;
  return first > 0 && said[first]?.role === "question" ? said.slice(first) : said;
}

/** Nothing but names of things that are known. */
function isOnlyNames(text: string, own: readonly Mention[]): boolean {
  const rest = own
    .filter((m) => !m.list && m.ids.length > 0)
    .reduceRight((t, m) => t.slice(0, m.start) + t.slice(m.end), text);
  return rest !== text && /^(?:[\s,;.&]|and|the)*$/iu.test(rest);
}

/** Does somebody tell it whom the base doesn't name: "a student told me that …"? */
function isHearsay(lower: string, own: readonly Mention[], { hearsay }: ContextData): boolean {
  const found = new RegExp(hearsay, "u").exec(lower);
  if (!found) return false;
  // "A deputy, Roman Koval, said …": he has a name.
  const end = found.groups?.who?.length ?? 0;
  return !own.some((m) => m.ids.length > 0 && m.end <= end);
}

function topicMention(id: string, name: string, kind: string): Mention {
  return {
    start: 0,
    end: 0,
    ids: [id],
    kind,
    plural: false,
    text: name,
    list: false,
    bare: false,
    foreign: false,
    borrows: null,
  };
}
