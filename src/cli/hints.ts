import type { CommanderError } from "commander";
import { NAME } from "./about.ts";

/**
 * How to mend a usage error, where commander's own message doesn't say it.
 *
 * @param args the arguments as given
 * @returns lines for standard error, or undefined
 */
export function hintFor(error: CommanderError, args: readonly string[]): string | undefined {
  switch (error.code) {
    case "commander.unknownOption": {
      const statement = args.find((word) => /^-.*\s/su.test(word));
      return statement === undefined
        ? undefined
        : `A statement that starts with a dash goes after --: ${NAME} -- "${statement}"`;
    }
    case "commander.unknownCommand":
    case "commander.excessArguments":
      return "To check a statement that starts with a command's name, put it in quotes.";
    default:
      return undefined;
  }
}
