/**
 * What stands before a statement in print and is no part of it: datelines and, in transcripts,
 * the names of those who speak.
 */

const CAPITALS_PLACE = "\\p{Lu}[\\p{Lu}.'’/-]*\\p{Lu}(?: \\p{Lu}[\\p{Lu}.'’/-]*){0,3}";
const ANY_PLACE = "\\p{Lu}[\\p{L}.'’/-]*(?: \\p{Lu}[\\p{L}.'’/-]*){0,3}";
/** How much of a paragraph's start is looked at. */
const HEAD = 200;

/** A country or state after the place. */
const REGION = "(?:, ?\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?";
const DATE = "(?:,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?)(?:,? \\d{4})?)";
const AGENCY = "(?: ?\\([^()]{1,40}\\))";
const DASH = " ?(?:--|[—–―-]) ?(?=[\"“«'‘]?\\p{Lu})";

const DATELINES = [
  new RegExp(`^${CAPITALS_PLACE}${REGION}${DATE}?${AGENCY}?${DASH}`, "u"),
  new RegExp(`^${ANY_PLACE}${REGION}(?:${DATE}${AGENCY}?|${AGENCY})${DASH}`, "u"),
];

/** The time of day before an entry of a live blog: "18:05 – Talks began." */
const CLOCK =
  /^\[?\d{1,2}(?::\d{2}|\.\d{2}(?= ?[|—–―-]))(?::\d{2})?(?: ?(?:[ap]\.?m\.?|hrs|h|GMT|UTC|CES?T|EES?T|BST|E[SD]T))?\]?(?: ?(?:[|:]|--|[—–―-]))? (?=["“«'‘]?\p{Lu})/u;

/**
 * How long the dateline or time of day at a sentence's start is, with its dash; 0 where there is none.
 *
 * @example datelineOf("GENEVA, 3 May (Agency) — Talks began.") // 25
 */
export function datelineOf(sentence: string): number {
  const head = sentence.slice(0, HEAD);
  const clock = CLOCK.exec(head)?.[0].length;
  if (clock !== undefined) return clock;
  if (!/[—–―-]/.test(head)) return 0;
  for (const pattern of DATELINES) {
    const length = pattern.exec(head)?.[0].length;
    // A line wholly in capitals is a headline with a dash in it.
    if (length !== undefined && /\p{Ll}/u.test(head.slice(length))) return length;
  }
  return 0;
}

/** A name (`KOVAL`, `Ann Koval (MP)`, `Q`) with its colon, before what was said. */
const LABEL =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]+)?(\p{Lu}[\p{L}.'’-]*(?: [\p{L}\d.'’-]+){0,4}(?: \([^()\n]{1,60}\))?):\s+(?=["“«'‘([]?[\p{Lu}\d])/u;

/** A year or a date with a colon or dash, as the entries of a timeline begin. */
const DATED = /^([\p{L}\d][\p{L}\d ,./]{0,40}?)(?::|[ \t]+[–—-]{1,2})[ \t]/u;
const DATE_DIGITS = /^\d|\d{4}|\p{Ll}\.? \d{1,2}$/u;

/**
 * Whether a line begins as the entries of timelines do.
 *
 * @example isDated("Sept. 18, 1997 - The canal opens") // true
 */
export function isDated(line: string): boolean {
  return DATE_DIGITS.test(DATED.exec(line.slice(0, HEAD))?.[1] ?? "");
}

/** What is told of a statement, not who speaks: "Myth: …", "Fact: …". */
const NO_NAME =
  /^(?:myths?|facts?|claim|truth|reality|true|false|rumou?r|fiction|correct|wrong|right|note|source|update|correction|answer|question|verdict|what|why|when|where|who|how|next|now|today)\b/iu;

/** The name at the start of what somebody says, where it may be one. */
function labelOf(text: string): { readonly name: string; readonly length: number } | null {
  const match = LABEL.exec(text.slice(0, HEAD));
  const name = match?.[1] ?? "";
  if (!match || (!isShouted(name) && NO_NAME.test(name))) return null;
  return { name, length: match[0].length };
}

/**
 * The names of those who speak, if the texts of these paragraphs are a transcript. Names in
 * capitals are, where one of them begins more than one paragraph. Others ("Ann:", but also "Note:",
 * "March:") are, where two of them do and they begin most paragraphs.
 *
 * @example speakersOf(["ANN: We go.", "BO: Why?", "ANN: It is late."]) // ANN and BO
 */
export function speakersOf(paragraphs: Iterable<string>): Set<string> {
  const shouted = new Map<string, number>();
  const others = new Map<string, number>();
  let total = 0;
  let begun = 0;
  let timeline = false;
  for (const paragraph of paragraphs) {
    total += 1;
    timeline ||= isDated(paragraph);
    const label = labelOf(paragraph);
    if (!label) continue;
    begun += 1;
    const counts = isShouted(label.name) ? shouted : others;
    counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  }
  const recurring = [...others].filter(([, count]) => count > 1).map(([name]) => name);
  const dialogue = !timeline && recurring.length > 1 && begun * 2 > total;
  const anyShouted =
    [...shouted.values()].some((count) => count > 1) || (shouted.has("Q") && shouted.has("A"));
  return new Set([...(anyShouted ? shouted.keys() : []), ...(dialogue ? recurring : [])]);
}

function isShouted(name: string): boolean {
  return !/\p{Ll}/u.test(name.replace(/ \(.*/u, ""));
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

/** A line ends with a sentence. */
const ENDS = /[.!?…]["”'’)]{0,3}$/u;

/** The lines of a paragraph at which somebody else may begin to speak: its first, and "Ann: …" below "Bo: …". */
export function* turnsOf(paragraph: string): Iterable<string> {
  yield paragraph;
  let before = "";
  for (const written of paragraph.split(/[\r\n]/u)) {
    const line = written.trim();
    if (ENDS.test(before) && /^\p{Lu}/u.test(line) && labelOf(line)) yield line;
    if (line !== "") before = line;
  }
}
