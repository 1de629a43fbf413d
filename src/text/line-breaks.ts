/** Lines are hardly ever wrapped at more characters than this. */
const WIDEST = 100;

/** A line that is wrapped is seldom shorter than this part of the width. */
const SHORT = 0.7;

const CLOSED = /[.!?…]["'”’»)\]]*$/u;
const GOES_ON = /[,\p{Pd}&/(]$/u;
/** Short small words (of, the, and) don't end a line that is whole. */
const SMALL_WORD = /\s\p{Ll}{1,3}$/u;
const BEGINS = /^["'“‘«([]*\p{Lu}/u;
const FIRST_WORD = /^\S{1,40}/u;

/** How much of a line's ends is looked at. */
const NEAR = 200;

/**
 * The width at which lines are wrapped, as far as the lines tell.
 *
 * @param least what it is taken to be, where all lines are shorter
 */
export function wrapWidth(lengths: Iterable<number>, least: number): number {
  let width = least;
  for (const length of lengths) if (length > width) width = length;
  return Math.min(width, WIDEST);
}

/**
 * Whether a line break was set on purpose (after a title, between the lines of an address) and so
 * ends what stands before it, rather than wrapping a line that was full.
 *
 * @param before the line before, without white space around it
 * @param after the line after it
 * @param width as {@link wrapWidth} tells it
 * @example isDeliberate("Canal opened", "Ships from all over the world …", 72) // true
 */
export function isDeliberate(before: string, after: string, width: number): boolean {
  const tail = before.slice(-NEAR);
  const head = after.slice(0, NEAR);
  if (before === "" || !BEGINS.test(head) || GOES_ON.test(tail)) return false;
  if (SMALL_WORD.test(tail)) return false;
  if (CLOSED.test(tail)) return true;
  const capitals = isShouted(tail);
  if (capitals !== isShouted(head)) return capitals && before.length > 3;
  if (capitals || before.length > width * SHORT) return false;
  const word = FIRST_WORD.exec(head)?.[0].length ?? 0;
  return before.length + 1 + word <= width;
}

/** Whether a line is in capitals. */
function isShouted(line: string): boolean {
  return !/\p{Ll}/u.test(line) && /\p{Lu}.*\p{Lu}/u.test(line);
}
