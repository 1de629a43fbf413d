import { type Command, InvalidArgumentError, Option } from "commander";
import { FORMATS, type FormatName } from "../report/formatter.ts";
import type { FailOn } from "../report/types.ts";
import type { InputKind } from "../types.ts";
import { Fault } from "./fault.ts";

/** The options of every command, as commander hands them over; a command knows a part of them. */
export interface Options {
  readonly base?: string;
  readonly format: FormatName;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly lines?: boolean;
  readonly stdinFilename?: string;
  readonly input?: InputKind;
  readonly all?: boolean;
  readonly explain?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

const FILES = "Files:";
const INPUT = "Input:";
const VERDICTS = "Verdicts:";
const OUTPUT = "Output:";

const failOn = (): Option =>
  new Option("--fail-on <verdict>", "exit with 1 on this verdict or a worse one")
    .choices(["refuted", "conflicting-evidence", "not-enough-evidence", "never"])
    .helpGroup(VERDICTS);

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}

/** Every option once; commands pick theirs by name, so that they read the same everywhere. */
const OPTIONS = {
  base: () =>
    new Option("--base <file>", "another claim base than the built-in one").helpGroup(INPUT),
  lines: () =>
    new Option("--lines", "each non-blank line of standard input is one claim").helpGroup(INPUT),
  stdinFilename: () =>
    new Option("--stdin-filename <name>", "name to report standard input under").helpGroup(INPUT),
  input: () =>
    new Option("--input <kind>", "how to read texts (else by the name's extension)")
      .choices(["text", "markdown", "html"])
      .helpGroup(INPUT),
  failOn: () => failOn().default("refuted"),
  /** Without a default, since a configuration may name one. */
  failOnOrConfig: () => failOn(),
  maxWarnings: () =>
    new Option("--max-warnings <n>", "exit with 1 on more findings that don't fail than this")
      .argParser(wholeNumber)
      .helpGroup(VERDICTS),
  ignorePattern: () =>
    new Option("--ignore-pattern <pattern>", "leave out what matches, as in .gitignore; repeatable")
      .argParser((value: string, before: readonly string[] = []) => [...before, value])
      .helpGroup(FILES),
  noGitignore: () =>
    new Option("--no-gitignore", "read what .gitignore files leave out").helpGroup(FILES),
  noErrorOnUnmatchedPattern: () =>
    new Option(
      "--no-error-on-unmatched-pattern",
      "let arguments pass that lead to no file",
    ).helpGroup(FILES),
  config: () =>
    new Option("--config <file>", "this configuration instead of those found upward").helpGroup(
      FILES,
    ),
  noConfig: () => new Option("--no-config", "no configuration").helpGroup(FILES),
  format: () =>
    new Option("-f, --format <format>", "how to write the results")
      .choices(FORMATS)
      .default("text")
      .helpGroup(OUTPUT),
  output: () => new Option("-o, --output <file>", "write the results to a file").helpGroup(OUTPUT),
  all: () => new Option("-a, --all", "of a text, show every checked sentence").helpGroup(OUTPUT),
  explain: () => new Option("--explain", "show how each claim was read").helpGroup(OUTPUT),
  quiet: () =>
    new Option("-q, --quiet", "show only what fails, without notes and summary").helpGroup(OUTPUT),
  color: () => new Option("--color", "colours even off a terminal").helpGroup(OUTPUT),
  noColor: () => new Option("--no-color", "no colours").helpGroup(OUTPUT),
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Gives a command the named options. */
export function addOptions(command: Command, names: readonly OptionName[]): Command {
  for (const name of names) {
    command.addOption(OPTIONS[name]());
    if (name === "color") command.addOption(OPTIONS.noColor());
  }
  return command;
}

/**
 * The options of a command, with those given before its name (`--base x claims`).
 *
 * @throws {Fault} where one of these has no meaning for the command, or is empty
 */
export function optionsOf<T extends object = Options>(command: Command): T {
  const values: Record<string, unknown> = { ...command.opts() };
  const known = new Set(command.options.map((option) => option.attributeName()));
  for (let parent = command.parent; parent; parent = parent.parent) {
    for (const option of parent.options) {
      const name = option.attributeName();
      if (parent.getOptionValueSource(name) !== "cli") continue;
      if (!known.has(name)) {
        throw new Fault(`option '${option.long}' has no meaning for '${command.name()}'`);
      }
      if (command.getOptionValueSource(name) !== "cli") values[name] = parent.getOptionValue(name);
    }
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === "") {
      const option = command.options.find((one) => one.attributeName() === name);
      throw new Fault(`option '${option?.flags ?? name}': the argument is empty`);
    }
  }
  return values as T;
}
