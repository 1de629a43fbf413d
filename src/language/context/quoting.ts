/** Sentences that only say whose words were quoted before. */
import type { Said } from "./discourse.ts";
import { matched, standing } from "./standing.ts";
import { capital, stopless } from "./strings.ts";
import type { ContextData, Standalone } from "./types.ts";

/** How far back a quotation may stand. */
const BACK = 3;
/** Before what somebody is said to have said, and within how many characters that begins. */
const TOLD = /(?<=\p{L}) (?:said|says|wrote|writes|argued|argues|claimed|claims|remarked) that /iu;
const SPEAKER = 60;
/** So many words are a sentence rather than a phrase. */
const FEW = 5;

/**
 * Spells out whose words a quotation before is: "That is how Smith put it.", "Those words are hers."
 *
 * @param bare the sentence without its stop and without asides
 * @param names is somebody among these words whom the sentence names?
 * @returns null where it says nothing of the kind
 */
export function spellQuoting(
  bare: string,
  said: readonly Said[],
  data: ContextData,
  names: (who: string) => boolean,
): Standalone | { readonly open: string } | null {
  const [last] = said;
  const of = new RegExp(data["quoted-of"], "iu").exec(bare)?.groups;
  if (of?.who && of.what) {
    const quote = said.slice(0, 2).find((s) => /["“”«»]/u.test(s.written));
    if (!quote) return { open: bare };
    const words = quotedIn(quote.written) ?? quote.written.replace(/^["“«']+|["”»']+$/gu, "");
    return standing(`${of.who} called ${of.what} "${words}".`, bare, words, false);
  }
  const { who: by, apposed } = new RegExp(data["quoted-by"], "iu").exec(bare)?.groups ?? {};
  if (by !== undefined && names(by)) {
    const quote = said.slice(0, 2).find((s) => s.place === "quotation" || isQuotation(s.written));
    if (quote) {
      const words = quote.written.replace(/^["“«']+|["”»']+$/gu, "");
      const who = apposed === undefined ? by : `${by}${apposed},`;
      return standing(`${capital(who)} said: "${words}"`, bare, words, false);
    }
  }
  const ownWords = ownIn(bare, said, data);
  if (ownWords?.who === null) return { open: bare };
  const quoted = ownWords?.who ?? matched(data.quoted, bare);
  if (quoted !== null && (ownWords || names(quoted))) {
    // Who said it may be asked or guessed in between.
    const quote = said.slice(0, BACK).find((s) => /["“”«»]/u.test(s.written));
    const told = quote ? null : toldIn(said.slice(0, BACK));
    if (told !== null) {
      const text = `${quoted} said that ${told}`;
      return standing(text, bare, text, ownWords?.denied ?? false);
    }
    if (ownWords && !quote) return { open: bare };
    if ((quote ?? last)?.role !== "statement") return { open: bare };
    const words = quotedIn((quote ?? last)?.written ?? "");
    // "The phrase is hers": of a few words within a sentence it is told where they call something so.
    if (words === null) {
      const told = calledIn((quote ?? last)?.written ?? "", quoted);
      return told === null ? { open: bare } : standing(told, bare, told, ownWords?.denied ?? false);
    }
    const who = quoted.includes(",") ? `${quoted},` : quoted;
    return standing(`${who} said: "${words}"`, bare, words, ownWords?.denied ?? false);
  }
  return null;
}

/** "It was Smith who called it "dear and rare"": that another called it so. */
function calledIn(written: string, who: string): string | null {
  const { verb, what, words } =
    /\b(?<verb>called|calls|described|describes|dismissed|hailed) (?<what>(?:the|its|their|his|her|this|that) [^"“«,;]{2,60}?)(?: as)? ["“«](?<words>[^"“”«»]+)["”»]/u.exec(
      written,
    )?.groups ?? {};
  return words === undefined
    ? null
    : `${capital(who)} ${verb} ${what} "${words.replace(/[.,]$/u, "")}".`;
}

/** What stands in quotation marks, else all of it; null where those hold a few words of a sentence. */
function quotedIn(written: string): string | null {
  const inside = /["“«](?<words>[^"“”«»]+)["”»]/u.exec(written)?.groups?.words;
  if (inside !== undefined && inside.split(" ").length >= FEW) return inside;
  const whole = written.replace(/^["“«']+|["”»']+$/gu, "");
  return inside === undefined || isQuotation(written) ? whole : null;
}

/** What somebody was said to have said: "A deputy said that it was over". */
function toldIn(said: readonly Said[]): string | null {
  for (const { text, role } of said) {
    const at = TOLD.exec(text);
    const told =
      at && at.index < SPEAKER ? stopless(text.slice(at.index + at[0].length), ".!?") : "";
    if (told !== "" && role !== "heading" && !/["“]/u.test(text)) return told;
  }
  return null;
}

/** "The sentence is his, not the minister's": of the one who was named last; null where that is open. */
function ownIn(
  bare: string,
  said: readonly Said[],
  data: ContextData,
): { who: string | null; denied: boolean } | null {
  const found = new RegExp(data["quoted-own"], "iu").exec(bare)?.groups;
  if (found?.own === undefined) return null;
  const isPerson = /^(?:his|hers)$/iu.test(found.own);
  const kinds = said
    .slice(0, BACK)
    .map(({ mentions }) =>
      mentions.filter(
        (m) =>
          !m.list &&
          m.ids.length === 1 &&
          (m.kind === "person") === isPerson &&
          (isPerson || m.kind === "body"),
      ),
    );
  const [one, ...more] = kinds.find((some) => some.length > 0) ?? [];
  if (!one || more.some((m) => m.text !== one.text)) return { who: null, denied: false };
  if (found.not === undefined) return { who: one.text, denied: false };
  const but = found.but?.replace(/['’]s?$/u, "");
  return but === undefined ? { who: one.text, denied: true } : { who: but, denied: false };
}

/** Does it stand in quotation marks as a whole? */
function isQuotation(written: string): boolean {
  return /^["“«][^"“”«»]+["”»][.!]?$/u.test(written.trim());
}
