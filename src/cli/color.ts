/**
 * Whether to write colours to a stream: a flag goes before the environment, FORCE_COLOR before
 * NO_COLOR (as in Node itself), and both before what the stream is.
 *
 * @param flag `--color` (true), `--no-color` (false) or neither
 * @example wantsColor(undefined, { NO_COLOR: "1" }, true) // false
 */
export function wantsColor(
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (flag !== undefined) return flag;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== "dumb";
}
