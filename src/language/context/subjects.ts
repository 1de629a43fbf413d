/** The subject of the last sentence, in whose place another one is put. */
import type { Said } from "./discourse.ts";
import type { Analysed } from "./mentions.ts";
import type { Mention } from "./types.ts";

/** Where the subject of a sentence begins with all that counts it: "more than ten states". */
export function subjectStart(last: Said, analyse: (text: string) => Analysed): number {
  const subject = last.mentions[0];
  if (!subject) return 0;
  const { units, words } = analyse(last.text);
  let start = subject.start;
  for (const unit of [...units].reverse()) {
    const at = words[unit.from]?.start ?? 0;
    if (at >= subject.start) continue;
    if (unit.quantity === null && !/^(?:of|than|more|the|all)$/u.test(unit.lower)) break;
    start = at;
  }
  return start;
}

/** Where the subject of a sentence ends: "states and territories". */
export function subjectEnd({ text, mentions }: Pick<Said, "text" | "mentions">): number {
  let end = mentions[0]?.end ?? 0;
  const [first, second] = mentions;
  // "Five allies of Chile".
  if (first?.plural && first.ids.length === 0 && second && text.slice(end, second.start) === " of ")
    end = second.end;
  for (const { start, end: next, ids } of mentions.slice(1))
    if (ids.length === 0 && /^ (?:and|or) $/u.test(text.slice(end, start))) end = next;
  return end;
}

/** Nothing but names and what joins them. */
export function isNamed(who: string, text: string, own: readonly Mention[]): boolean {
  const start = text.indexOf(who);
  const inside = own.filter((m) => !m.list && m.start >= start && m.end <= start + who.length);
  const rest = inside.reduceRight(
    (t, m) => t.slice(0, m.start - start) + t.slice(m.end - start),
    who,
  );
  return (
    inside.length > 0 && /^(?:\s|,|&|and|or|nor|the|both|all|two|three|four|five)*$/iu.test(rest)
  );
}
