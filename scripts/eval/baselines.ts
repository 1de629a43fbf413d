import Fuse from "fuse.js";
import type { Base } from "../../src/base/types.ts";
import type { LabelledClaim } from "./claims.ts";
import type { Answer, Engine } from "./engine.ts";

/** Words whose number, odd or even, tells negated claims from others in the fuse.js baseline. */
const NEGATION =
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|false|fail(?:s|ed)?|refuse[sd]?)\b|n['’]t\b/giu;

const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1];

const NOTHING: Answer = {
  verdict: "not-enough-evidence",
  evidence: [],
  rationale: ["A baseline gives no reasons."],
  trace: () => [],
};

/** Always not-enough-evidence: what a checker that knows nothing reaches. */
export const alwaysNothing: Engine = () => NOTHING;

/**
 * fuse.js alone: the best match among the base's statements supports the claim, or refutes it
 * where the one has an odd and the other an even number of negation words; a match worse than the
 * threshold is none.
 *
 * @returns the engine for a threshold; matches are remembered from one threshold to the next
 */
function fuseEngines(base: Base): (threshold: number) => Engine {
  const fuse = new Fuse(base.claims, {
    keys: ["statement"],
    includeScore: true,
    ignoreLocation: true,
    threshold: 1,
  });
  const known = new Map<string, { answer: Answer; score: number }>();

  const match = (claim: string) => {
    const [best] = fuse.search(claim, { limit: 1 });
    if (!best) return { answer: NOTHING, score: Number.POSITIVE_INFINITY };
    const { statement, quotes } = best.item;
    const odd = (negations(claim) + negations(statement)) % 2 === 1;
    const answer: Answer = {
      verdict: odd ? "refuted" : "supported",
      evidence: quotes.map((quote) => ({ source: quote.source, sentence: quote.text })),
      rationale: [`Best match: ${statement}`],
      trace: () => [],
    };
    return { answer, score: best.score ?? 1 };
  };

  return (threshold) => (claim) => {
    const result = known.get(claim) ?? match(claim);
    known.set(claim, result);
    return result.score <= threshold ? result.answer : NOTHING;
  };
}

/** fuse.js with the threshold of a small grid that gets most labels of the given claims right. */
export function tunedFuse(
  base: Base,
  claims: readonly LabelledClaim[],
): { engine: Engine; threshold: number } {
  const engineFor = fuseEngines(base);
  let best = { engine: engineFor(0), threshold: 0, right: -1 };
  for (const threshold of THRESHOLDS) {
    const engine = engineFor(threshold);
    const right = claims.filter(({ claim, label }) => engine(claim).verdict === label).length;
    if (right > best.right) best = { engine, threshold, right };
  }
  return best;
}

function negations(text: string): number {
  return text.match(NEGATION)?.length ?? 0;
}
