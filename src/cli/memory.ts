import { setFlagsFromString } from "node:v8";

/** The last Node that is known to have the settings; one that has not would complain. */
const LAST_KNOWN = 26;

/**
 * Keeps the heap of a long run small, since a text's sentences are forgotten as soon as they are
 * judged. The part where new objects begin stays at its first size: of its own accord it grows with
 * the length of a run to three times 16 MB and more. And the part for old ones may grow by 60 % until
 * it is cleared up, not to four times what is in it. Measured on 5 MB of prose: 60 MB and 50 MB less,
 * in the same time.
 */
export function keepHeapSmall(): void {
  const major = Number(process.versions.node.split(".")[0]);
  if (major > LAST_KNOWN) return;
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=60");
}
