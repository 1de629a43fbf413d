import { Fault, reasonOf } from "./fault.ts";

/** Where results go. Text is gathered and written in pieces. */
export interface Output {
  /** Whether nobody reads any more (a closed pipe): what is written then is dropped. */
  readonly closed: boolean;
  write(text: string): Promise<void>;
  /** Writes what is left. */
  flush(): Promise<void>;
  /** Makes what was written final. Must be called once, last, after {@link Output.flush}. */
  end(): Promise<void>;
}

/** Pieces of about this many characters are written at once. */
export const PIECE = 1 << 14;

/**
 * Standard output, with `EPIPE` (as from `| head`) taken quietly and every other failure, e.g. a
 * full disk, as a {@link Fault}.
 *
 * @param name what messages call the stream
 */
export function openStream(stream: NodeJS.WriteStream, name = "standard output"): Output {
  let closed = false;
  let waiting = "";
  const flush = (): Promise<void> => {
    const piece = waiting;
    waiting = "";
    if (piece === "" || closed) return Promise.resolve();
    return new Promise((resolve, reject) => {
      stream.write(piece, (error) => {
        if (!error) return resolve();
        closed = true;
        if ((error as NodeJS.ErrnoException).code === "EPIPE") return resolve();
        reject(new Fault(`cannot write to ${name}: ${reasonOf(error)}`));
      });
    });
  };
  return {
    get closed() {
      return closed;
    },
    write: (text) => {
      waiting += text;
      return waiting.length >= PIECE || stream.isTTY ? flush() : Promise.resolve();
    },
    flush,
    end: async () => {},
  };
}
