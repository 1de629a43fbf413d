import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { countValue } from "../../src/compare/quantify.ts";
import { compareWhen } from "../../src/compare/when.ts";
import type { Item, When } from "../../src/meaning.ts";

/** A case of a table: what it is called, what must come out, and what does. */
export interface TableCase {
  readonly name: string;
  readonly value: string;
  got(): string;
}

interface Known {
  readonly yes?: number;
  readonly no?: number;
  readonly open?: number;
  readonly closed?: boolean;
  readonly of?: number;
  readonly listed?: boolean;
  readonly value: string;
}

type Wanted =
  | string
  | { lo: number; hi: number; exact?: boolean; definite?: boolean; others?: boolean };

/** Reads the table of quantifiers. */
export function quantifierCases(file: string): TableCase[] {
  const tables = parse(readFileSync(file, "utf8")) as { wanted: Wanted; cases: Known[] }[];
  return tables.flatMap(({ wanted, cases }) =>
    cases.map((known): TableCase => {
      const { value, ...rest } = known;
      const name = `${JSON.stringify(wanted)} of ${JSON.stringify(rest)}`;
      return {
        name,
        value,
        got: () => countValue(itemOf(wanted), tallyOf(known, isOther(wanted))),
      };
    }),
  );
}

function itemOf(wanted: Wanted): Item {
  const quantifier =
    typeof wanted === "string"
      ? { kind: wanted }
      : {
          kind: "count",
          count: { lo: wanted.lo, hi: wanted.hi, exact: wanted.exact === true },
          definite: wanted.definite === true,
        };
  return { quantifier, except: isOther(wanted) ? ["?"] : [] } as unknown as Item;
}

function isOther(wanted: Wanted): boolean {
  return typeof wanted !== "string" && wanted.others === true;
}

function tallyOf(
  { yes = 0, no = 0, open = 0, closed = false, of, listed = false }: Known,
  spare: boolean,
) {
  const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at}`);
  return { yes: names(yes), no: names(no), open, closed, of, listed, spare };
}

type Time =
  | string
  | { readonly days?: number[]; readonly month?: number; readonly day?: number | null };

interface WhenCase {
  readonly claim: Time;
  readonly claimRel?: When["relation"];
  readonly beginning?: boolean;
  readonly fact: Time;
  readonly rel?: When["relation"];
  readonly further?: Time;
  /** Which parts have one value; the time unless said. */
  readonly once?: readonly string[];
  readonly value: string;
}

/** Reads the table of times. */
export function whenCases(file: string): TableCase[] {
  const tables = parse(readFileSync(file, "utf8")) as { name: string; cases: WhenCase[] }[];
  return tables.flatMap(({ name, cases }) =>
    cases.map((one): TableCase => {
      const { value, ...rest } = one;
      return { name: `${name}: ${JSON.stringify(rest)}`, value, got: () => outcomeOf(one) };
    }),
  );
}

function outcomeOf({ claim, claimRel, beginning, fact, rel, further, once = ["time"] }: WhenCase) {
  const facts = [timeOf(fact, "F", rel), ...(further ? [timeOf(further, "G")] : [])];
  const outcome = compareWhen(timeOf(claim, "C", claimRel, beginning), facts, once);
  return outcome === "the source says F, the claim C" ? "clash" : outcome;
}

function timeOf(
  time: Time,
  text: string,
  relation: When["relation"] = "in",
  beginning = false,
): When {
  const rest = { relation, beginning, text };
  if (typeof time === "string") {
    const [lo = "", hi = lo] = time.split("..");
    const days = { lo: dayOf(lo), hi: dayOf(hi) };
    return { ...rest, days, weekdays: null, yearless: null };
  }
  const { days: weekdays = null, month, day = null } = time;
  return { ...rest, days: null, weekdays, yearless: month === undefined ? null : { month, day } };
}

function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}
