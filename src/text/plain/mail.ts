import type { Line } from "./lines.ts";

/** The fields of an e-mail's head, as RFC 5322 names them and as mail programs show them. */
const FIELD =
  /^(?:from|to|cc|bcc|subject|date|sent|reply-to|sender|message-id|in-reply-to|references|received|return-path|delivered-to|mime-version|importance|priority|attachments?|list-[a-z-]+|content-[a-z-]+|x-[a-z-]+):(?:\s|$)/i;
const SUBJECT = /^subject:\s*(?:(?:re|fwd?|aw|wg)(?:\[\d+\])?:\s*)*/i;

/** What mail programs write over what they quote. */
const FORWARDED =
  /^(?:-{2,}\s*(?:(?:original|forwarded) message\s*|forwarded by\b[^-]*)-{2,}|begin forwarded message:)$/i;
const WROTE = /^on\b.{4,200}\bwrote:$/i;
const SENDER = /@|\d{1,2}:\d{2}/;

/** The subject in an e-mail's head: where it stands in the text. */
export interface Head {
  /** How many of the lines are the head. */
  readonly count: number;
  readonly subject: { readonly start: number; readonly end: number } | null;
}

/**
 * The head of an e-mail, if these lines begin with one: at least two fields, or one after
 * "Original Message" and the like.
 */
export function headOf(lines: readonly Line[]): Head | null {
  let count = 0;
  let fields = 0;
  let subject: Head["subject"] = null;
  for (const line of lines) {
    const goesOn = fields > 0 && line.indent > 0;
    if (FIELD.test(line.text)) {
      fields += 1;
      const before = SUBJECT.exec(line.text)?.[0].length ?? line.text.length;
      if (before < line.text.length) subject = { start: line.start + before, end: line.end };
    } else if (!goesOn && !(fields === 0 && FORWARDED.test(line.text))) {
      break;
    }
    count += 1;
  }
  const forwarded = count > fields && FORWARDED.test(lines[0]?.text ?? "");
  return fields >= 2 || forwarded ? { count, subject } : null;
}

/**
 * How many of the lines from `at` on say who wrote what is quoted below: "On Monday at 10:15,
 * Ann <ann@example.org> wrote:", in one line or two.
 */
export function attributionLines(lines: readonly Line[], at: number): number {
  const first = lines[at]?.text ?? "";
  if (!/^on\b/i.test(first)) return 0;
  const both = `${first} ${lines[at + 1]?.text ?? ""}`;
  if (WROTE.test(first) && SENDER.test(first)) return 1;
  return WROTE.test(both) && SENDER.test(both) ? 2 : 0;
}

/** Whether a signature begins here: `--` by itself, in other texts than mail with a space after. */
export function isSignatureMark(line: Line, text: string, mail: boolean): boolean {
  return line.text === "--" && (mail || text.startsWith("-- ", line.start));
}
