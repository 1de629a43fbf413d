import { nearestName } from "../../base/faults.ts";
import { WORST_FIRST } from "../../report/verdicts.ts";
import type { Location, Verdict } from "../../types.ts";

/** How comments that are addressed to this program begin. */
export const DIRECTIVE = "ottawa-check-";

const ACTIONS = ["disable", "enable", "disable-line", "disable-next-line"] as const;
type Action = (typeof ACTIONS)[number];

/** The verdicts that a comment can suppress. */
const SUPPRESSIBLE: readonly Verdict[] = WORST_FIRST.filter((verdict) => verdict !== "supported");

/** A comment as read. */
interface Directive {
  readonly action: Action;
  readonly verdicts: readonly Verdict[];
  readonly location: Location;
  /** Which of its verdicts it has suppressed, or, for `enable`, taken back. */
  readonly used: Set<Verdict>;
  /** Whether it names its verdicts rather than meaning all. */
  readonly named: boolean;
}

/** Something to tell about a comment: that it is misspelt, or that it suppresses nothing. */
export interface CommentNote {
  readonly kind: "unused" | "mistaken";
  readonly location: Location;
  readonly message: string;
}

/** The least that has to be known of a finding. */
interface Found {
  readonly verdict: Verdict;
  readonly location: Location;
}

/**
 * What the comments of one text suppress.
 *
 * `ottawa-check-disable` holds from the comment to the next `-enable` or the end; `-disable-line`
 * for sentences of which any part stands on the comment's lines; `-disable-next-line` on the next
 * line that is not blank. Verdicts may follow (`refuted, conflicting-evidence`; none means all),
 * and a reason after `--`.
 *
 * @param comments in the order of the text
 * @param text the text as written
 */
export class Directives {
  readonly #directives: Directive[] = [];
  readonly #mistaken: CommentNote[] = [];
  readonly #lines: readonly string[];

  constructor(comments: readonly { text: string; location: Location }[], text: string) {
    this.#lines = comments.length > 0 ? text.split(/\r\n|[\r\n]/) : [];
    for (const { text: words, location } of comments) this.#read(words, location);
  }

  /** Whether a comment suppresses a finding; the comment counts as used then. */
  suppress({ verdict, location }: Found): boolean {
    const holder =
      this.#directives.findLast(
        (one) => one.verdicts.includes(verdict) && this.#touchesLine(one, location),
      ) ?? this.#disabledAt(location, verdict);
    holder?.used.add(verdict);
    return holder !== undefined;
  }

  /** What is to be told of the comments, once all findings went through {@link suppress}. */
  notes(): CommentNote[] {
    const unused = this.#directives.flatMap((directive) => unusedNote(directive));
    return [...this.#mistaken, ...unused].sort((a, b) => compare(a.location, b.location));
  }

  #read(words: string, location: Location): void {
    const [order = "", ...list] = withoutReason(words)
      .split(/[\s,]+/u)
      .filter(Boolean);
    const name = order.slice(DIRECTIVE.length);
    const action = ACTIONS.find((one) => one === name);
    if (action === undefined) {
      this.#mistaken.push(
        mistake(location, `'${order}' is no comment that is known`, name, ACTIONS),
      );
      return;
    }
    const verdicts = list.filter((word): word is Verdict => isSuppressible(word));
    for (const word of list) {
      if (isSuppressible(word)) continue;
      const message = `'${order}': '${word}' is no verdict that can be suppressed`;
      this.#mistaken.push(mistake(location, message, word, SUPPRESSIBLE));
    }
    if (list.length > 0 && verdicts.length === 0) return;
    const named = verdicts.length > 0;
    const meant = named ? verdicts : SUPPRESSIBLE;
    const directive = { action, verdicts: meant, location, used: new Set<Verdict>(), named };
    if (action === "enable") this.#enable(directive);
    this.#directives.push(directive);
  }

  /** An `enable` is of use where one of its verdicts is disabled at its place. */
  #enable(directive: Directive): void {
    for (const verdict of directive.verdicts) {
      if (this.#disabledAt(directive.location, verdict)) directive.used.add(verdict);
    }
  }

  #disabledAt(location: Location, verdict: Verdict): Directive | undefined {
    const last = this.#directives.findLast(
      (one) =>
        (one.action === "disable" || one.action === "enable") &&
        one.verdicts.includes(verdict) &&
        isBefore(one.location, location),
    );
    return last?.action === "disable" ? last : undefined;
  }

  #touchesLine({ action, location }: Directive, found: Location): boolean {
    if (action === "disable-line") {
      return found.line <= location.endLine && found.endLine >= location.line;
    }
    if (action !== "disable-next-line") return false;
    let next = location.endLine + 1;
    while (next <= this.#lines.length && this.#lines[next - 1]?.trim() === "") next += 1;
    return found.line <= next && found.endLine >= next && isBefore(location, found);
  }
}

function withoutReason(words: string): string {
  return words.replace(/(?:^|\s)--(?:\s[\s\S]*)?$/u, "");
}

function isSuppressible(word: string): word is Verdict {
  return SUPPRESSIBLE.some((verdict) => verdict === word);
}

function mistake(
  location: Location,
  message: string,
  word: string,
  known: readonly string[],
): CommentNote {
  const near = nearestName(word, known);
  const advice = near === null ? `there are ${known.join(", ")}` : `did you mean '${near}'?`;
  return { kind: "mistaken", location, message: `${message}; ${advice}` };
}

function unusedNote({ action, verdicts, named, used, location }: Directive): CommentNote[] {
  const idle = named ? verdicts.filter((verdict) => !used.has(verdict)) : [];
  if (named ? idle.length === 0 : used.size > 0) return [];
  const order = `'${DIRECTIVE}${action}${idle.map((verdict) => ` ${verdict}`).join(",")}'`;
  const why = action === "enable" ? "nothing is disabled there" : "it suppresses nothing";
  return [{ kind: "unused", location, message: `${order} is of no use: ${why}; remove it` }];
}

/** Whether a comment has ended where something begins. */
function isBefore(comment: Location, other: Location): boolean {
  return (
    comment.endLine < other.line ||
    (comment.endLine === other.line && comment.endColumn <= other.column)
  );
}

function compare(a: Location, b: Location): number {
  return a.line - b.line || a.column - b.column;
}
