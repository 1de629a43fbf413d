import type { Discourse } from "./discourse.ts";
import { type Entry, entryOf, entrySentence } from "./entries.ts";
import { fragmentShape, spellVerbless } from "./fragments.ts";
import type { Kit, Placed } from "./kit.ts";
import { spellLabel } from "./labels.ts";
import { countTime, nameDay } from "./later.ts";
import { mentionsOf } from "./mentions.ts";
import { ownerState } from "./others.ts";
import { askedIn, untagged } from "./questions.ts";
import { capital, stopless } from "./strings.ts";
import { happensOrIs, isPresent } from "./tense.ts";
import { dashed, lowerFirst, withoutAside, withoutNumber, withoutVocative } from "./trimmed.ts";

/** A sentence without what only places it in its text. */
export interface Plain {
  /** As written, but for numbers, asides, dates of entries. */
  readonly plain: string;
  /** As a sentence of its own: labels, dates and questions spelt out. */
  readonly text: string;
  readonly isLabelled: boolean;
  /** The heading above it. */
  readonly title: string | null;
}

/**
 * Says in whole sentences what numbers, asides, labels, dates of entries and short questions around
 * a sentence say: "2. Peru: left in May" is "Peru left in May".
 */
export function plainOf({ text: given, place }: Placed, discourse: Discourse, kit: Kit): Plain {
  const { data, parse, analyse, isVerb, isDeed } = kit;
  const unnumbered = withoutNumber(dashed(given), place, data);
  const written = withoutVocative(withoutAside(unnumbered, data), kit);
  const entry = entryIn(written, kit);
  const plain = atPresent(entry ? entrySentence(entry) : written, kit);
  const label = spellLabel(plain, mentionsOf(analyse(plain), kit), {
    data,
    shape: (rest) => fragmentShape(parse(rest), isVerb),
    isPresent: (rest) => isPresent(parse(rest)),
    isDeed,
    isOwn: (id, { ids: [state] }) => id === state || ownerState(id, kit.gazetteer) === state,
  });
  const title = discourse.titles[0]?.written ?? null;
  const timed = nameDay(
    countTime(label ?? plain, discourse.said, analyse, data),
    place === "heading" ? null : title,
    data,
  );
  const whole = (place === "item" && spellVerbless(timed, parse, data)) || timed;
  const told = straightened(going(whole, discourse, kit), kit);
  const asked = askedAgain(askedOf(told, discourse, kit), discourse, kit);
  return { plain, text: untagged(asked, data), isLabelled: label !== null, title };
}

/** What an entry of a timeline tells, and when it was. */
export function entryIn(text: string, { analyse, parse, isVerb, data }: Kit): Entry | null {
  const isTold = (rest: string): boolean => {
    const tokens = parse(rest);
    return fragmentShape(tokens, isVerb) === null && happensOrIs(tokens);
  };
  return entryOf(text, analyse, isTold, data);
}

/** "Ten states belong to it today": now. */
function atPresent(text: string, { data, parse }: Kit): string {
  const now = text.replace(new RegExp(data.today, "iu"), "");
  return now !== text && isPresent(parse(now)) ? now : text;
}

/** "Peru is going, too", and "Peru is doing it" where it was just told: what the base says so of. */
function going(text: string, discourse: Discourse, { deed, data }: Kit): string {
  if (deed === null) return text;
  const isTold = discourse.said.slice(0, 2).some((s) => s.text.includes(deed));
  const told = isTold ? text.replace(new RegExp(data.doing, "iu"), deed) : text;
  return told.replace(new RegExp(data.going, "iu"), deed);
}

/** "And Chile?": what was asked last, of Chile. */
function askedOf(text: string, discourse: Discourse, kit: Kit): string {
  const who = new RegExp(kit.data["asked-of"], "u").exec(lowerFirst(text))?.groups?.who;
  const asked = who === undefined ? undefined : discourse.said.find((s) => s.role === "question");
  const question = asked && askedIn(asked);
  if (who === undefined || question?.kind !== "whether" || question.subject === "") return text;
  const named = mentionsOf(kit.analyse(who), kit);
  const [name] = named;
  const isName = name?.ids.length === 1 && name.start <= 4 && name.end === who.length;
  const [aux = "", ...rest] = question.fill("").trim().split(" ");
  return isName ? `${capital(aux)} ${who} ${rest.join(" ")}?` : text;
}

/** "Chile, is it bound?", "Is the neighbour, Chile, bound?": whether Chile is. */
function straightened(given: string, kit: Kit): string {
  const text = given.replace(
    /^(?<aux>(?:(?:and|but|so|well),? )?(?:is|was|has|had|have|did|does|do|will) )(?:the|its|their|his|her) \p{Ll}[\p{Ll} -]{2,30}, (?<who>\p{Lu}[^,?]{2,30}),(?= [^?]+\?$)/iu,
    "$<aux>$<who>",
  );
  const {
    lead = "",
    who,
    aux,
    rest,
  } = /^(?<lead>(?:and|but|so|well),? )?(?<who>(?:the )?\p{Lu}[^,?]{2,40}), (?<aux>is|was|are|were|has|had|have|did|does|do|will) (?:it|they|he|she) (?<rest>[^?]+\?)$/iu.exec(
    text,
  )?.groups ?? {};
  // "Ann, is it over?": she is spoken to.
  const isKnown = mentionsOf(kit.analyse(who ?? ""), kit).some((m) => m.ids.length > 0);
  return !isKnown || who === undefined
    ? text
    : capital(`${lead}${aux} ${who.replace(/^The /u, "the ")} ${rest}`);
}

/** "When?", "And when was that?": of what the last sentence tells. */
function askedAgain(text: string, { said: [last] }: Discourse, { data }: Kit): string {
  const isAlone = new RegExp(data.answers["asks-when"], "iu").test(text);
  if (!isAlone || last?.role !== "statement" || last.denied) return text;
  return `When was it that ${stopless(last.text)}?`;
}
