/** A statement with another number or date in the place of its own. */
import type { Analysed } from "./mentions.ts";
import { capital } from "./strings.ts";

/** What ties a date to what it is said of. */
const TIED =
  /^(?:in|on|at|by|since|from|back|about|around|the|a|an|end|early|late|of|,|and|only|as|until)$/u;

/** A sentence with its number exchanged; null where it has none or several. */
export function withNumber(
  text: string,
  right: string,
  analyse: (text: string) => Analysed,
): string | null {
  const asks = analyse(right).units;
  if (!asks.some((u) => u.quantity) || !asks.every(isCount)) return null;
  const { units, words } = analyse(text);
  const [number, ...more] = units.filter((u) => u.quantity);
  if (!number || more.length > 0) return null;
  const numerals = words.slice(number.from, number.to).filter((w) => /^[\d.,]+$/u.test(w.text));
  const [numeral] = numerals;
  if (!numeral || numerals.length > 1) return null;
  const start = words[number.from]?.start ?? 0;
  return `${text.slice(0, start)}${start === 0 ? capital(right) : right}${text.slice(numeral.end)}`;
}

export function isCount({ quantity, group, lower }: Analysed["units"][number]): boolean {
  return (
    quantity !== null ||
    group !== undefined ||
    /^(?:countries|states|territories|nations|members|parties|signatories|governments|of|them|,|and|or|in|all|the)$/u.test(
      lower,
    )
  );
}

/** A date or a day with what ties it. */
export function onlyTime(text: string, analyse: (text: string) => Analysed): boolean {
  const { units } = analyse(text);
  return units.some((u) => u.time) && units.every((u) => u.time || u.mark || TIED.test(u.lower));
}

/** A sentence with its date exchanged; null where it has none or several. */
export function withTime(
  text: string,
  right: string,
  analyse: (text: string) => Analysed,
): string | null {
  const { units, words } = analyse(text);
  const [time, ...more] = units.filter((u) => u.time);
  if (!time || more.length > 0) return null;
  const before = units[units.indexOf(time) - 1];
  const from = before?.mark ? before.from : time.from;
  const start = words[from]?.start ?? 0;
  const end = words[time.to - 1]?.end ?? 0;
  const tie = /^(?:in|on|at|since)\b/iu.exec(text.slice(start, end))?.[0] ?? "";
  const plain = /^(?:in|on|at|since)\b/iu.test(right) || tie === "" ? right : `${tie} ${right}`;
  return `${text.slice(0, start)}${plain}${text.slice(end)}`;
}
