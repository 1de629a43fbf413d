import { createStyle, type Style } from "../report/layout.ts";
import { safe, safeLines, safeStart } from "../report/safe.ts";
import { wantsColor } from "./color.ts";
import { readDestinations } from "./destinations.ts";
import { Fault } from "./fault.ts";
import { openFile } from "./file-output.ts";
import type { Options } from "./options.ts";
import { openStream } from "./output.ts";
import { isTerminal, say } from "./stdio.ts";

/** Lines of text that go to no terminal are wrapped at this. */
const WIDTH_OFF_TERMINAL = 80;

/** How text looks where the options send it. */
export function styleFor({ output, color }: Pick<Options, "output" | "color">): Style {
  const terminal = readDestinations(output).main === undefined && isTerminal("stdout");
  // A terminal may not know its width, or claim to have none.
  const width = terminal ? process.stdout.columns || WIDTH_OFF_TERMINAL : WIDTH_OFF_TERMINAL;
  return createStyle(width, wantsColor(color, process.env, terminal));
}

/** How text looks in a file beside the results. */
export function plainStyle(): Style {
  return createStyle(WIDTH_OFF_TERMINAL, false);
}

/**
 * Writes all of a text to where the options send the results.
 *
 * @throws {Fault} where it can't be written, or another format is asked for beside it
 */
export async function writeResults(text: string, options: Pick<Options, "output">): Promise<void> {
  const { main, further } = readDestinations(options.output);
  if (further[0]) {
    const { format, file } = further[0];
    throw new Fault(`--output ${format}=${file}: this command writes in one format only`);
  }
  const output = main === undefined ? openStream("stdout") : openFile(main);
  await output.write(text);
  await output.flush();
  await output.end();
}

/** A line for people on standard error. */
export function note(message: string): void {
  say("stderr", `note: ${safe(message)}\n`);
}

/**
 * Something to mend that stops nobody, on standard error.
 *
 * @param place `file:line:column`, where there is one
 */
export function warn(message: string, place?: string): void {
  const head = place === undefined ? "warning" : `${place}: warning`;
  say("stderr", `${safeStart(safe(`${head}: ${message}`))}\n`);
}

/** What went wrong, and how to mend it, on standard error. */
export function complain({ report }: Fault): void {
  say("stderr", `${safeLines(report)}\n`);
}
