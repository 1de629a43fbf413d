import { createStyle, type Style } from "../report/layout.ts";
import { safeLines } from "../report/safe.ts";
import { wantsColor } from "./color.ts";
import type { Fault } from "./fault.ts";
import type { Options } from "./options.ts";
import { type Output, openFile, openStdout } from "./output.ts";

/** Lines of text that go to no terminal are wrapped at this. */
const WIDTH_OFF_TERMINAL = 80;

/** Where the options send the results. */
export function openOutput({ output }: Pick<Options, "output">): Output {
  return output === undefined ? openStdout(process.stdout) : openFile(output);
}

/** How text looks where the options send it. */
export function styleFor({ output, color }: Pick<Options, "output" | "color">): Style {
  const terminal = output === undefined && process.stdout.isTTY === true;
  // A terminal may not know its width, or claim to have none.
  const width = terminal ? process.stdout.columns || WIDTH_OFF_TERMINAL : WIDTH_OFF_TERMINAL;
  return createStyle(width, wantsColor(color, process.env, terminal));
}

/** Writes all of a text to where the options send the results. */
export async function writeResults(text: string, options: Pick<Options, "output">): Promise<void> {
  const output = openOutput(options);
  await output.write(text);
  await output.end();
}

/** A line for people on standard error. */
export function note(message: string): void {
  process.stderr.write(`note: ${safeLines(message)}\n`);
}

/**
 * Something to mend that stops nobody, on standard error.
 *
 * @param place `file:line:column`, where there is one
 */
export function warn(message: string, place?: string): void {
  const head = place === undefined ? "warning" : `${place}: warning`;
  process.stderr.write(`${safeLines(`${head}: ${message}`)}\n`);
}

/** What went wrong, and how to mend it, on standard error. */
export function complain({ report }: Fault): void {
  process.stderr.write(`${safeLines(report)}\n`);
}
