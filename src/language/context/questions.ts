import type { Said } from "./discourse.ts";
import { lowered } from "./strings.ts";
import type { ContextData } from "./types.ts";

/** A question as the statement that an answer makes of it. */
export interface Asked {
  readonly kind: "who" | "whose" | "count" | "circumstance" | "whether";
  /** The statement with an answer in the place of what was asked for. */
  readonly fill: (answer: string) => string;
  /** For "whether": what stands as its subject; for "whose": what it is that somebody has. */
  readonly subject: string;
}

const LEAD = /^(?:(?:and|but|so|well|now|then|ok|okay),? )+/iu;
const AUX = "did|do|does|has|have|had|is|are|was|were|will|would|can|could|must|should";
const WHO =
  /^(?:who(?: else)?|what(?: else)?(?! (?:has|have|had|will|would|can|could|must|should) )|which (?:other )?\S+) (?!(?:did|do|does) )(?<rest>.+)$/iu;
/** "How many ships left?", "How many left?": no verb ends in an s there. */
const COUNT =
  /^how many (?:(?<noun>(?:other |more )?(?:\p{L}+s|people|men|women)|of them) )?(?<rest>.+)$/iu;
/** Who or what it was that did it: "Who was it who left?" */
const CLEFT =
  /^(?<asks>who|what|which \S+)(?: exactly| precisely)? (?:is|was) it(?: exactly| precisely)? (?:that|who|which) (?!(?:the|an?|it|they|he|she|we|you|its|their|his|this|that)\b)(?=\p{Ll})/u;
const WHOSE =
  /^whose (?<noun>\p{Ll}+(?: \p{Ll}+)?) (?<be>is|was) (?:(?:it|that|this)\b.*|(?<rest>.+))$/u;
const ROLE =
  /^(?:are|were) (?:now |currently |still |already )?(?:members|parties|signatories|adherents)\b/iu;
const CIRCUMSTANCE = new RegExp(
  `^(?:(?:since |from |until |by )?when|where|(?:in|on|since|from|by|until) (?:what|which) \\S+|how long|for how long) (?<aux>${AUX}) (?<rest>.+)$`,
  "iu",
);
const WHETHER = new RegExp(`^(?<aux>${AUX})(?<not>n['’]t)? (?<rest>.+)$`, "iu");
const WHEN_IT_WAS = /^when was it that (?<told>.+)$/iu;
/** Nobody in particular, of whom is asked whether they do it. */
const ANYBODY =
  /^(?:(?:any|some)(?:one|body)(?: else)?|any|others|any others|any other \p{L}+|other \p{L}+|many|many others)(?= )/iu;

/**
 * Reads a question as the statement that its answer completes: "When did Peru sign?" is "Peru did
 * sign …".
 *
 * @param said the question, as it stands alone
 * @returns null where it asks for something else
 * @example askedIn({ text: "Who left?", … })?.fill("Chile") // "Chile left"
 */
export function askedIn(said: Said): Asked | null {
  const text = said.text.replace(/\?["'”’)\]]*$/u, "").trim();
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const bare = lowered(text.slice(lead)).replace(CLEFT, "$<asks> ");
  const whose = WHOSE.exec(lowered(said.written.replace(/\?["'”’)\]]*$/u, "").replace(LEAD, "")));
  if (whose?.groups) {
    const { noun = "", be = "", rest } = whose.groups;
    const what = rest === undefined ? noun : `${noun} ${rest}`;
    return { kind: "whose", subject: noun, fill: (answer) => `The ${what} ${be} ${owned(answer)}` };
  }
  const told = WHEN_IT_WAS.exec(bare)?.groups?.told;
  if (told !== undefined)
    return { kind: "circumstance", subject: "", fill: (answer) => `${told} ${lowered(answer)}` };
  const subjectAt = (start: number): string | null => {
    const at = said.mentions.findIndex(
      (m) => m.start - lead >= start && m.start - lead <= start + DETERMINER,
    );
    const mention = said.mentions[at];
    if (!mention) return null;
    // "Chile's exit from it".
    const owned = /^['’]s? (?:\p{Ll}+ )?$/u;
    const thing = said.mentions
      .slice(at + 1)
      .find((m) => owned.test(bare.slice(mention.end - lead, m.start - lead)));
    if (/^['’]/u.test(bare.slice(mention.end - lead)) && !thing) return null;
    const end = (thing ?? mention).end - lead;
    const from = thing
      ? /^ (?:of|from) (?:it|(?:the )?\p{Lu}[^?,]*?)(?= \p{Ll})/u.exec(bare.slice(end))
      : null;
    return bare.slice(start, end + (from?.[0].length ?? 0));
  };
  const who = WHO.exec(bare)?.groups;
  if (who?.rest !== undefined) {
    const rest = who.rest
      .replace(/,? and (?:when|where|how|why|since when)$/iu, "")
      .replace(/,? (?:in the first place|to begin with|exactly|precisely)$/iu, "")
      .replace(/,? (?:besides|apart from|other than|aside from|except(?: for)?) [^,]+$/iu, "");
    return { kind: "who", subject: "", fill: (answer) => `${answer} ${rest}` };
  }
  const count = COUNT.exec(bare)?.groups;
  if (count) {
    const { noun = "", rest = "" } = count;
    const start = bare.length - rest.length;
    const aux = new RegExp(`^(?:${AUX}) `, "iu").exec(rest)?.[0].length;
    const isTold = aux !== undefined && subjectAt(start + aux) !== null;
    // "How many are members?", unlike "How many has Chile left?".
    if (isTold && !ROLE.test(rest)) return null;
    return {
      kind: "count",
      subject: "",
      fill: (answer) =>
        `${noun === "" || / \p{L}+s$/u.test(answer) ? answer : `${answer} ${noun}`} ${rest}`,
    };
  }
  const circumstance = CIRCUMSTANCE.exec(bare)?.groups;
  const asked = circumstance ?? WHETHER.exec(bare)?.groups;
  if (!asked?.rest) return null;
  const { rest, aux = "" } = asked;
  const subject = ANYBODY.exec(rest)?.[0] ?? subjectAt(bare.length - rest.length);
  if (subject === null) return null;
  const predicate = `${aux.toLowerCase()}${rest.slice(subject.length).replace(/,? (?:too|as well|already|yet)$/iu, "")}`;
  return circumstance
    ? {
        kind: "circumstance",
        subject,
        fill: (answer) => `${subject} ${predicate} ${lowered(answer)}`,
      }
    : {
        kind: "whether",
        subject: ANYBODY.test(rest) ? "" : subject,
        fill: (answer) => `${answer} ${predicate}`,
      };
}

/** A question that only asks for a statement to be borne out, as one: "Chile left, didn't it?" */
export function untagged(text: string, { answers }: ContextData): string {
  if (!text.trimEnd().endsWith("?") || INVERTED.test(text)) return text;
  return text
    .replace(new RegExp(answers.checked, "iu"), "")
    .replace(/(?<=^(?:\S+ ){1,5})must (?:(?<be>be)|have) /u, (_, be) => (be ? "is " : "has "));
}

/** How many letters may stand before a noun: "these ". */
const DETERMINER = 6;

const INVERTED = new RegExp(
  `^(?:(?:and|but|so|well|then|now|ok|okay|yes|no|\\p{L}+,),? ){0,2}(?:${AUX}|who|whom|whose|what|which|how|why|when|where)(?:n['’]t|['’]s)? `,
  "iu",
);

function owned(name: string): string {
  return `${name}${/s$/u.test(name) ? "'" : "'s"}`;
}
