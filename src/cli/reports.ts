import type { Base } from "../base/types.ts";
import { createFormatter } from "../report/formatter.ts";
import type { FileText, Result, Run, Summary } from "../report/types.ts";
import { VERSION } from "./about.ts";
import { readDestinations } from "./destinations.ts";
import { openFile } from "./file-output.ts";
import type { Options } from "./options.ts";
import { openStream } from "./output.ts";
import { plainStyle, styleFor } from "./streams.ts";

/** All reports of a run, each in its format and to its place, written while the checking goes on. */
export interface Reports {
  /** Whether nobody reads any of them any more. */
  readonly closed: boolean;
  /** Whether a format needs texts as a whole; else they can be checked as they come in. */
  readonly needTexts: boolean;
  /** A text begins, whose results follow. */
  file(text: FileText): Promise<void>;
  result(result: Result): Promise<void>;
  /** Writes the ends and puts every file into its place. Must be called once, last. */
  end(summary: Summary): Promise<void>;
}

/**
 * Opens the reports that `--format` and `--output` ask for, and writes their beginnings.
 *
 * @throws {Fault} where the options contradict each other or a file can't be written
 */
export async function openReports(
  options: Pick<Options, "format" | "output" | "color" | "quiet">,
  run: Run,
): Promise<Reports> {
  const { main, further } = readDestinations(options.output);
  const quiet = options.quiet === true;
  const sinks = [
    {
      format: await createFormatter(options.format, run, styleFor(options), quiet),
      output: main === undefined ? openStream("stdout") : openFile(main),
    },
  ];
  for (const { format, file } of further) {
    sinks.push({
      format: await createFormatter(format, run, plainStyle(), quiet),
      output: openFile(file),
    });
  }
  for (const { format, output } of sinks) await output.write(format.head());
  return {
    get closed() {
      return sinks.every(({ output }) => output.closed);
    },
    needTexts: sinks.some(({ format }) => format.file !== undefined),
    file: async (text) => {
      for (const { format, output } of sinks) await output.write(format.file?.(text) ?? "");
    },
    result: async (result) => {
      for (const { format, output } of sinks) await output.write(format.result(result));
    },
    end: async (summary) => {
      for (const { format, output } of sinks) await output.write(format.tail(summary));
      // All are written before the first takes its place: a full disk leaves the old ones.
      for (const { output } of sinks) await output.flush();
      for (const { output } of sinks) await output.end();
    },
  };
}

/**
 * What every format needs to know about a run.
 *
 * @param bases the claim bases in use, told of as if they were one
 * @param document whether texts are read, sentence by sentence
 */
export function runOf(
  bases: readonly Base[],
  options: Pick<Options, "all" | "explain"> & Partial<Pick<Options, "failOn">>,
  document: boolean,
): Run {
  const dates = new Set(bases.map(({ referenceDate }) => referenceDate));
  const [date = null] = dates.size === 1 ? dates : [];
  return {
    version: VERSION,
    base: { title: bases.map(({ title }) => title).join("; "), referenceDate: date },
    sources: bases.flatMap(({ sources }) =>
      sources.map(({ id, title, file, text }) => ({ id, title, file, text })),
    ),
    document,
    failOn: options.failOn ?? "refuted",
    all: options.all === true,
    explain: options.explain === true,
  };
}
