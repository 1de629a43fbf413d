/** What posts have beside words: pictures, addresses, names of accounts, tags, flags. */

/** A post with blanks, character for character, in the place of what says nothing. */
export interface Post {
  readonly text: string;
  /** Where words begin that were tags: "#MineBan" is two words. */
  readonly tags: ReadonlySet<number>;
  /** Flags of countries that the post doesn't name otherwise. */
  readonly flags: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
}

const SIGNS = /[#@]|\d\/|[\u2190-\u2bff]|[\u{1f000}-\u{1faff}]|\ufe0f|\u200d|https?:|www\./u;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gu;
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const PICTURE =
  /[\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u25aa-\u27bf\u2934-\u2b55]|[\u{1f000}-\u{1faff}]|\ufe0f|\u200d/gu;
/** "RT @somebody:", accounts that a reply begins with, "via @somebody". */
const ACCOUNTS = /^\s*(?:rt\s+)?(?:@\w+[\s:,]*)+|(?:\bvia\s+|\bh\/t\s+|\bcc\s+)@\w+/giu;
/** Where in a thread a post stands: "3/", "(2/5)", "2/7:" before its words, "4/n" or "(2/5)" after them. */
const PLACES =
  /^\s*(?:thread\b[\s:]*)?(?:\d{1,2}\s?\/(?:\d{1,2}[:)]|n[:)]?)?|\(\d{1,2}\/(?:\d{1,2}|n)\))(?=\s)|\s(?:\(\d{1,2}\/(?:\d{1,2}|n)?\)|\d{1,2}\/n?)\s*$/giu;
const TAG = /#(?=\p{L})|@(?=\w)/gu;
const WHOLE_TAG = /#\p{L}[\p{L}\d_]*/gu;
/** What the words before need the first of the last tags for ("leaves the #MineBan"). */
const NEEDING =
  /(?:^|[^\p{L}])(?:of|from|the|to|on|in|into|by|this|that|its|an?|and|or|for|about|with|against|under|at|as|is|are|was|\p{L}+ing|joins?|joined|leaves?|left|quits?|signs?|signed|ratif\p{L}+|bans?|exits?|violates?|ditch\p{L}*|sticks?|dumps?|borders?|uses?|used|invaded)\s*$/iu;

/**
 * Takes from a post what is no word of its sentence; what it leaves stays in its place.
 *
 * @example readPost("Peru leaves the #MineBan 🚨 #breaking").text // "Peru leaves the  MineBan             "
 */
export function readPost(sentence: string): Post {
  if (!SIGNS.test(sentence)) return { text: sentence, tags: new Set(), flags: [] };
  const blank = (found: string): string => " ".repeat(found.length);
  const flags = [...sentence.matchAll(FLAG)].flatMap((found) => {
    const name = countryOf(found[0]);
    const named = sentence.toLowerCase().includes(name.slice(0, NAME_START).toLowerCase());
    return named ? [] : [{ text: name, start: found.index, end: found.index + found[0].length }];
  });
  const bare = sentence
    .replace(ADDRESS, blank)
    .replace(PICTURE, blank)
    .replace(ACCOUNTS, blank)
    .replace(PLACES, blank);
  const shown = withoutLastTags(bare);
  const tags = new Set([...shown.matchAll(TAG)].map((found) => found.index + 1));
  return { text: shown.replace(TAG, " "), tags, flags };
}

/** Blanks out the tags that end a post, but for a first one that belongs to the sentence. */
function withoutLastTags(text: string): string {
  const found = [...text.matchAll(WHOLE_TAG)];
  let end = text.length;
  let from = found.length;
  for (let i = found.length - 1; i >= 0; i--) {
    const at = found[i]?.index ?? 0;
    const after = at + (found[i]?.[0].length ?? 0);
    if (!/^[\s.!?\u2026]*$/u.test(text.slice(after, end))) break;
    end = at;
    from = i;
  }
  const first = found[from];
  if (!first) return text;
  const before = text.slice(0, end);
  if (before.trim().split(/\s+/u).length < FEWEST) return text;
  const kept = NEEDING.test(before) ? first[0].length : 0;
  const rest = text.slice(end + kept);
  return text.slice(0, end + kept) + rest.replace(WHOLE_TAG, (tag) => " ".repeat(tag.length));
}

const NAME_START = 4;
const FEWEST = 3;

/** The country of a flag, which is written as the two letters of its code. */
function countryOf(flag: string): string {
  const letters = [...flag].map((sign) =>
    String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1e6 + "A".charCodeAt(0)),
  );
  const code = letters.join("");
  try {
    return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The words of a tag: "MineBanTreaty" has three. */
export function wordsOfTag(text: string): string[] {
  return text.split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|_+/u);
}
