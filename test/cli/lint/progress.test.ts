import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openProgress } from "../../../src/cli/lint/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) > 0 };
}

describe("on a terminal", () => {
  it("a long run tells how far it is, and takes the line away in the end", () => {
    const terminal = stream(true);
    const progress = openProgress(terminal, {}, false);
    progress.tell(1, 3);
    vi.advanceTimersByTime(5000);
    progress.tell(2, 3);
    vi.advanceTimersByTime(1000);
    progress.end();
    vi.advanceTimersByTime(5000);
    const clear = "\r\u001b[K";
    expect(terminal.written).toEqual([
      `${clear}1 of 3 files checked`,
      `${clear}2 of 3 files checked`,
      clear,
    ]);
  });

  it("a short run tells nothing", () => {
    const terminal = stream(true);
    const progress = openProgress(terminal, {}, false);
    progress.tell(1, 3);
    vi.advanceTimersByTime(900);
    progress.end();
    expect(terminal.written).toEqual([]);
  });

  it("the line makes room for what is written meanwhile", () => {
    const terminal = stream(true);
    const progress = openProgress(terminal, {}, false);
    progress.tell(1, 3);
    vi.advanceTimersByTime(2000);
    progress.hide();
    expect(terminal.written.at(-1)).toBe("\r\u001b[K");
    const { length } = terminal.written;
    vi.advanceTimersByTime(2000);
    progress.end();
    expect(terminal.written).toHaveLength(length);
  });
});

it.each([
  ["no terminal", false, {}, false],
  ["a dumb terminal", true, { TERM: "dumb" }, false],
  ["--quiet", true, {}, true],
])("with %s, nothing is ever written", (_, isTTY, env, quiet) => {
  const other = stream(isTTY);
  const progress = openProgress(other, env, quiet);
  progress.tell(1, 3);
  vi.advanceTimersByTime(5000);
  progress.hide();
  progress.end();
  expect(other.written).toEqual([]);
});
