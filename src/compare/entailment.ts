/**
 * The seven basic relations of natural logic and their join, after MacCartney and Manning (2009,
 * "An extended model of natural logic"); the table is Icard's (2012), proved in a test by
 * enumerating sets.
 */

/** How what one thing says stands to what another says, as sets of the situations where each holds. */
export type Entailment =
  /** Both say the same. */
  | "equivalent"
  /** The first is more specific: where it holds, the second does. */
  | "forward"
  /** The first is more general. */
  | "reverse"
  /** Exactly one of them holds. */
  | "negation"
  /** They can't both hold. */
  | "alternation"
  /** At least one of them holds. */
  | "cover"
  /** Nothing follows. */
  | "independent";

const ORDER: readonly Entailment[] = [
  "equivalent",
  "forward",
  "reverse",
  "negation",
  "alternation",
  "cover",
  "independent",
];

// Rows and columns in that order, each relation by its initial.
const TABLE: readonly string[] = [
  "efrnaci", // equivalent
  "ffiaaii", // forward
  "rircici", // reverse
  "ncaerfi", // negation
  "aiafifi", // alternation
  "ccirrii", // cover
  "iiiiiii", // independent
];

/**
 * How x stands to z where x stands to y by `first` and y to z by `second`: the strongest relation
 * that always holds then.
 *
 * @example join("forward", "negation") // "alternation": a robin is a bird, so it is no non-bird
 */
export function join(first: Entailment, second: Entailment): Entailment {
  const initial = TABLE[ORDER.indexOf(first)]?.[ORDER.indexOf(second)];
  return ORDER.find((relation) => relation.startsWith(initial ?? "i")) ?? "independent";
}

/**
 * What evidence that holds makes of a claim to which it stands so: it is true, false, or nothing
 * follows (null).
 */
export function truthFrom(relation: Entailment): "true" | "false" | null {
  switch (relation) {
    case "equivalent":
    case "forward":
      return "true";
    case "negation":
    case "alternation":
      return "false";
    default:
      return null;
  }
}
