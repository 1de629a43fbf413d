/**
 * What kept the program from doing its work. Shown on standard error: `error: message`, or, with
 * a place, `file:line:column: error: message`; then how to mend it. The program exits with 2.
 */
export class Fault extends Error {
  /** What people read, line by line. */
  readonly report: string;

  /**
   * @param message what is wrong
   * @param hint how to mend it
   * @param place `file:line:column`, where there is one
   */
  constructor(message: string, hint?: string, place?: string) {
    super(message);
    this.name = "Fault";
    const head = place === undefined ? "error" : `${place}: error`;
    this.report = `${oneLine(`${head}: ${message}`)}${hint === undefined ? "" : `\n${hint}`}`;
  }
}

/** The name of a file may hold line breaks, and would make up messages with them. */
function oneLine(text: string): string {
  return text.replace(/\r\n|[\r\n]/gu, " ");
}

/** A failure of the program's own, which must not look like a verdict. */
export function unexpected(error: unknown, place?: string): Fault {
  const stack = error instanceof Error && error.stack ? `${error.stack}\n` : "";
  const hint = `${stack}This is a fault of the program; please report it.`;
  return new Fault(
    `the program failed: ${error instanceof Error ? error.message : error}`,
    hint,
    place,
  );
}

/** Several faults as one, each in its own lines. */
export class Faults extends Fault {
  override readonly report: string;

  constructor(faults: readonly Pick<Fault, "message" | "report">[]) {
    super(faults.map(({ message }) => message).join("\n"));
    this.report = faults.map(({ report }) => report).join("\n");
  }
}

/** The reason of a failed file operation in plain words, e.g. "no such file or directory". */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const plain = code === undefined ? undefined : REASONS[code];
  return plain ?? message.replace(/^[A-Z0-9_]+: /, "").replace(/, \w+( '.*')?$/, "");
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EISDIR: "it is a folder, not a file",
  ENOTDIR: "a part of the path is not a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOSPC: "no space left on the device",
  EFBIG: "it would become larger than allowed",
  EROFS: "the file system is read-only",
  EMFILE: "too many open files",
  ERR_STRING_TOO_LONG: "it is too large to be read at once",
  ERR_FS_FILE_TOO_LARGE: "it is too large to be read at once",
};
