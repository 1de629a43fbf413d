import { described } from "./described.ts";
import type { Discourse, Said } from "./discourse.ts";
import type { Kit, Placed } from "./kit.ts";
import { asKnown } from "./known.ts";
import { mentionsOf } from "./mentions.ts";
import { asAnother, ownedThings, ownerState, statesOf } from "./others.ts";
import { isRival } from "./rivals.ts";
import { capital } from "./strings.ts";
import { withoutNumber } from "./trimmed.ts";
import type { Mention } from "./types.ts";

/**
 * What later sentences may lean on of one that was read.
 *
 * @param told as it reads standing alone
 */
export function saidOf(
  { text: written, place, block, level }: Placed,
  told: string,
  isQuestion: boolean,
  denied: boolean,
  discourse: Discourse,
  kit: Kit,
): Said {
  const reported = reportedIn(told, kit);
  const text = reported ?? withoutNumber(told, place, kit.data);
  const analysed = kit.analyse(text);
  const role =
    isQuestion || reported !== null
      ? "question"
      : place === "heading"
        ? "heading"
        : /:\s*$/u.test(text)
          ? "introduction"
          : "statement";
  const isBare =
    role === "statement" &&
    place === "prose" &&
    !kit.parse(text).some((t) => t.upos === "AUX" || /^(?:VB[DPZ]|MD)$/u.test(t.xpos));
  // "Cluster bombs: treaty of 2008" in a list.
  const isLabel = (m: Mention | undefined): m is Mention =>
    m !== undefined &&
    place === "item" &&
    m.start === 0 &&
    /^:| [–—-] /u.test(text.slice(m.end, m.end + 3));
  return {
    text,
    written,
    mentions: mentionsOf(analysed, kit)
      .map((m, _, all) => described(m, text, all, kit.data.bound, kit.subject))
      .map((m) => (role === "heading" || isLabel(m) ? asRival(m, discourse, kit) : m))
      .map((m, _, all) => (m !== all[0] && isLabel(all[0]) ? asThat(m, all[0]) : m))
      .map((m) => asKnown(asAnother(m, discourse), discourse, kit.gazetteer))
      // "Good evening, Ann.": nothing is said of anybody.
      .filter((m) => !isBare || m.ids.length > 0 || m.borrows !== null),
    denied,
    states: statesOf(analysed, kit),
    block,
    place,
    role,
    ...(place === "heading" ? { level: level ?? 1 } : {}),
  };
}

/** Of whom a sentence speaks first, whose parliament is meant is plain again. */
export function returnTo({ mentions }: Said, discourse: Discourse, { gazetteer }: Kit): void {
  const [leads] = mentions;
  const state = leads?.kind === "state" ? leads.ids[0] : ownerState(leads?.ids[0], gazetteer);
  if (!leads || !state || leads.list || leads.bare || mentions.some((m) => m.foreign)) return;
  const owned = owners.get(gazetteer) ?? ownedThings(gazetteer);
  owners.set(gazetteer, owned);
  for (const id of owned.get(state) ?? []) discourse.returnTo(id);
}

const owners = new WeakMap<Kit["gazetteer"], ReturnType<typeof ownedThings>>();

/** "Cluster bombs" above a section: the treaty in it is another one, too. */
function asRival(mention: Mention, discourse: Discourse, kit: Kit): Mention {
  const [id] = kit.subject;
  const isMet = id !== undefined && discourse.hasNamed(id);
  return isMet && mention.borrows === null && isRival(mention, kit)
    ? { ...mention, borrows: id }
    : mention;
}

/** "Cluster bombs: a treaty of 2008": what bears the name of the base's there is that of the label. */
function asThat(mention: Mention, { borrows }: Mention): Mention {
  return borrows !== null && mention.bare && mention.ids.includes(borrows)
    ? { ...mention, ids: [], foreign: true, borrows }
    : mention;
}

/** "You ask when it was signed": the question, for those that answer it. */
function reportedIn(text: string, { data }: Kit): string | null {
  const { whether, when, who } = new RegExp(data.answers.reported, "iu").exec(text)?.groups ?? {};
  if (whether !== undefined) return `${capital(whether)}?`;
  if (when !== undefined) return `When was it that ${when}?`;
  return who === undefined ? null : `${capital(who)}?`;
}
