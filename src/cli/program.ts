import { Argument, Command } from "commander";
import { safeLines } from "../report/safe.ts";
import { DESCRIPTION, NAME, VERSION } from "./about.ts";
import { COMPLETION, SHELLS } from "./completion.ts";
import type { LintOptions } from "./lint/options.ts";
import { addOptions, type OptionName, type Options, optionsOf } from "./options.ts";
import { say } from "./stdio.ts";

/** What the commands do; each gives the exit code. */
export interface Handlers {
  check(words: readonly string[], options: Options, help: () => void): Promise<number>;
  lint(args: readonly string[], options: LintOptions): Promise<number>;
  claims(words: readonly string[], options: Options): Promise<number>;
  sources(options: Options): Promise<number>;
  validate(files: readonly string[], options: Options): Promise<number>;
  schema(options: Options): Promise<number>;
  draft(files: readonly string[], options: Options): Promise<number>;
  configValidate(files: readonly string[], options: Options): Promise<number>;
  configSchema(options: Options): Promise<number>;
  completion(shell: string): Promise<number>;
}

const CHECK: readonly OptionName[] = [
  "base",
  "source",
  "lines",
  "stdinFilename",
  "inputOrRecords",
  "failOn",
  "format",
  "output",
  "all",
  "explain",
  "quiet",
  "color",
];
const LINT: readonly OptionName[] = [
  "stdinFilename",
  "input",
  "ignorePattern",
  "noGitignore",
  "noErrorOnUnmatchedPattern",
  "config",
  "noConfig",
  "shard",
  "base",
  "failOnOrConfig",
  "maxWarnings",
  "suppressAll",
  "pruneSuppressions",
  "suppressionsLocation",
  "passOnUnprunedSuppressions",
  "reportUnusedDisableDirectives",
  "jobs",
  "cache",
  "cacheLocation",
  "format",
  "output",
  "all",
  "explain",
  "quiet",
  "color",
];
const LISTS: readonly OptionName[] = [
  "base",
  "source",
  "listFormat",
  "listOutput",
  "quiet",
  "color",
];

const AFTER_HELP = `
Examples:
  $ ${NAME} "the statement to check"
  $ ${NAME} "one statement" "another one" --explain
  $ ${NAME} < article.txt
  $ ${NAME} --lines --format ndjson < claims.txt
  $ ${NAME} lint docs "**/*.md"
  $ ${NAME} claims treaty

Exit codes:
  0  nothing at or above --fail-on (default: refuted)
  1  at least one verdict at or above it; refuted is worse than
     conflicting-evidence, that is worse than not-enough-evidence
  2  could not do its work: usage, unreadable input, invalid base`;

const AFTER_LINT_HELP = `
Examples:
  $ ${NAME} lint
  $ ${NAME} lint docs "**/*.md" --ignore-pattern CHANGELOG.md
  $ ${NAME} lint --fail-on conflicting-evidence --format json -o report.json docs

Exit codes: as for claims; 2 also where a file could not be read.`;

const AFTER_COMPLETION_HELP = `
Examples:
  $ source <(${NAME} completion bash)      in ~/.bashrc
  $ source <(${NAME} completion zsh)       in ~/.zshrc
  $ ${NAME} completion fish | source       in ~/.config/fish/config.fish`;

/**
 * The command line: commands, arguments, options and help.
 *
 * @param handlers what the commands do
 * @param done gets the exit code of the command that ran
 */
export function createProgram(handlers: Handlers, done: (code: number) => void): Command {
  const program = new Command(NAME)
    .description(DESCRIPTION)
    .usage(`[options] <claim...>\n       ${NAME} [options] < text\n       ${NAME} <command> …`)
    .argument("[claim...]", 'statements to check; "-" reads a text from standard input')
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .showHelpAfterError("(--help shows the usage)")
    .addHelpText("after", AFTER_HELP);
  addOptions(program, CHECK).action(async (words: string[]) => {
    done(
      await handlers.check(words, optionsOf(program), () => program.outputHelp({ error: true })),
    );
  });

  const lint = program
    .command("lint")
    .description("check the texts in files; the gate for CI")
    .argument("[path...]", 'files, folders, globs; "-" reads standard input (default: ".")')
    .addHelpText("after", AFTER_LINT_HELP);
  addOptions(lint, LINT).action(async (args: string[]) => {
    done(await handlers.lint(args, optionsOf<LintOptions>(lint)));
  });

  const claims = program
    .command("claims")
    .description("list the claims of the base, or search them")
    .argument("[query...]", "words that a claim, its source or its speaker must hold");
  addOptions(claims, LISTS).action(async (words: string[]) => {
    done(await handlers.claims(words, optionsOf(claims)));
  });

  const sources = program.command("sources").description("list the sources of the base");
  addOptions(sources, LISTS).action(async () => done(await handlers.sources(optionsOf(sources))));
  addBaseCommands(program, handlers, done);
  addConfigCommands(program, handlers, done);
  program
    .command(COMPLETION)
    .description("print the script that completes commands in a shell")
    .addArgument(new Argument("<shell>").choices(SHELLS))
    .addHelpText("after", AFTER_COMPLETION_HELP)
    .action(async (shell: string) => done(await handlers.completion(shell)));
  everyCommand(program).forEach(tame);
  return program;
}

function addBaseCommands(program: Command, handlers: Handlers, done: (code: number) => void): void {
  const base = program
    .command("base")
    .description("tools for people who keep a claim base of their own");
  const validate = base
    .command("validate")
    .description("check claim bases and say where they are wrong")
    .argument("[file...]", "base files (YAML)")
    .usage("[options] <file...>");
  addOptions(validate, ["listOutput", "quiet"]).action(async (files: string[]) => {
    done(await handlers.validate(files, optionsOf(validate)));
  });
  const draft = base
    .command("draft")
    .description("draft a claim base from plain texts, to be looked over")
    .argument("[file...]", "source texts, in the folder where the base will lie")
    .usage("[options] <file...>");
  addOptions(draft, ["listOutput", "quiet"]).action(async (files: string[]) => {
    done(await handlers.draft(files, optionsOf(draft)));
  });
  const schema = base.command("schema").description("print the JSON Schema of a base, for editors");
  addOptions(schema, ["listOutput"]).action(async () =>
    done(await handlers.schema(optionsOf(schema))),
  );
}

function addConfigCommands(
  program: Command,
  handlers: Handlers,
  done: (code: number) => void,
): void {
  const config = program.command("config").description("tools for configurations of lint");
  const validate = config
    .command("validate")
    .description("check configurations and say where they are wrong")
    .argument("[file...]", "configurations (default: the one that holds here)");
  addOptions(validate, ["output", "quiet"]).action(async (files: string[]) => {
    done(await handlers.configValidate(files, optionsOf(validate)));
  });
  const schema = config
    .command("schema")
    .description("print the JSON Schema of a configuration, for editors");
  addOptions(schema, ["output"]).action(async () =>
    done(await handlers.configSchema(optionsOf(schema))),
  );
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Makes a command throw instead of ending the process, and write its errors harmlessly. */
function tame(command: Command): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => say("stdout", text),
    writeErr: (text) => say("stderr", text),
    outputError: (text, write) => write(safeLines(text)),
  });
}
