import type { Evidence, Location } from "../types.ts";
import { createFingerprints, type FindingVerdict, messageOf, RULES } from "./findings.ts";
import { isAbsolute, isInFile, uriOf } from "./place.ts";
import { safeJson } from "./safe.ts";
import { sourceOf } from "./source-of.ts";
import type { Formatter, Result, Run } from "./types.ts";
import { isFinding } from "./verdicts.ts";

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Paths of checked files count from the root of the repository … */
const ROOT = "%SRCROOT%";
/** … and those of the sources from the folder of the claim base. */
const BASE = "CLAIMBASE";

/**
 * `--format sarif`: SARIF 2.1.0 with the findings, one a line, as GitHub's code scanning and
 * others read it. The source sentences are related locations.
 */
export function sarifFormatter(run: Run): Formatter {
  const fingerprint = createFingerprints();
  let before = "\n      ";
  return {
    head: () => `{
  "$schema": "${SCHEMA}",
  "version": "2.1.0",
  "runs": [{
    "tool": ${safeJson({ driver: driver(run) })},
    "originalUriBaseIds": ${safeJson({
      [ROOT]: { description: { text: "The folder that the check was started in." } },
      [BASE]: { description: { text: "The folder of the claim base." } },
    })},
    "columnKind": "unicodeCodePoints",
    "results": [`,
    result: (result) => {
      if (!isFinding(result, run)) return "";
      const piece = `${before}${safeJson(toSarif(result, run, fingerprint(result)))}`;
      before = ",\n      ";
      return piece;
    },
    tail: () => `${before.startsWith(",") ? "\n    ]" : "]"}\n  }]\n}\n`,
  };
}

const ORDER = Object.keys(RULES) as FindingVerdict[];

function driver({ version }: Run): object {
  return {
    name: "ottawa-check",
    version,
    semanticVersion: version,
    rules: ORDER.map((id) => {
      const { level, short, full, help } = RULES[id];
      return {
        id,
        name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
        shortDescription: { text: short },
        fullDescription: { text: full },
        help: { text: help, markdown: help },
        defaultConfiguration: { level },
        properties: { tags: ["facts"], precision: "high", "problem.severity": level },
      };
    }),
  };
}

function toSarif(result: Result, run: Run, fingerprint: string): object {
  const { checked, location } = result;
  const verdict = checked.verdict as FindingVerdict;
  return {
    ruleId: verdict,
    ruleIndex: ORDER.indexOf(verdict),
    level: RULES[verdict].level,
    message: { text: plain(messageOf(result)) },
    ...(isInFile(location) && {
      locations: [{ physicalLocation: physical(location) }],
    }),
    ...(checked.evidence.length > 0 && {
      relatedLocations: checked.evidence.map((item, index) => related(item, index, run)),
    }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

function physical({ file, line, column, endLine, endColumn }: Location): object {
  return {
    artifactLocation: { uri: uriOf(file), ...(!isAbsolute(file) && { uriBaseId: ROOT }) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function related({ sentence, stance, source, speaker }: Evidence, id: number, run: Run): object {
  const file = sourceOf(run.sources, { source, sentence })?.file ?? source.id;
  const who = speaker === null ? "" : `, said by ${speaker}`;
  return {
    id: id + 1,
    message: { text: plain(`${source.title} ${stance} it${who}: “${sentence}”`) },
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), ...(!isAbsolute(file) && { uriBaseId: BASE }) },
      region: { startLine: source.line },
    },
  };
}

/** A message whose brackets are no links; SARIF has `[text](target)` for these. */
function plain(text: string): string {
  const parts = text.split("](");
  const last = parts.pop() ?? "";
  const escaped = parts.map((part) => {
    const from = part.lastIndexOf("]") + 1;
    return part.slice(0, from) + part.slice(from).replaceAll("[", "\\[");
  });
  return [...escaped, last].join("](");
}
