/** Words that a claim gives to somebody: who has them in the sources. */
import type { Speaker } from "../meaning.ts";
import { isPartOf } from "../owners.ts";
import { compareTerms, isKindOf } from "./terms.ts";
import type { Bearing, Evaluation, World } from "./types.ts";
import { NEITHER } from "./values.ts";

/** Who said it: words given to another speaker than the source's are refuted. */
export function attribute(
  evaluation: Evaluation,
  speaker: Speaker,
  world: World,
  recognisable: boolean | null = null,
): Evaluation {
  if (evaluation.value === "neither") return evaluation;
  const own = evaluation.bearings.filter((b) => isTheirs(b, speaker, world));
  if (own.length > 0) {
    const value = own.some((b) => b.value === "true")
      ? own.some((b) => b.value === "false")
        ? evaluation.value
        : "true"
      : "false";
    return { value, bearings: own };
  }
  const others = evaluation.bearings.filter((b) => b.fact.speaker !== null && b.value === "true");
  const first = others[0];
  // What a text tells in its own voice may be anybody's words.
  const common = evaluation.bearings.some((b) => b.fact.speaker === null && b.value === "true");
  if (
    first &&
    !common &&
    evaluation.value === "true" &&
    !speaker.shared &&
    isSomebody(speaker, world) &&
    !isNamedBeside(speaker, first.fact.speaker ?? "", world) &&
    (recognisable ?? (first.fact.proposition.items.length > 1 && !isForeign(speaker)))
  ) {
    const name = world.entities.get(first.fact.speaker ?? "")?.name ?? "";
    return {
      value: "false",
      bearings: others.map((b) => ({
        ...b,
        value: "false",
        elsewhere: true,
        reason: `the source gives these words to ${name}, the claim to ${speaker.text}`,
      })),
    };
  }
  if (
    evaluation.value === "false" &&
    speaker.term.kind === "entity" &&
    world.entities.get(speaker.term.id)?.inBase &&
    (speaker.term.type !== "state" ||
      evaluation.bearings.some((b) => isAbout(b, speaker, world) && !isAccused(b, speaker, world)))
  )
    return evaluation;
  return NEITHER;
}

/** "The guy from parliament Koval": Koval stands among the words for who speaks, and may be the one. */
function isNamedBeside({ text }: Speaker, id: string, { entities }: World): boolean {
  const thing = entities.get(id);
  const surname = thing?.name.split(" ").at(-1)?.toLowerCase() ?? "";
  return (
    thing?.kind === "person" &&
    text
      .toLowerCase()
      .split(/[\s,]+/u)
      .includes(surname)
  );
}

/** "Peru says that Chile broke it": what a state says of another may be as false as it likes; of itself it knows. */
function isAbout({ fact }: Bearing, { term }: Speaker, world: World): boolean {
  return fact.proposition.items.some((i) =>
    ["equal", "more-general"].includes(compareTerms(term, i.term, world)),
  );
}

/** "Peru says that it broke nothing": what Chile's king has told of it Peru may well deny. */
function isAccused({ fact }: Bearing, { term }: Speaker, world: World): boolean {
  const teller = world.entities.get(fact.speaker ?? "");
  return teller?.of != null && term.kind === "entity" && teller.of !== term.id;
}

/** "The Danish ministry": it may speak of its own country's affairs. */
function isForeign({ term }: Speaker): boolean {
  return term.kind === "entity" && term.id.includes("@~");
}

/** Are these the words of somebody, or does it tell of their speaking? */
export function isTheirs({ fact, teller }: Bearing, speaker: Speaker, world: World): boolean {
  return (
    (fact.speaker !== null && isSpeaker(speaker, fact.speaker, world)) ||
    (teller?.kind === "entity" && isSpeaker(speaker, teller.id, world))
  );
}

/** Whether it is told who spoke: "the aid world" may be anybody. */
function isSomebody({ term }: Speaker, world: World): boolean {
  // A ministry of nobody knows whom.
  if (term.kind === "entity" && term.id.endsWith("?")) return false;
  if (term.kind !== "class") return true;
  if (world.concepts.anybody.includes(term.concept)) return false;
  return world.concepts.speakers.some((kind) => isKindOf(term.concept, kind, world));
}

export function isSpeaker(speaker: Speaker, id: string, world: World): boolean {
  const thing = world.entities.get(id);
  const relation = compareTerms(
    speaker.term,
    { kind: "entity", id, type: thing?.kind ?? "" },
    world,
  );
  if (relation === "equal" || relation === "more-general") return true;
  // "A Danish deputy": one whom the base has as such is one.
  const office = /^office:([^@]+)@(.+)$/u.exec(
    speaker.term.kind === "entity" ? speaker.term.id : "",
  );
  if (office)
    return (
      thing?.of === office[2] &&
      (thing?.classes.some((c) => isKindOf(c, office[1] ?? "", world)) ?? false)
    );
  // "Denmark signalled": its minister's letter did.
  if (speaker.term.kind !== "entity" || speaker.shared === "part") return false;
  return isPartOf(thing?.of, speaker.term.id, world.entities);
}
