/** Takes frames off statements and off what questions ask about. */
import type { Unit } from "../../units/units.ts";
import type { Context } from "../context.ts";
import { type Frames, type Unframed, unframe } from "./frames.ts";
import { asStatement, type TagsOf } from "./questions.ts";
import { speakerFrom } from "./speaker.ts";

/** Tells who can be the speaker of a frame. */
export function speaksIn(
  context: Context,
): (found: readonly Unit[], individual: boolean) => boolean {
  return (found, individual) => {
    const speaker = speakerFrom(found, context);
    return (
      speaker !== null &&
      (!individual || (speaker.term.kind === "entity" && speaker.term.type === "person"))
    );
  };
}

/** Takes the frames off; of a yes/no question also those of the statement that it asks about. */
export function unframeQuestion(
  units: readonly Unit[],
  frames: Frames,
  tagsOf: TagsOf,
  context: Context,
  question: boolean,
): Unframed {
  const framed = unframe(units, frames, speaksIn(context));
  const statement = asStatement(framed.units, tagsOf, context.grammar, question);
  if (!statement) return framed;
  const inner = unframe(statement, frames, speaksIn(context));
  return {
    ...inner,
    flips: framed.flips + inner.flips,
    speaker: framed.speaker ?? inner.speaker,
    saying: framed.speaker ? framed.saying : inner.saying,
    cleft: framed.cleft || inner.cleft,
  };
}
