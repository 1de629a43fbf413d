import { messageOf, RULES } from "./findings.ts";
import { placeOf } from "./place.ts";
import type { Formatter, Result, Run } from "./types.ts";
import { isFailure, isRecorded } from "./verdicts.ts";
import { startTag, xml, xmlLines } from "./xml.ts";

/** What the suite of claims that stand in no text is called. */
const CLAIMS = "claims";

/** A suite under way: the results of one text. */
interface Suite {
  readonly name: string;
  readonly results: Result[];
}

/**
 * `--format junit`: JUnit XML as CI systems read it: a suite for each text, a test case for each
 * recorded sentence, a failure for what fails. No times, so that the same input gives the same
 * bytes.
 */
export function junitFormatter(run: Run): Formatter {
  let suite: Suite | null = null;
  const close = (): string => {
    const piece = suite === null ? "" : formatSuite(suite, run);
    suite = null;
    return piece;
  };
  return {
    head: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n${startTag("testsuites", { name: "ottawa-check" })}\n`,
    file: ({ file }) => {
      const piece = close();
      suite = { name: file, results: [] };
      return piece;
    },
    result: (result) => {
      const name = result.location?.file ?? CLAIMS;
      const piece = suite !== null && suite.name !== name ? close() : "";
      suite ??= { name, results: [] };
      if (isRecorded(result, run)) suite.results.push(result);
      return piece;
    },
    tail: () => `${close()}</testsuites>\n`,
  };
}

function formatSuite({ name, results }: Suite, run: Run): string {
  const failures = results.filter((result) => isFailure(result, run));
  const tag = startTag("testsuite", {
    name,
    tests: Math.max(results.length, 1),
    failures: failures.length,
    errors: 0,
    skipped: 0,
    time: 0,
  });
  const names = uniqueNames(results);
  const cases = results.map((result, at) => formatCase(result, names[at] ?? "", run));
  // Some readers take a report without any test for a fault.
  if (results.length === 0)
    cases.push(`    ${caseTag(name, "nothing to report", undefined)}</testcase>\n`);
  return `  ${tag}\n${cases.join("")}  </testsuite>\n`;
}

function formatCase(result: Result, name: string, run: Run): string {
  const { checked, location } = result;
  const { verdict } = checked;
  const tag = `    ${caseTag(location?.file ?? CLAIMS, name, result)}`;
  if (verdict === "supported") return `${tag}</testcase>\n`;
  const place = location === undefined ? "" : `${placeOf(location)}\n`;
  const body = xmlLines(`${place}${messageOf(result)}`);
  if (!isFailure(result, run)) {
    return `${tag}\n      <system-out>${xml(verdict)}: ${body}</system-out>\n    </testcase>\n`;
  }
  const message = `${RULES[verdict].short}. ${checked.rationale.join(" ")}`;
  const failure = startTag("failure", { message, type: verdict });
  return `${tag}\n      ${failure}${body}</failure>\n    </testcase>\n`;
}

function caseTag(classname: string, name: string, result: Result | undefined): string {
  const place = result?.location;
  return startTag("testcase", { name, classname, time: 0, file: place?.file, line: place?.line });
}

/** Readers tell test cases apart by their names: a sentence that comes again gets a number. */
function uniqueNames(results: readonly Result[]): string[] {
  const seen = new Map<string, number>();
  return results.map(({ checked: { claim } }) => {
    const times = (seen.get(claim) ?? 0) + 1;
    seen.set(claim, times);
    return times === 1 ? claim : `${claim} (${times})`;
  });
}
