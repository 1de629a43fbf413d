import { existsSync } from "node:fs";
import { nearestName } from "../base/faults.ts";
import { NAME } from "./about.ts";
import { Fault } from "./fault.ts";

/** What a run is to check. */
export type Task =
  | { readonly kind: "claims"; readonly claims: readonly string[] }
  | { readonly kind: "lines" }
  | { readonly kind: "text" }
  | { readonly kind: "nothing" };

/** The commands that a single word may be a misspelling of. */
const COMMANDS = ["lint", "claims", "sources", "base", "config", "completion", "help"];

/** Words that look like a file of text rather than a statement. */
const PATH_LIKE = /[/\\]|\.(?:txt|text|md|markdown|html?|jsonl?|ndjson|csv|tsv|ya?ml|docx?|pdf)$/i;

/**
 * Reads from the arguments what is to be checked.
 *
 * @param words the arguments before `--`
 * @param literal those after it, statements for sure
 * @param lines whether `--lines` was given
 * @throws {Fault} for arguments that can't be meant so
 */
export function readTask(
  words: readonly string[],
  literal: readonly string[],
  lines: boolean,
): Task {
  const all = [...words, ...literal];
  if (words.includes("-") && all.length > 1) {
    throw new Fault('"-" (standard input) and claims cannot be checked in one run');
  }
  const dash = words[0] === "-";
  if (lines && all.length > 0 && !dash) {
    throw new Fault(
      "--lines reads the claims from standard input, not from arguments",
      `For a file: ${NAME} --lines < ${all.find((word) => existsSync(word)) ?? "claims.txt"}`,
    );
  }
  if (lines) return { kind: "lines" };
  if (dash) return { kind: "text" };
  if (all.length === 0) return { kind: "nothing" };
  if (literal.length === 0) refuseMistaken(words);
  return { kind: "claims", claims: joinBareWords(all) };
}

/** Several words without any space are one claim whose quotes were forgotten. */
function joinBareWords(words: readonly string[]): string[] {
  const bare = words.length > 1 && !words.some((word) => /\s/u.test(word));
  const claims = bare ? [words.join(" ")] : words.map((word) => word.trim());
  if (claims.some((claim) => claim.trim() === "")) {
    throw new Fault("an empty argument is no claim", "Is a variable in it unset?");
  }
  return claims;
}

/**
 * A file or a misspelt command taken for a statement would come out undecided, and so look
 * clean.
 */
function refuseMistaken(words: readonly string[]): void {
  const [word] = words;
  if (word === undefined) return;
  const single = words.length === 1 && !/\s/u.test(word);
  const there = words.every((name) => existsSync(name));
  if (there || (single && PATH_LIKE.test(word))) {
    throw new Fault(
      `${word}: ${there ? "this is" : "this looks like"} the name of a file, not a statement`,
      `To check its text: ${NAME} < ${word}\nTo check the words themselves: ${NAME} -- ${word}`,
    );
  }
  const command = single ? nearestName(word, COMMANDS) : null;
  if (command === null) return;
  throw new Fault(
    `there is no command '${word}'; did you mean '${command}'?`,
    `To check the word itself: ${NAME} -- ${word}`,
  );
}
