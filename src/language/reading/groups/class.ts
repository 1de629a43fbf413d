/** Counted classes and lists: "at least four countries other than Norway". */
import type { Count, Quantifier } from "../../../meaning.ts";
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import type { FoundGroup } from "./groups.ts";
import { classOf, headAt, nounSenses } from "./head.ts";
import { namesAt } from "./list.ts";
import { openingAt, settle } from "./opening.ts";
import { allButAt, pronounAt } from "./pronouns.ts";
import { type Tail, tailAt } from "./tail.ts";
import { namedAt } from "./words.ts";

/**
 * Reads a counted class or list: "at least four countries other than Norway", "neither Chile nor
 * the US", "nobody else". Null where nothing says how many.
 */
export function classAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const pronoun = pronounAt(units, at, context) ?? allButAt(units, at, context);
  if (pronoun) return pronoun;
  const opening = openingAt(units, at, context);
  if (!opening || opening.at === at) return restAt(units, at, context);
  const head = headAt(units, opening.at, opening, context);
  if (!head) return restAt(units, at, context);
  // "The three Benelux states and Chile": the first name alone is counted.
  const first = namedAt(units, opening.at, context)?.length;
  const isOfFirst = first !== undefined && opening.count?.lo === first;
  const quantifier = settle(opening, isOfFirst ? first : head.members.length);
  if (!quantifier) return restAt(units, at, context);
  const relation = head.concept === null ? null : relationOf(units[opening.at] as Unit, context);
  const tails = tailsAt(units, head.to, head.concept, context);
  const { to, including } = tails;
  const owners = [opening.owner, ...tails.owners].filter((id) => id !== null);
  const [owner = null] = owners;
  // Whose they are is told once, and of what somebody can be to another.
  if (owners.length > 1 || (owner !== null && relation === null)) return null;
  const except = opening.other && tails.except.length === 0 ? [...tails.except, "?"] : tails.except;
  const closed = tails.listed.length > 0;
  const members = [...head.members, ...tails.listed];
  const continent = tails.continent ?? opening.continent;
  const narrowed = continent !== null && head.concept !== null ? `in:${continent}` : head.concept;
  const concept = closed ? null : narrowed;
  const left = except.filter((id) => id !== "?").length;
  // "Two countries, France and Spain": these two.
  const these = closed && quantifier.kind === "count" && isJust(quantifier.count, members.length);
  if (these)
    return {
      group: {
        members,
        concept: null,
        quantifier: { kind: "all" },
        except: [],
        head: head.form,
        plural: true,
      },
      to,
    };
  // "Exactly two countries, France and Spain": how many of the class; the list is an example of it.
  const listed = closed && quantifier.kind === "count";
  return {
    group: {
      members: listed ? [] : members,
      concept: listed ? narrowed : concept,
      quantifier: left > 0 ? remaining(quantifier, left) : quantifier,
      except,
      including,
      kin: owner !== null && relation !== null ? { concept: relation, of: owner } : undefined,
      head: head.form,
      plural: true,
    },
    to,
  };
}

/** All that narrows or illustrates a class or list behind it. */
function tailsAt(
  units: readonly Unit[],
  from: number,
  concept: string | null,
  context: Context,
): Omit<Tail, "owner"> & { readonly owners: readonly string[] } {
  const tails: Tail[] = [];
  let to = from;
  for (
    let tail = tailAt(units, to, context, concept !== null);
    tail;
    tail = tailAt(units, to, context, concept !== null)
  ) {
    tails.push(tail);
    to = tail.to;
  }
  const lists = concept === null ? [] : tails.filter((t) => t.listed.length > 0);
  return {
    to,
    except: tails.flatMap((t) => t.except),
    including: tails.flatMap((t) => t.including),
    listed: lists[0]?.listed ?? [],
    owners: tails.flatMap((t) => t.owner ?? []),
    continent: tails.findLast((t) => t.continent)?.continent ?? null,
  };
}

/** "Two", and no "at least two" or "only two". */
function isJust({ lo, hi, exact }: Count, number: number): boolean {
  return lo === hi && lo === number && !exact;
}

/** "the state that invaded Chile", "the countries which …": those whom the clause behind singles out. */
export function definiteAt(
  units: readonly Unit[],
  at: number,
  context: Context,
): FoundGroup | null {
  const isClause = (i: number): boolean => RELATIVE.test(units[i]?.lower ?? "");
  const noun = units[at + 1];
  if (!noun || !DEFINITE.test(units[at]?.lower ?? "") || !isClause(at + 2)) return null;
  const anybody = /^ones?$/u.test(noun.lower);
  const concept = anybody ? "*" : classOf(noun, context);
  if (concept === null || !(anybody || context.grammar.groups.heads.includes(concept))) return null;
  const plural = /s$/u.test(noun.lower);
  return {
    group: {
      members: [],
      concept,
      quantifier: { kind: "the", plural },
      except: [],
      head: noun.form,
      plural,
    },
    to: at + 2,
  };
}

const DEFINITE = /^(?:the|that|those|these)$/u;
const RELATIVE = /^(?:that|which|who)(?: |$)/u;

/** "All five of them except Chile": all the four others. */
export function remaining(quantifier: Quantifier, left: number): Quantifier {
  if (quantifier.kind !== "count" || !quantifier.definite || quantifier.of) return quantifier;
  const { lo, hi, exact } = quantifier.count;
  return lo === hi && !exact && lo > left ? { kind: "all", of: lo - left } : quantifier;
}

/** What an ally, a neighbour, … is to somebody. */
function relationOf(unit: Unit, context: Context): string | null {
  // "neighbour of" as a phrase is a relation; the word by itself names the class.
  const senses = [...unit.senses.map((s) => s.sense), ...nounSenses(unit.lower, context)];
  for (const sense of senses) if (sense.kind === "event" && !sense.negated) return sense.concept;
  return null;
}

/** "The Benelux states but Luxembourg": all the rest of them. "The three, Spain, France and Peru,": these. */
function restAt(units: readonly Unit[], at: number, context: Context): FoundGroup | null {
  const names = namesAt(units, at, context);
  if (!names || names.count > 1 || names.ids.length < 2) return null;
  const tail = tailAt(units, names.to, context, false);
  if (!tail || (tail.except.length === 0 && tail.listed.length === 0)) return null;
  return {
    group: {
      members: tail.listed.length > 0 ? tail.listed : names.ids,
      concept: null,
      quantifier: { kind: "all" },
      except: tail.except,
      head: names.last,
      plural: true,
    },
    to: tail.to,
  };
}
