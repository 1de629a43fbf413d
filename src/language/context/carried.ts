import { isDeeds, withDeed } from "./among.ts";
import { type AnswerTools, untold } from "./answers.ts";
import type { Said } from "./discourse.ts";
import { fragmentShape } from "./fragments.ts";
import { matched, standing } from "./standing.ts";
import { capital, stopless } from "./strings.ts";
import { isNamed, subjectEnd, subjectStart } from "./subjects.ts";
import type { ContextData, Mention, Standalone } from "./types.ts";

const NEGATED = /\b(?:not|never|no|neither|nor|none)\b|n['’]t\b/iu;

/** What the last sentence says, said or asked of another: "Neither has Chile", "Nor has Peru?". */
export function carriedOver(
  bare: string,
  text: string,
  own: readonly Mention[],
  last: Said | undefined,
  tools: AnswerTools,
): Standalone | { readonly open: string } | null {
  const { data } = tools;
  const only = new RegExp(data.ellipsis.only, "iu").exec(bare)?.[0];
  if (only !== undefined) {
    const one = bare.slice(only.length);
    const told = carried(one, text, own, last, tools);
    if (!told || "open" in told || NEGATED.test(one)) return told;
    // "Only Chile does": no other does.
    const name = /^(?:the )?\S+/iu.exec(one)?.[0] ?? "";
    const spelt = capital(told.text.replace(name, `only ${name}`));
    return told.denied ? { open: bare } : standing(spelt, bare, spelt, false);
  }
  if (!bare.endsWith("?")) return carried(bare, text, own, last, tools);
  const known = own.filter((m) => m.ids.length > 0);
  const again = askedOver(bare, last, data, (who) => isNamed(who, text, known));
  if (again) return again;
  const told = carried(bare.slice(0, -1), text, own, last, tools);
  if (!told || "open" in told) return told;
  return told.denied ? { open: bare } : { ...told, text: `${stopless(told.text)}?` };
}

/** "Was it ever?", "Was Chile?": whether what was told last is so. */
function askedOver(
  bare: string,
  last: Said | undefined,
  data: ContextData,
  isNames: (who: string) => boolean,
): Standalone | null {
  const { aux, who = "" } = new RegExp(data.ellipsis["asked-over"], "iu").exec(bare)?.groups ?? {};
  if (aux === undefined || !last || last.role === "heading") return null;
  const told =
    /(?:^|, (?:and|but) )(?<who>[^,]+?) (?<aux>is|are|was|were|has|have|had|will)(?: not|n['’]t)? (?<rest>[^,]+)$/iu.exec(
      stopless(last.text, ".!?"),
    )?.groups;
  const kinds = [/^(?:is|are|was|were)$/iu, /^(?:has|have|had)$/iu, /^will$/iu];
  if (!told || !kinds.some((k) => k.test(aux) && k.test(told.aux ?? ""))) return null;
  const isSame = /^(?:it|they|he|she)$/iu.test(who);
  if (!isSame && !isNames(who)) return null;
  const subject = isSame ? told.who : who;
  const means = `${capital(aux.toLowerCase())} ${subject} ${told.rest}`;
  return { ...standing(means, bare, means, false), text: `${means}?` };
}

function carried(
  bare: string,
  text: string,
  own: readonly Mention[],
  given: Said | undefined,
  tools: AnswerTools,
): Standalone | { readonly open: string } | null {
  const { data, analyse, isDeed } = tools;
  for (const kind of ["denied", "same", "contrary", "affirmed"] as const) {
    const who = matched(data.ellipsis[kind], bare);
    if (who === null) continue;
    const named = isNamed(who, text, own);
    if (!named && !isDeeds(who, analyse, isDeed)) {
      // "So is a notice to the bank."
      const isTurned = /^(?:same|denied)$/u.test(kind) && !bare.startsWith(who);
      const told = isTurned ? withSubject(who, given, tools) : null;
      if (told === null || NEGATED.test(told) === (kind === "same")) continue;
      return standing(told, bare, told, given?.denied ?? false);
    }
    if (given?.role !== "statement") return { open: bare };
    const last = within(given, bare, kind, tools);
    const wasDenied = NEGATED.test(last.text) !== last.denied;
    const isDenied = kind === "same" ? wasDenied : kind === "denied" || kind === "contrary";
    if (kind === "denied" && !wasDenied) return { open: bare };
    // "Chile has not" after "Peru has not signed" says the same, where the verbs go together.
    const isContrary = isDenied !== wasDenied;
    if (/^(?:contrary|affirmed)$/u.test(kind) && !isContrary && !goesWith(bare, last, tools))
      return { open: bare };
    if (!named) {
      const spelt = withDeed(last.text, who, analyse, isDeed);
      if (spelt === null) return { open: bare };
      return standing(spelt, bare, spelt, isContrary !== last.denied);
    }
    const subject = last.mentions[0];
    if (!subject || /^(?:neither|both)\b/iu.test(last.text)) return { open: bare };
    const start = subjectStart(last, analyse);
    const spelt = `${last.text.slice(0, start)}${who}${last.text.slice(subjectEnd(last))}`;
    return standing(spelt, bare, spelt, isContrary !== last.denied);
  }
  return null;
}

/** "They say that it is in. So is Peru.": what they say goes with the short sentence, not that they do. */
function within(last: Said, bare: string, kind: string, tools: AnswerTools): Said {
  const text = untold(last.text);
  if (text === last.text) return last;
  const inner = { ...last, text, mentions: tools.mentions(text) };
  // "So is Peru": the verb stands at the end elsewhere.
  const verb = /^(?:so|neither|nor) (?<verb>\p{L}+) /iu.exec(bare)?.groups?.verb;
  const short = verb === undefined ? bare : `it ${verb.toLowerCase()}`;
  if (kind === "same" && verb === undefined) return last;
  return goesWith(short, inner, tools) && !goesWith(short, last, tools) ? inner : last;
}

/** Can the verb at the end of a short sentence stand for that of the last one: "has" for "has signed"? */
function goesWith(bare: string, last: Said, { parse }: AnswerTools): boolean {
  const verb = / (?<verb>\p{Ll}+) ?(?:not|n['’]t)?$/u.exec(bare)?.groups?.verb ?? "";
  const tokens = parse(last.text);
  const root = tokens.findIndex((t) => t.head < 0);
  const below = tokens.filter((t) => t.head === root && /^(?:aux|cop)/u.test(t.rel));
  const [finite = tokens[root]] = below;
  if (below.length === 0 && tokens[root]?.lemma !== "be")
    return finite?.xpos === "VBD" ? verb === "did" : /^do(?:es)?$/u.test(verb);
  const kinds = ["is are was were", "has have had", "do does did", "will would", "can could"];
  const form = finite?.form.toLowerCase() ?? "";
  return kinds.some((k) => k.split(" ").includes(verb) && k.split(" ").includes(form));
}

/** The last sentence, said of something else: "A vote is needed. So is a notice to the bank." */
function withSubject(who: string, last: Said | undefined, { parse, analyse }: AnswerTools) {
  if (last?.role !== "statement" || fragmentShape(parse(who), () => false) !== "noun") return null;
  const tokens = parse(last.text);
  const { units, words } = analyse(last.text);
  const root = tokens.findIndex((t) => t.head < 0);
  const subject = tokens.findIndex((t) => t.head === root && /^[nc]subj/u.test(t.rel));
  if (tokens.length !== units.length || subject < 0 || subject > root) return null;
  const next = tokens.findIndex((t, i) => i > subject && t.head === root && t.rel !== "punct");
  const start = words[units[next < 0 ? root : next]?.from ?? 0]?.start ?? 0;
  return `${capital(who)} ${last.text.slice(start)}`;
}
