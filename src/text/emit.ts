import type { Place, TextSentence } from "../types.ts";
import type { BlockKind, Flow } from "./flow.ts";
import { datelineOf, speakerOf, speakersOf, turnsOf } from "./leads.ts";
import type { SplitSentences } from "./sentences.ts";

/** A block of a text as a reader of some kind found it. */
export type Block = readonly [Flow, BlockKind];

/** Where somebody may speak, or a dateline stand. */
const TALK: ReadonlySet<Place> = new Set(["prose", "quotation"]);

/**
 * The sentences of blocks in their order. Speakers' names are left out of them, datelines are
 * marked.
 *
 * @param known speakers known from earlier parts of the text; those found here are added
 */
export function* sentencesOf(
  blocks: readonly Block[],
  split: SplitSentences,
  known: Set<string> = new Set(),
): Iterable<TextSentence> {
  for (const name of speakersOf(talk(blocks))) known.add(name);
  for (const [flow, kind] of blocks) {
    const talks = TALK.has(kind.place);
    let speaker = talks ? speakerOf(flow.text, known) : null;
    let first = speaker === null && (kind.place === "prose" || kind.place === "item");
    // "A: …" on the line below "Q: …": another speaks.
    const leadOf = (sentence: string): number => {
      const next = talks ? speakerOf(sentence, known) : null;
      speaker = next ?? speaker;
      return next?.length ?? 0;
    };
    for (const sentence of flow.sentences(split.block, kind, speaker?.length, leadOf)) {
      const lead = first ? datelineOf(sentence.text) : 0;
      first = false;
      if (speaker) yield { ...sentence, speaker: speaker.name };
      else if (lead > 0) yield { ...sentence, lead };
      else yield sentence;
    }
  }
}

function* talk(blocks: readonly Block[]): Iterable<string> {
  for (const [flow, kind] of blocks) if (TALK.has(kind.place)) yield* turnsOf(flow.text);
}
