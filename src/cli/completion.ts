import type { Command } from "commander";
import { NAME } from "./about.ts";

/** The shells that there are scripts for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

export const COMPLETION = "completion";

/** The hidden command with which a shell's script asks what could come next. */
const ASKING = "complete";

/** Whether a shell asks: `complete -- lint --for`. */
export function isAsking(args: readonly string[]): boolean {
  return args[0] === ASKING && args[1] === "--";
}

/**
 * `completion bash|zsh|fish`: prints the script that teaches a shell to complete commands, options
 * and their values.
 *
 * @returns the exit code
 * @example completionCommand("bash") // then: source <(ottawa-check completion bash)
 */
export async function completionCommand(shell: string): Promise<number> {
  const { script } = await import("@bomb.sh/tab");
  script(shell as (typeof SHELLS)[number], NAME, NAME);
  return 0;
}

/**
 * Tells a shell what could come next.
 *
 * @param words the words of the command line so far, the last of them begun
 * @param program a fresh command line, which is changed
 */
export async function suggest(words: readonly string[], program: Command): Promise<number> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  // The library brings a command of this name along.
  const commands = program.commands as Command[];
  commands.splice(
    commands.findIndex((command) => command.name() === COMPLETION),
    1,
  );
  tab(program, { completionCommandName: COMPLETION }).parse([...words]);
  return 0;
}
