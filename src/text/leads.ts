/**
 * What stands before a statement in print and is no part of it: datelines and, in transcripts,
 * the names of those who speak.
 */

const CAPITALS_PLACE = "\\p{Lu}[\\p{Lu}.'’/-]*\\p{Lu}(?: \\p{Lu}[\\p{Lu}.'’/-]*){0,3}";
const ANY_PLACE = "\\p{Lu}[\\p{L}.'’/-]*(?: \\p{Lu}[\\p{L}.'’/-]*){0,3}";
/** A country or state after the place. */
const REGION = "(?:, ?\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?";
const DATE = "(?:,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?)(?:,? \\d{4})?)";
const AGENCY = "(?: ?\\([^()]{1,40}\\))";
const DASH = " ?(?:--|[—–―-]) ?(?=[\"“«'‘]?\\p{Lu})";

const DATELINES = [
  new RegExp(`^${CAPITALS_PLACE}${REGION}${DATE}?${AGENCY}?${DASH}`, "u"),
  new RegExp(`^${ANY_PLACE}${REGION}(?:${DATE}${AGENCY}?|${AGENCY})${DASH}`, "u"),
];

/**
 * How long the dateline at a sentence's start is, with its dash; 0 where there is none.
 *
 * @example datelineOf("GENEVA, 3 May (Agency) — Talks began.") // 25
 */
export function datelineOf(sentence: string): number {
  const head = sentence.slice(0, 200);
  for (const pattern of DATELINES) {
    const length = pattern.exec(head)?.[0].length;
    // A line wholly in capitals is a headline with a dash in it.
    if (length !== undefined && /\p{Ll}/u.test(head.slice(length))) return length;
  }
  return 0;
}

/** A name (`KOVAL`, `Ann Koval (MP)`, `Q`) with its colon, before what was said. */
const LABEL =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]+)?(\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,4}(?: \([^()\n]{1,60}\))?):\s+(?=["“«'‘([]?[\p{Lu}\d])/u;

/** A year or a date with its colon, as the entries of a timeline begin. */
const DATED = /^\d[^:\n]{0,40}:\s/;

const HEAD = 200;

/** The name at the start of what somebody says, where it may be one. */
function labelOf(text: string): { readonly name: string; readonly length: number } | null {
  const match = LABEL.exec(text.slice(0, HEAD));
  return match ? { name: match[1] as string, length: match[0].length } : null;
}

/**
 * The names of those who speak, if the texts of these paragraphs are a transcript: names that
 * begin more than one of them, and names in capitals beside these.
 *
 * @example speakersOf(["ANN: We go.", "BO: Why?", "ANN: It is late."]) // ANN and BO
 */
export function speakersOf(paragraphs: Iterable<string>): Set<string> {
  const counts = new Map<string, number>();
  let timeline = false;
  for (const paragraph of paragraphs) {
    timeline ||= DATED.test(paragraph.slice(0, HEAD));
    const label = labelOf(paragraph);
    if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  }
  const isShouted = (name: string): boolean => !/\p{Ll}/u.test(name.replace(/ \(.*/u, ""));
  // "March:" may well begin two entries of a timeline.
  const mayRecur = (name: string): boolean => isShouted(name) || !timeline || name.includes(" ");
  const recurring = [...counts].filter(([name, count]) => count > 1 && mayRecur(name));
  if (recurring.length === 0) return new Set();
  return new Set([...counts.keys()].filter((n) => isShouted(n) || (counts.get(n) ?? 0) > 1));
}

/** Who says the paragraph, and how much of it is the name. */
export function speakerOf(
  paragraph: string,
  speakers: ReadonlySet<string>,
): { readonly name: string; readonly length: number } | null {
  if (speakers.size === 0) return null;
  const label = labelOf(paragraph);
  return label && speakers.has(label.name) ? label : null;
}
