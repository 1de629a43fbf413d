import type { Place } from "../../types.ts";
import { ofTopic } from "./answers.ts";
import { spellBox } from "./boxes.ts";
import { cutClauses } from "./clauses.ts";
import { Discourse, type Said } from "./discourse.ts";
import { spellOut } from "./ellipsis.ts";
import { entrySentence } from "./entries.ts";
import { completeFragment, fragmentShape, spellListed } from "./fragments.ts";
import { isHypothetical } from "./hypotheses.ts";
import { type ContextTools, kitOf, type Placed } from "./kit.ts";
import { countTime, withEntryDate } from "./later.ts";
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
import { entryIn, plainOf } from "./plain.ts";
import { capital } from "./strings.ts";
import { happens, isPresent, SETTLED } from "./tense.ts";
import { dashed } from "./trimmed.ts";
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
    const turned = onlyThen(readings[0] as Standalone);
    if (turned) return { readings: [turned], ...rest };
    return { readings: place === "heading" ? readings : readings.map(dated), ...rest };

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
    const isTold = place !== "heading" && !told.trimEnd().endsWith("?");
    const whole = isTold ? ofTopic(told, { topic, data, analyse: kit.analyse }, false) : told;
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

  const clausesOf = ({ text: written, place }: Placed): string[] | null => {
    if (place === "heading") return null;
    const text = countTime(written, discourse.said, kit.analyse, data);
    const led = new RegExp(data.answers.leads, "iu").exec(text);
    const whatHappens = new RegExp(data.ellipsis.happens, "iu");
    const cut = (some: string): string[] | null =>
      cutClauses(some, kit.analyse(some), kit.parse, whatHappens);
    const entry = led ? null : entryIn(dashed(text), kit);
    // Each clause of an entry is told of its date.
    if (entry) return cut(entry.told)?.map((c) => entrySentence({ ...entry, told: c })) ?? null;
    if (!led) return cut(text);
    const rest = text.slice(led[0].length);
    const said = capital(rest);
    const { answer, comma } = led.groups ?? {};
    // "Wrong, Chile never joined", unlike "Right, in May".
    if (comma !== undefined && fragmentShape(kit.parse(rest), isVerb) !== null) return cut(text);
    // "Yes: …" answers where something was asked.
    return answer && discourse.said[0]?.role === "question" ? [`${answer}.`, said] : [said];
  };
  const stopsShort = (text: string): boolean => {
    const last = /(\p{L}+)\s*:\s*$/u.exec(text)?.[1]?.toLowerCase() ?? "";
    return last === "" || isVerb(last) || data.functions.filter((w) => w !== "too").includes(last);
  };
  const isTerm = ({ text, place }: Placed): boolean => {
    const words = text.toLowerCase().split(" ");
    if (place !== "item" || words.length > LONGEST_TERM) return false;
    const last = words.at(-1) ?? "";
    const shape = fragmentShape(kit.parse(text), isVerb);
    // "Bans", "Also bans"; "In force since".
    if (shape === "finite") return words.length < LONGEST_TERM && isVerb(last);
    return shape === "state" && data.functions.includes(last);
  };
  return {
    resolve,
    stopsShort,
    isTerm,
    clausesOf,
    note,
    beginAway: (level) => discourse.beginAway(level),
  };
}

/** How many words a term has that only begins to tell something: "In force since". */
const LONGEST_TERM = 3;

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
