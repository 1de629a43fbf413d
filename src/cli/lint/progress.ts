import { count } from "../../report/count.ts";

/** A run that ends sooner shows nothing. */
const PATIENCE_MS = 1000;
const EVERY_MS = 200;

/** Back to the line's start, and what stands after it removed. */
const CLEAR = "\r\u001b[K";

/** A line at the bottom of a terminal that tells how far a long run is. */
export interface Progress {
  /** Tells how many of how many files are done. */
  tell(done: number, total: number): void;
  /** Takes the line away until the next {@link tell}, so that something can be written. */
  hide(): void;
  end(): void;
}

/** Shows nothing: for streams that are no terminal. */
const SILENT: Progress = { tell: () => {}, hide: () => {}, end: () => {} };

/**
 * Opens the line on a stream; on anything but a terminal nothing is ever written.
 *
 * @param env the environment, for `TERM=dumb`
 */
export function openProgress(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write">,
  env: Readonly<Record<string, string | undefined>>,
  quiet: boolean,
): Progress {
  if (quiet || !stream.isTTY || env.TERM === "dumb") return SILENT;
  let line = "";
  let shown = "";
  const begun = performance.now();
  const hide = (): void => {
    if (shown !== "") stream.write(CLEAR);
    line = "";
    shown = "";
  };
  const timer = setInterval(() => {
    if (performance.now() - begun < PATIENCE_MS || line === shown) return;
    stream.write(`${CLEAR}${line}`);
    shown = line;
  }, EVERY_MS);
  timer.unref();
  return {
    tell: (done, total) => {
      line = `${done} of ${count(total, "file")} checked`;
    },
    hide,
    end: () => {
      clearInterval(timer);
      hide();
    },
  };
}
