/**
 * Patterns become regular expressions, which try every way to share a name out among the wildcards:
 * with many of them, one name of a few dozen letters takes hours. So these are refused.
 */

/** So many `*` may stand in one name of a path, and so many `**` in a whole pattern. */
const MOST = 4;

/** No path is longer by much, and no expression can be. */
const LONGEST = 1000;

/** Wildcards in something that is repeated itself, as in `+(a*)`. */
const REPEATED = /[*+]\([^()]*[*+?]/u;

/** A group of alternatives without another in it. */
const GROUP = /\{[^{}]*\}|\([^()]*\)/gu;

/** Groups in groups in groups are nobody's pattern. */
const DEPTH = 5;

/** What is wrong with a pattern that {@link isCostly}. */
export const TOO_COSTLY = `is too long or has more wildcards than can be tried; write at most ${LONGEST} characters, ${MOST} wildcards in a name, none within +(…)`;

/**
 * Whether a pattern, as in `.gitignore` or a glob, could take more than an instant for one path. Of
 * alternatives, the costliest counts.
 *
 * @example isCostly("*a*b*c*d*e") // true
 */
export function isCostly(pattern: string): boolean {
  if (pattern.length > LONGEST || REPEATED.test(pattern)) return true;
  let flat = pattern;
  for (let level = 0; level < DEPTH && /[{(]/u.test(flat); level++)
    flat = flat.replace(GROUP, costliest);
  const folders = flat.match(/\*\*+/gu)?.length ?? 0;
  return folders > MOST || flat.split("/").some((name) => starsIn(name) > MOST);
}

function costliest(group: string): string {
  const alternatives = group.slice(1, -1).split(/[,|]/u);
  return alternatives.toSorted((a, b) => starsIn(b) - starsIn(a))[0] ?? "";
}

function starsIn(text: string): number {
  return text.match(/\*+/gu)?.length ?? 0;
}
