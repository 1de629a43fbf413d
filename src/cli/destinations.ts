import { nearestName } from "../base/faults.ts";
import { FORMATS, type FormatName } from "../report/formatter.ts";
import { Fault } from "./fault.ts";
import { resolveLinks } from "./file-output.ts";

/** Where the results go. */
export interface Destinations {
  /** The file of the `--format` results; undefined for standard output. */
  readonly main: string | undefined;
  /** Further formats, each with its file. */
  readonly further: readonly { readonly format: FormatName; readonly file: string }[];
}

/** Where results may go twice without harm. */
const NOWHERE = "/dev/null";
const STDOUT = "/dev/stdout";

/**
 * Reads the values of `--output`: `FILE` is for the `--format` results, `FORMAT=FILE` for a
 * further format.
 *
 * @throws {Fault} for an unknown format, and for two outputs to one file
 * @example readDestinations(["sarif=out.sarif"]) // { main: undefined, further: [{ format: "sarif", file: "out.sarif" }] }
 */
export function readDestinations(values: readonly string[] = []): Destinations {
  let main: string | undefined;
  const further: { format: FormatName; file: string }[] = [];
  for (const value of values) {
    const { format, file } = split(value);
    if (format !== undefined) further.push({ format, file });
    else if (main === undefined) main = file;
    else {
      throw new Fault(
        `--output ${main} and --output ${file}: the results of --format go to one file`,
        `For a further format give its name, as in --output json=${file}`,
      );
    }
  }
  refuseSame([...(main === undefined ? [] : [main]), ...further.map(({ file }) => file)]);
  const standard = further.filter(({ file }) => isStdout(file));
  if (main === undefined && standard.length > 0) {
    throw new Fault(
      "--output: two formats to standard output, which has the results of --format",
      `Give these a file with --output FILE, or use --format ${standard[0]?.format} alone.`,
    );
  }
  return { main, further };
}

function split(value: string): { format?: FormatName; file: string } {
  const [, name, file] = /^([A-Za-z0-9_-]+)=(.*)$/s.exec(value) ?? [];
  if (name === undefined || file === undefined) return { file: value };
  const format = FORMATS.find((one) => one === name);
  if (format === undefined) {
    const nearest = nearestName(name.toLowerCase(), FORMATS);
    throw new Fault(
      `--output ${value}: there is no format '${name}'${nearest === null ? "" : `; did you mean '${nearest}'?`}`,
      `The formats are ${FORMATS.join(", ")}. For a file of this name: --output ./${value}`,
    );
  }
  if (file === "") {
    throw new Fault(
      `--output ${value}: the name of the file is missing`,
      `Give one, as in --output ${name}=report.${name}`,
    );
  }
  return { format, file };
}

function refuseSame(files: readonly string[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    const path = isStdout(file) ? STDOUT : resolveLinks(file);
    if (path === NOWHERE) continue;
    if (seen.has(path)) {
      throw new Fault(`--output: two outputs to one file, ${file}`, "Give each a file of its own.");
    }
    seen.add(path);
  }
}

function isStdout(file: string): boolean {
  return file === "-" || file === STDOUT || file === "/dev/fd/1";
}
