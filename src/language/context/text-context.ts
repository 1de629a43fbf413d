import type { Place } from "../../types.ts";
import type { SyntaxToken } from "../syntax/index.ts";
import { ofTopic } from "./answers.ts";
import { cutClauses } from "./clauses.ts";
import { Discourse, type Said } from "./discourse.ts";
import { spellDoing } from "./doings.ts";
import { nameCounted, spellOut } from "./ellipsis.ts";
import { type Entry, entryOf, entrySentence } from "./entries.ts";
import { completeFragment, fragmentShape, spellListed, spellVerbless } from "./fragments.ts";
import { isHypothetical } from "./hypotheses.ts";
import { asKnown } from "./known.ts";
import { spellLabel } from "./labels.ts";
import { countTime, nameDay, withEntryDate } from "./later.ts";
import { type Analysed, isRival, mentionsOf, type Names } from "./mentions.ts";
import {
  anotherIn,
  asAnother,
  elsewhereOf,
  isOfAnother,
  isOnAnother,
  ownedThings,
  ownerState,
  pointsElsewhere,
  statesOf,
} from "./others.ts";
import { bindPronouns } from "./pronouns.ts";
import { askedIn, untagged } from "./questions.ts";
import { nameReferences } from "./references.ts";
import { happens, happensOrIs, isPresent, SETTLED } from "./tense.ts";
import {
  capital,
  dashed,
  lowerFirst,
  withoutAside,
  withoutNumber,
  withoutVocative,
} from "./trimmed.ts";
import type { Binding, ContextData, InContext, Mention, Standalone } from "./types.ts";

/** What resolving draws on. */
export interface ContextTools extends Names {
  readonly analyse: (sentence: string) => Analysed;
  readonly parse: (sentence: string) => readonly SyntaxToken[];
  /** Ids of what the base is about. */
  readonly subject: readonly string[];
  /** What the base says that is being done with it: "leaving the union". */
  readonly deed: string | null;
}

