import { Fault, reasonOf } from "./fault.ts";
import { isTerminal, type OutStream, streamOf, writeNow } from "./stdio.ts";

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

/** Nobody reads any more: of a pipe, and of a socket, which some programs give instead. */
const GONE: ReadonlySet<string> = new Set(["EPIPE", "ECONNRESET"]);

/**
 * Standard output, with `EPIPE` (as from `| head`) taken quietly and every other failure, e.g. a
 * full disk, as a {@link Fault}.
 *
 * @param called what messages call the stream
 */
export function openStream(name: OutStream, called = "standard output"): Output {
  const terminal = isTerminal(name);
  let closed = false;
  let waiting = "";
  const flush = (): Promise<void> => {
    const piece = waiting;
    waiting = "";
    if (piece === "" || closed) return Promise.resolve();
    return writeTo(name, piece).catch((error: NodeJS.ErrnoException) => {
      closed = true;
      if (!GONE.has(error.code ?? ""))
        throw new Fault(`cannot write to ${called}: ${reasonOf(error)}`);
    });
  };
  return {
    get closed() {
      return closed;
    },
    write: (text) => {
      waiting += text;
      return waiting.length >= PIECE || terminal ? flush() : Promise.resolve();
    },
    flush,
    end: async () => {},
  };
}

async function writeTo(name: OutStream, text: string): Promise<void> {
  const left = writeNow(name, text);
  if (left.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    streamOf(name).write(left, (error) => (error ? reject(error) : resolve()));
  });
}
