import { type Command, InvalidArgumentError, Option } from "commander";
import {
  FORMATS,
  type FormatName,
  LIST_FORMATS,
  type ListFormatName,
} from "../report/formatter.ts";
import type { FailOn } from "../report/types.ts";
import type { InputKind } from "../types.ts";
import { Fault } from "./fault.ts";
import { parseShard, type Shard } from "./lint/shard.ts";

/** The options of every command, as commander hands them over; a command knows a part of them. */
export interface Options {
  readonly base?: string;
  /** The values of `--source`: texts to draft a base from. */
  readonly source?: readonly string[];
  readonly format: FormatName;
  /** The values of `--output`, each `FILE` or `FORMAT=FILE`. */
  readonly output?: readonly string[];
  readonly failOn: FailOn;
  readonly lines?: boolean;
  readonly stdinFilename?: string;
  readonly input?: InputKind | "ndjson";
  readonly all?: boolean;
  readonly explain?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

const FILES = "Files:";
const INPUT = "Input:";
const VERDICTS = "Verdicts:";
const SPEED = "Speed:";
const SUPPRESSIONS = "Known findings:";
const OUTPUT = "Output:";

const failOn = (): Option =>
  new Option("--fail-on <verdict>", "exit with 1 on this verdict or a worse one")
    .choices(["refuted", "conflicting-evidence", "not-enough-evidence", "never"])
    .helpGroup(VERDICTS);

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}

function positiveNumber(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError("It must be 1 or more.");
  return number;
}

function shard(value: string): Shard {
  const read = parseShard(value);
  if (read === null) throw new InvalidArgumentError("It must be a part such as 1/3.");
  return read;
}

/** Every option once; commands pick theirs by name, so that they read the same everywhere. */
const OPTIONS = {
  base: () =>
    new Option("--base <file>", "another claim base than the built-in one").helpGroup(INPUT),
  source: () =>
    new Option(
      "--source <file...>",
      "check against plain texts alone, with a base drafted from them; it decides less",
    )
      .conflicts("base")
      .helpGroup(INPUT),
  lines: () =>
    new Option("--lines", "each non-blank line of standard input is one claim").helpGroup(INPUT),
  stdinFilename: () =>
    new Option("--stdin-filename <name>", "name to report standard input under").helpGroup(INPUT),
  input: () =>
    new Option("--input <kind>", "how to read texts (else by the name's extension)")
      .choices(["text", "markdown", "html"])
      .helpGroup(INPUT),
  inputOrRecords: () =>
    new Option("--input <kind>", "how to read it (else by the name's extension)")
      .choices(["text", "markdown", "html", "ndjson"])
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
      .argParser(collect)
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
  shard: () =>
    new Option("--shard <i/n>", "check the i-th of n parts of the files")
      .argParser(shard)
      .helpGroup(FILES),
  jobs: () =>
    new Option("-j, --jobs <n>", "check so many files at once (default: 1)")
      .argParser(positiveNumber)
      .helpGroup(SPEED),
  cache: () =>
    new Option("--cache", "check only what has changed since the last run").helpGroup(SPEED),
  cacheLocation: () =>
    new Option(
      "--cache-location <folder>",
      "where it lies (default: .ottawa-check-cache)",
    ).helpGroup(SPEED),
  suppressAll: () =>
    new Option(
      "--suppress-all",
      "write all findings to the file of suppressions; only new ones are told from then on",
    ).helpGroup(SUPPRESSIONS),
  pruneSuppressions: () =>
    new Option("--prune-suppressions", "remove what is not needed any more from it").helpGroup(
      SUPPRESSIONS,
    ),
  suppressionsLocation: () =>
    new Option(
      "--suppressions-location <file>",
      "where it lies (default: .ottawa-check-suppressions.json)",
    ).helpGroup(SUPPRESSIONS),
  passOnUnprunedSuppressions: () =>
    new Option(
      "--pass-on-unpruned-suppressions",
      "don't exit with 2 where it holds more than needed",
    ).helpGroup(SUPPRESSIONS),
  reportUnusedDisableDirectives: () =>
    new Option(
      "--report-unused-disable-directives",
      "exit with 1 where a comment suppresses nothing",
    ).helpGroup(SUPPRESSIONS),
  noConfig: () => new Option("--no-config", "no configuration").helpGroup(FILES),
  format: () =>
    new Option("-f, --format <format>", "how to write the results")
      .choices(FORMATS)
      .default("text")
      .helpGroup(OUTPUT),
  listFormat: () =>
    new Option("-f, --format <format>", "how to write the list")
      .choices(LIST_FORMATS)
      .default("text")
      .helpGroup(OUTPUT),
  output: () =>
    new Option(
      "-o, --output <file>",
      "write the results to a file; FORMAT=FILE for a further format",
    )
      .argParser(collect)
      .helpGroup(OUTPUT),
  listOutput: () =>
    new Option("-o, --output <file>", "write to a file").argParser(collect).helpGroup(OUTPUT),
  all: () => new Option("-a, --all", "of a text, show every checked sentence").helpGroup(OUTPUT),
  explain: () => new Option("--explain", "show how each claim was read").helpGroup(OUTPUT),
  quiet: () =>
    new Option("-q, --quiet", "show only what fails, without notes and summary").helpGroup(OUTPUT),
  color: () => new Option("--color", "colours even off a terminal").helpGroup(OUTPUT),
  noColor: () => new Option("--no-color", "no colours").helpGroup(OUTPUT),
} as const;

export type OptionName = keyof typeof OPTIONS;

/** Every value of an option that can be given several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

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
    if (value === "" || (Array.isArray(value) && value.includes(""))) {
      const option = command.options.find((one) => one.attributeName() === name);
      throw new Fault(`option '${option?.flags ?? name}': the argument is empty`);
    }
  }
  // Who gives records wants records, unless another format is asked for.
  if (values.input === "ndjson" && command.getOptionValueSource("format") === "default") {
    values.format = "ndjson";
  }
  return values as T;
}

/**
 * The format of a list, which `--format` before the command's name may have set to another one.
 *
 * @throws {Fault} where it is none for lists
 */
export function listFormatOf({ format }: Options): ListFormatName {
  const found = LIST_FORMATS.find((name) => name === format);
  if (found !== undefined) return found;
  throw new Fault(
    `--format ${format}: lists have no such format`,
    `Use ${LIST_FORMATS.join(", ")}.`,
  );
}