/** A sentence and where it stands. */
export interface Placed {
  readonly text: string;
  readonly place: Place;
  readonly block: number;
  /** For a heading its level, from 1. */
  readonly level?: number;
}

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
  const discourse = new Discourse((id) => ownerState(id, tools.gazetteer));
  const { data, gazetteer } = tools;
  let owned: ReturnType<typeof ownedThings> | null = null;
  let introduction: Said | null = null;
  let heading: Said | null = null;
  /** The introduction is a term of which the next item tells. */
  let isOfTerm = false;
  const isOpinion = new RegExp(data.opinion, "u");
  const isVerb = (form: string): boolean =>
    [form.replace(/s$/u, ""), form.replace(/es$/u, "")].some((f) => tools.lexicon.words.v.get(f));
  const isDeed = (word: string): boolean => {
    const { n, v } = tools.lexicon.words;
    const isEvent = (form: string): boolean =>
      n.get(form)?.some((s) => s.kind === "event") ?? false;
    const stem = word.replace(/ing$/u, "");
    return isEvent(word) || (stem !== word && (v.has(stem) || v.has(`${stem}e`)));
  };
  const statesIn = (text: string): string[] =>
    mentionsOf(tools.analyse(text), tools).flatMap((m) =>
      m.ids.flatMap((id) => {
        const members = gazetteer.entities.get(id)?.members ?? [];
        return members.length > 0 ? members : [id];
      }),
    );
  const topicOf = (): Mention[] =>
    tools.subject.flatMap((id) => {
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
    const { place } = sentence;
    discourse.enter(sentence.block, place === "heading" ? (sentence.level ?? 1) : undefined);
    const unnumbered = withoutNumber(dashed(sentence.text), place, data);
    const written = withoutVocative(withoutAside(unnumbered, data), tools);
    const entry = entryIn(written);
    const plain = atPresent(entry ? entrySentence(entry) : written);
    const label = spellLabel(plain, mentionsOf(tools.analyse(plain), tools), {
      data,
      shape: (rest) => fragmentShape(tools.parse(rest), isVerb),
      isPresent: (rest) => isPresent(tools.parse(rest)),
      isDeed,
    });
    const title = discourse.titles[0]?.written ?? null;
    const timed = nameDay(
      countTime(label ?? plain, discourse.said, tools.analyse, data),
      place === "heading" ? null : title,
    );
    const whole = (place === "item" && spellVerbless(timed, tools.parse, data)) || timed;
    const gone = going(whole);
    const text = untagged(askedOf(gone), data);
    const analysed = tools.analyse(text);
    const own = mentionsOf(analysed, tools);
    const lower = `${analysed.words.map((w) => w.lower).join(" ")} `;
    if (isOpinion.test(lower)) return { opinion: true };
    if (place !== "heading" && !text.trimEnd().endsWith("?"))
      if (isHypothetical(lower, sentence.block, discourse.said, data)) return { opinion: true };
    const another = anotherIn(own, analysed, discourse, tools, label !== null);
    if (another !== null) return { open: another };
    const rest = {
      mixed:
        own.some((m) => m.foreign || (m.bare && discourse.isForeignSoil(m.ids[0] ?? ""))) ||
        isOfAnother(plain, own) ||
        isOnAnother(own, tools.subject) ||
        pointsElsewhere(plain, own, discourse.said, data),
      hearsay: isHearsay(lower, own, data),
      ahead: isAhead(plain, text, place) || new RegExp(data.condition, "iu").test(text),
      relative: new RegExp(data.relative, "iu").test(text) && !/\d{4}/u.test(text),
      elsewhere: elsewhereOf(own, discourse, tools),
    };
    const topic = [...topicOf(), ...owners(discourse.said.slice(0, 2), gazetteer)].filter(
      (m) => !discourse.isUnsettled && !m.ids.some((id) => discourse.isAnother(id)),
    );
    const spelt = spellOut(text, own, beforeList(discourse.said, place), {
      data,
      analyse: tools.analyse,
      parse: tools.parse,
      isDeed,
      topic: topic[0]?.text ?? null,
    });
    const over = place === "item" ? (introduction ?? heading) : null;
    const told = over && isOnlyNames(text, own) ? spellListed(text, over.text, data) : null;
    if (over && told !== null)
      return {
        readings: [
          { text: told, bindings: [{ words: text, means: told }], denied: false, near: true },
        ],
        ...rest,
      };
    const isWhose = (told: string): boolean => new RegExp(data.whose, "iu").test(told);
    if (spelt && "open" in spelt) return spelt;
    if (spelt)
      return { readings: [isWhose(spelt.text) ? { ...spelt, vague: true } : spelt], ...rest };
    const listed =
      label === null && (place === "item" || place === "cell" || /^\p{Ll}/u.test(text));
    const completed = listed
      ? completeFragment(
          data,
          text,
          tools.parse(text),
          discourse.said,
          place === "cell" ? null : heading,
          introduction,
          topic,
          isVerb,
        )
      : [];
    const starts =
      completed.length > 0
        ? completed.map((c) => ({
            text: c.text,
            bindings: [{ words: "…", means: c.means }],
            near: c.near,
          }))
        : [inTopic(text, place, topic[0]?.text ?? null)];
    const readings: Standalone[] = [];
    let open: string | null = null;
    for (const start of starts) {
      const found = bindAll(start);
      if ("open" in found) open ??= found.open;
      else readings.push(...found.readings);
    }
    // As it stands it may be right where nothing that it leans on was found.
    const isVague = readings[0]?.vague === true;
    const isOwned = readings.every(({ bindings }) =>
      bindings.every(({ words }) => data.pronouns[words.toLowerCase()]?.possessive === true),
    );
    if ((isOwned || isVague) && readings.every((r) => r.text !== text) && readings.length > 0)
      readings.push({ text, bindings: [], denied: false, near: true, loose: true });
    if (readings.length === 0) return { open: open ?? text };
    const turned = onlyThen(readings[0] as Standalone);
    if (turned) return { readings: [turned], ...rest };
    return { readings: place === "heading" ? readings : readings.map(dated), ...rest };

    /** "Only then is it official": it is not yet. */
    function onlyThen(reading: Standalone): Standalone | null {
      const found = new RegExp(data["only-then"], "iu").exec(reading.text)?.groups;
      const [subject] = mentionsOf(tools.analyse(reading.text), tools);
      if (!found || !subject) return null;
      const end = reading.text.slice(subject.end);
      const aux = /^(?:will|would|can)$/iu.test(found.aux ?? "") ? "is" : found.aux;
      const told = end.replace(/^ be /u, " ").replace(/^ become /u, " ");
      return { ...reading, text: `${capital(subject.text)} ${aux} not${told}`, vague: true };
    }

    /** What an entry of a timeline tells happened on its date. */
    function dated(reading: Standalone): Standalone {
      const on = withEntryDate(reading.text, title, tools.analyse);
      return on !== null && happens(tools.parse(reading.text)) ? { ...reading, on } : reading;
    }

    /** "Ten states take part": in what the text is about. */
    function inTopic(told: string, at: Place, topicName: string | null) {
      const isTold = at !== "heading" && !told.trimEnd().endsWith("?");
      const whole = isTold
        ? ofTopic(told, { topic: topicName, data, analyse: tools.analyse }, false)
        : told;
      const bindings: Binding[] =
        whole === told || topicName === null ? [] : [{ words: "…", means: topicName }];
      return { text: whole, bindings, near: true };
    }

    function bindAll(start: { text: string; bindings: readonly Binding[]; near: boolean }) {
      const deed = topic.length > 0 ? tools.deed : null;
      const pointed = nameReferences(start.text, discourse.said, { ...tools, deed, statesIn });
      if (pointed && "open" in pointed) return pointed;
      const done = spellDoing(pointed?.text ?? start.text, discourse.said, tools);
      if (done && "open" in done) return done;
      const named = done?.text ?? pointed?.text ?? start.text;
      const counted = nameCounted(named, discourse.said, tools, discourse.states);
      if (counted && "open" in counted) return counted;
      const now = counted?.text ?? named;
      const bound = [pointed, done, counted].flatMap((n) =>
        n ? [{ words: n.words, means: n.means }] : [],
      );
      const again = now === text ? analysed : tools.analyse(now);
      const mentions = now === text ? own : mentionsOf(again, tools);
      const speech = new Set(
        again.units.flatMap((u) => (u.speech ? (again.words[u.from]?.start ?? []) : [])),
      );
      const held = new Set(
        again.units.flatMap((u) =>
          u.name ? again.words.slice(u.from, u.to).map(({ start }) => start) : [],
        ),
      );
      const drafts = bindPronouns(
        now,
        again.words,
        mentions,
        place === "heading" ? discourse.titles : discourse.said,
        topic,
        speech,
        data,
        held,
      );
      if ("open" in drafts) return drafts;
      return {
        readings: drafts.map((d) => ({
          text: d.text,
          bindings: [...start.bindings, ...bound, ...d.bindings],
          denied: false,
          near: start.near && d.near,
          vague: d.vague === true || isWhose(d.text),
          topical: d.topical === true && d.bindings.length > 0,
        })),
      };
    }
  };

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
    const tokens = tools.parse(text);
    return isPresent(tokens) || !tokens.some((t) => /^(?:VBZ|VBP|VBD|MD)$/u.test(t.xpos));
  }

  /** "Peru is going, too", and "Peru is doing it" where it was just told: what the base says so of. */
  function going(text: string): string {
    const { deed } = tools;
    if (deed === null) return text;
    const isTold = discourse.said.slice(0, 2).some((s) => s.text.includes(deed));
    const told = isTold ? text.replace(new RegExp(data.doing, "iu"), deed) : text;
    return told.replace(new RegExp(data.going, "iu"), deed);
  }

  /** "And Chile?": what was asked last, of Chile. */
  function askedOf(text: string): string {
    const who = new RegExp(data["asked-of"], "u").exec(lowerFirst(text))?.groups?.who;
    const asked = who === undefined ? undefined : discourse.said.find((s) => s.role === "question");
    const question = asked && askedIn(asked);
    if (who === undefined || question?.kind !== "whether" || question.subject === "") return text;
    const named = mentionsOf(tools.analyse(who), tools);
    const [name] = named;
    const isName = name?.ids.length === 1 && name.start <= 4 && name.end === who.length;
    const [aux = "", ...rest] = question.fill("").trim().split(" ");
    return isName ? `${capital(aux)} ${who} ${rest.join(" ")}?` : text;
  }

  /** What an entry of a timeline tells, and when it was. */
  function entryIn(text: string): Entry | null {
    const isTold = (rest: string): boolean => {
      const tokens = tools.parse(rest);
      return fragmentShape(tokens, isVerb) === null && happensOrIs(tokens);
    };
    return entryOf(text, tools.analyse, isTold, data);
  }

  /** "Ten states belong to it today": now. */
  function atPresent(text: string): string {
    const now = text.replace(new RegExp(data.today, "iu"), "");
    return now !== text && isPresent(tools.parse(now)) ? now : text;
  }

  const note = (
    { text: written, place, block, level }: Placed,
    text: string,
    isQuestion: boolean,
    denied = false,
  ): void => {
    const analysed = tools.analyse(text);
    const role = isQuestion
      ? "question"
      : place === "heading"
        ? "heading"
        : /:\s*$/u.test(text)
          ? "introduction"
          : "statement";
    const isBare =
      role === "statement" &&
      place === "prose" &&
      !tools.parse(text).some((t) => t.upos === "AUX" || /^(?:VB[DPZ]|MD)$/u.test(t.xpos));
    // "Cluster bombs: treaty of 2008" in a list.
    const isLabel = (m: Mention | undefined): m is Mention =>
      m !== undefined &&
      place === "item" &&
      m.start === 0 &&
      /^:| [–—-] /u.test(text.slice(m.end, m.end + 3));
    const said: Said = {
      text,
      written,
      mentions: mentionsOf(analysed, tools)
        .map((m) => (role === "heading" || isLabel(m) ? asRival(m) : m))
        .map((m, _, all) => (m !== all[0] && isLabel(all[0]) ? asThat(m, all[0]) : m))
        .map((m) => asKnown(asAnother(m, discourse), discourse, gazetteer))
        // "Good evening, Ann.": nothing is said of anybody.
        .filter((m) => !isBare || m.ids.length > 0 || m.borrows !== null),
      denied,
      states: statesOf(analysed, tools),
      block,
      place,
      role,
      ...(place === "heading" ? { level: level ?? 1 } : {}),
    };
    // Of whom a sentence speaks first, whose parliament is meant is plain again.
    const [leads] = said.mentions;
    const state = leads?.kind === "state" ? leads.ids[0] : ownerState(leads?.ids[0], gazetteer);
    if (leads && state && !leads.list && !leads.bare && !said.mentions.some((m) => m.foreign)) {
      owned ??= ownedThings(gazetteer);
      for (const id of owned.get(state) ?? []) discourse.returnTo(id);
    }
    discourse.add(said);
    if (role === "heading") heading = said;
    if (role === "introduction") introduction = said;
    else if (place === "prose" || role === "heading" || isOfTerm) introduction = null;
    isOfTerm = role === "introduction" && place === "item";
  };
  /** "Cluster bombs" above a section: the treaty in it is another one, too. */
  const asRival = (mention: Mention): Mention => {
    const [id] = tools.subject;
    const isMet = id !== undefined && discourse.hasNamed(id);
    return isMet && mention.borrows === null && isRival(mention, tools)
      ? { ...mention, borrows: id }
      : mention;
  };
  /** "Cluster bombs: a treaty of 2008": what bears the name of the base's there is that of the label. */
  const asThat = (mention: Mention, { borrows }: Mention): Mention =>
    borrows !== null && mention.bare && mention.ids.includes(borrows)
      ? { ...mention, ids: [], foreign: true, borrows }
      : mention;
  const clausesOf = ({ text, place }: Placed): string[] | null => {
    if (place === "heading") return null;
    const led = new RegExp(data.answers.leads, "iu").exec(text);
    const whatHappens = new RegExp(data.ellipsis.happens, "iu");
    const cut = (some: string): string[] | null =>
      cutClauses(some, tools.analyse(some), tools.parse, whatHappens);
    const entry = led ? null : entryIn(dashed(text));
    // Each clause of an entry is told of its date.
    if (entry) return cut(entry.told)?.map((c) => entrySentence({ ...entry, told: c })) ?? null;
    if (!led) return cut(text);
    const rest = text.slice(led[0].length);
    const said = capital(rest);
    const { answer } = led.groups ?? {};
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
    const shape = fragmentShape(tools.parse(text), isVerb);
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
