import type { Evidence, Verdict } from "../types.ts";
import { createFingerprints } from "./findings.ts";
import { isInFile, uriOf } from "./place.ts";
import { safeJson } from "./safe.ts";
import type { Formatter, Result, Run } from "./types.ts";
import { isRecorded } from "./verdicts.ts";

/** What schema.org calls a rating: a number from the worst to the best, and its name. */
const RATINGS: Readonly<Record<Verdict, { name: string; value?: number }>> = {
  refuted: { name: "Refuted", value: 1 },
  "conflicting-evidence": { name: "Conflicting evidence", value: 2 },
  supported: { name: "Supported", value: 3 },
  // No number on that scale: the claim may be true or false.
  "not-enough-evidence": { name: "Not enough evidence" },
};
const WORST = 1;
const BEST = 3;

/** Google asks for fewer than 75 characters. */
const LONGEST = 74;

/**
 * `--format claimreview`: schema.org ClaimReview as JSON-LD, one review a line. The addresses are
 * relative: to the page that the reviews are put into, and to the checked files.
 */
export function claimReviewFormatter(run: Run): Formatter {
  const fingerprint = createFingerprints();
  let before = "\n    ";
  return {
    head: () => `{\n  "@context": "https://schema.org",\n  "@graph": [`,
    result: (result) => {
      if (!isRecorded(result, run)) return "";
      const review = toReview(result, fingerprint(result));
      // "</script>" in a claim must not end the script element that JSON-LD stands in.
      const piece = `${before}${safeJson(review).replaceAll("<", "\\u003c")}`;
      before = ",\n    ";
      return piece;
    },
    tail: () => `${before.startsWith(",") ? "\n  ]" : "]"}\n}\n`,
  };
}

function toReview({ checked, location }: Result, fingerprint: string): object {
  const { claim, verdict, rationale, evidence } = checked;
  const { name, value } = RATINGS[verdict];
  return {
    "@type": "ClaimReview",
    url: `#claim-${fingerprint.replace(":", "-")}`,
    claimReviewed: shorten(claim, LONGEST),
    author: { "@type": "Organization", name: "ottawa-check" },
    reviewRating: {
      "@type": "Rating",
      ...(value !== undefined && { ratingValue: value, bestRating: BEST, worstRating: WORST }),
      alternateName: name,
    },
    itemReviewed: {
      "@type": "Claim",
      text: claim,
      ...(isInFile(location) && {
        appearance: { "@type": "CreativeWork", url: `${uriOf(location.file)}#L${location.line}` },
      }),
    },
    reviewBody: rationale.join(" "),
    ...(evidence.length > 0 && { citation: evidence.map(citation) }),
  };
}

function citation({ sentence, source }: Evidence): object {
  return {
    "@type": "Quotation",
    text: sentence,
    isPartOf: { "@type": "Article", name: source.title },
  };
}

/**
 * Cuts a text after a word, with an ellipsis, where it has more than so many UTF-16 units.
 *
 * @example shorten("one two three", 10) // "one two…"
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest);
  const end = room.search(/\s\S*$/u);
  // A single long word is cut, but not within a character.
  const cut = end > 0 ? room.slice(0, end) : [...room].slice(0, -1).join("");
  return `${cut.trimEnd().replace(/[\p{P}\s]+$/u, "")}…`;
}
