/** Those of whom a sentence tells how they are bound by what the text is about. */
import { subjectEnd } from "./subjects.ts";
import type { Mention } from "./types.ts";

/** "… that have joined": up to what is said of them in the main. */
const WHICH =
  /^ (?<which>(?:that|which|who) \S+(?: (?!(?:may|must|can|cannot|shall|will|should)\b)[^\s,;]+){0,9}?)(?=,? (?:may|must|can|cannot|shall|will|should|are|have|has|had|do|did|is)\b)/iu;
/** "… have joined it today, but …": the clause that tells of them. */
const TELLING = /^ (?<told>[^,;:?!]{3,90}?)(?=[,;:.]| but | while |$)/iu;
const DENIED = /\b(?:not|never|no|none|neither|nor|few|hardly)\b|n['’]t\b/iu;

/**
 * Of "More than ten states have signed it. They …" those who are meant are the states that have signed
 * it (Evans 1980, "Pronouns", on pronouns of the E-type).
 *
 * @param mention who a sentence speaks of first
 * @param text the sentence
 * @returns the mention by what is told of it; as it was where that is nothing of the kind
 */
export function described(
  mention: Mention,
  text: string,
  mentions: readonly Mention[],
  classes: readonly string[],
  subject: readonly string[],
): Mention {
  const isClass = mention.plural && mention.ids.length === 0 && !mention.list;
  const [member] = classes;
  if (!isClass || !classes.includes(mention.concept ?? "")) return mention;
  const as = (how: string): Mention => ({
    ...mention,
    text: `${mention.text.toLowerCase()}${how}`,
    described: true,
  });
  const [topic] = mentions.filter((m) => m.ids.some((id) => subject.includes(id)));
  if (mention.concept === member && / of /u.test(mention.text))
    return { ...mention, described: true };
  // "Under the treaty, members must …": its members.
  if (mention.concept === member && topic) return as(` of ${topic.text}`);
  if (DENIED.test(text.slice(0, mention.start))) return mention;
  if (mention !== mentions.find((m) => m !== topic)) return mention;
  const rest = text.slice(subjectEnd({ text, mentions }));
  const which = WHICH.exec(rest)?.groups?.which;
  const told = topic && TELLING.exec(rest)?.groups?.told;
  const how = which ?? (told && `that ${told}`);
  return how === undefined || DENIED.test(how) ? mention : as(` ${how}`);
}
