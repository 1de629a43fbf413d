import { CommanderError } from "commander";
import { safeLines } from "../report/safe.ts";
import { schemaCommand, sourcesCommand, validateCommand } from "./base-commands.ts";
import { checkCommand } from "./check-command.ts";
import { claimsCommand } from "./claims-command.ts";
import { completionCommand, isAsking, suggest } from "./completion.ts";
import { Fault, unexpected } from "./fault.ts";
import { hintFor } from "./hints.ts";
import { createProgram, type Handlers } from "./program.ts";
import { say } from "./stdio.ts";
import { complain } from "./streams.ts";

const COULD_NOT = 2;

/**
 * Runs the program.
 *
 * @param args the arguments, without Node's own two
 * @returns the exit code: 0, 1 (a verdict at or above `--fail-on`) or 2 (could not do its work)
 */
export async function main(args: readonly string[]): Promise<number> {
  if (isAsking(args))
    return await suggest(
      args.slice(2),
      createProgram(handlersFor([]), () => {}),
    );
  const split = args.indexOf("--");
  const [head, literal] = split < 0 ? [args, []] : [args.slice(0, split), args.slice(split + 1)];
  let code = 0;
  const program = createProgram(handlersFor(literal), (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...head], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return usageError(error, head);
    // A failure of the program's own must not look like a verdict, as Node's exit code 1 would.
    complain(error instanceof Fault ? error : unexpected(error));
    return COULD_NOT;
  }
}

function handlersFor(literal: readonly string[]): Handlers {
  return {
    check: (words, options, help) => checkCommand(words, literal, options, help),
    lint: async (args, options) => {
      const { lintCommand } = await import("./lint/lint-command.ts");
      return await lintCommand([...args, ...literal], options);
    },
    claims: (words, options) => claimsCommand([...words, ...literal], options),
    sources: (options) => sourcesCommand(options),
    validate: (files, options) => validateCommand([...files, ...literal], options),
    schema: (options) => schemaCommand(options),
    draft: async (files, options) => {
      const { draftCommand } = await import("./draft.ts");
      return await draftCommand([...files, ...literal], options);
    },
    configValidate: async (files, options) => {
      const { configValidateCommand } = await import("./lint/config-commands.ts");
      return await configValidateCommand([...files, ...literal], options);
    },
    configSchema: async (options) => {
      const { configSchemaCommand } = await import("./lint/config-commands.ts");
      return await configSchemaCommand(options);
    },
    completion: completionCommand,
  };
}

/** Help and version end through an error too, with the exit code 0; all others are usage. */
function usageError(error: CommanderError, args: readonly string[]): number {
  if (error.exitCode === 0) return 0;
  const hint = hintFor(error, args);
  if (hint !== undefined) say("stderr", `${safeLines(hint)}\n`);
  return COULD_NOT;
}
