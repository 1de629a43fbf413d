import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Document, isSeq, parseDocument, Scalar, type YAMLMap } from "yaml";
import { type Outcome, runProgram } from "./program.ts";

const FOLDER = new URL("../cli/", import.meta.url);

/** One run of the program: what goes in, and what must come out. */
export interface Transcript extends Outcome {
  readonly name: string;
  readonly args: readonly string[];
  /** Text for standard input; without it, standard input is `/dev/null`. */
  readonly stdin?: string;
  /** The same as bytes in hexadecimal, for what is no text. */
  readonly stdinHex?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files that stand in the working folder or below it, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files that must be there afterwards. */
  readonly writes?: Readonly<Record<string, string>>;
}

/** What a run gives, as far as a transcript can say it. */
export type Actual = Required<Pick<Transcript, "exit" | "stdout" | "stderr" | "writes">>;

/** The files of transcripts, by name. */
export function transcriptFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
}

export function readTranscripts(file: string): Transcript[] {
  return open(file).toJS() as Transcript[];
}

function open(file: string): Document {
  const document = parseDocument(readFileSync(new URL(file, FOLDER), "utf8"));
  if (document.errors[0]) throw document.errors[0];
  return document;
}

/** Runs a transcript in a folder of its own. */
export async function play(transcript: Transcript): Promise<Actual> {
  const cwd = mkdtempSync(join(tmpdir(), "transcript-"));
  try {
    const files = transcript.files ?? {};
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    const { args, stdin, stdinHex, env = {} } = transcript;
    const input = stdinHex === undefined ? (stdin ?? null) : Buffer.from(stdinHex, "hex");
    const outcome = await runProgram({ args, stdin: input, env, cwd });
    return { ...outcome, writes: written(cwd, files) };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The files of a folder that are new or changed. */
function written(cwd: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const names = readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1));
  const texts = names.sort().map((name) => [name, readFileSync(join(cwd, name), "utf8")] as const);
  return Object.fromEntries(texts.filter(([name, text]) => before[name] !== text));
}

/**
 * Runs the transcripts of a file and writes down what comes out; comments and order stay.
 *
 * @returns the names of those that changed
 */
export async function update(file: string): Promise<string[]> {
  const document = open(file);
  const changed: string[] = [];
  if (!isSeq(document.contents)) throw new Error(`${file} is no list of transcripts`);
  for (const node of document.contents.items as YAMLMap[]) {
    const before = node.toJS(document) as Transcript;
    const actual = await play(before);
    if (!isSame(before, actual)) changed.push(before.name);
    node.set("exit", actual.exit);
    node.set("stdout", block(actual.stdout));
    node.set("stderr", block(actual.stderr));
    if (Object.keys(actual.writes).length > 0) node.set("writes", actual.writes);
    else node.delete("writes");
  }
  writeFileSync(new URL(file, FOLDER), print(document));
  return changed;
}

/** YAML with strings in one line, and with characters that nobody sees as escapes. */
function print(document: Document): string {
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: 1e9 })
    .replace(
      /(?!\n)[\p{Cc}\p{Cf}]/gu,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

function isSame(expected: Transcript, actual: Actual): boolean {
  const pick = ({ exit, stdout, stderr, writes = {} }: Transcript | Actual): string =>
    JSON.stringify([exit, stdout, stderr, writes]);
  return pick(expected) === pick(actual);
}

/** Text as a literal block, so that a transcript shows what a terminal would. */
function block(text: string): Scalar {
  const scalar = new Scalar(text);
  // A block can't hold what nobody sees: it knows no escapes.
  const plain = text.includes("\n") && !/(?!\n)[\p{Cc}\p{Cf}]/u.test(text);
  scalar.type = plain ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  return scalar;
}
