import { statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import picomatch from "picomatch";
import { STDIN_NAME } from "../../report/place.ts";
import type { Unread } from "../../report/types.ts";
import { kindOf } from "../../text/kinds.ts";
import { Fault, reasonOf } from "../fault.ts";
import { isCostly, TOO_COSTLY } from "./costly.ts";
import { reasonOfPatterns, rulesAbove, slashed } from "./ignored.ts";
import { type WalkRules, walk } from "./walk.ts";

/** A file to check. */
export interface FoundFile {
  /** Absolute; null for standard input. */
  readonly path: string | null;
  /** As reports call it: from the working folder, with `/`. */
  readonly name: string;
  /** Whether it was named by itself, not found in a folder or by a pattern. */
  readonly explicit: boolean;
}

/** What the arguments of a run lead to. */
export interface FoundFiles {
  /** In the order of the arguments, each once. */
  readonly files: readonly FoundFile[];
  readonly unread: readonly Unread[];
  /** Files that were named by themselves and are left aside all the same. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
  /** Arguments that lead to no file, with the reason. */
  readonly unmatched: readonly Fault[];
  /** Folders that could not be read. */
  readonly faults: readonly Fault[];
}

/**
 * Finds the files that arguments lead to. A file is taken whatever its name, unless the patterns
 * beside Git's leave it out; a folder gives its files of the known kinds; a glob (`docs/**\/*.md`) gives what it matches: files of the known
 * kinds, and others where its last part names an extension.
 *
 * @param cwd the working folder, absolute
 * @param stdin what standard input ("-") is called
 */
export async function findFiles(
  args: readonly string[],
  cwd: string,
  stdin: string,
  rules: WalkRules,
): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const unread = new Map<string, { reason: string; isFolder: boolean }>();
  const refused: { name: string; reason: string }[] = [];
  const unmatched: Fault[] = [];
  const faults: Fault[] = [];
  const take = (path: string, explicit: boolean): void => {
    const before = files.get(path);
    if (before && (before.explicit || !explicit)) return;
    files.set(path, { path, name: slashed(relative(cwd, path)), explicit });
  };
  const refuses = async (path: string): Promise<boolean> => {
    const reason = reasonOfPatterns(path, false, await rules.patternsIn(dirname(path)));
    if (reason === null) return false;
    unread.set(path, { reason, isFolder: false });
    refused.push({ name: slashed(relative(cwd, path)), reason });
    return true;
  };
  for (const arg of args) {
    if (arg === STDIN) {
      if (stdin !== STDIN_NAME && (await refuses(resolve(cwd, stdin)))) continue;
      files.set(STDIN, { path: null, name: stdin, explicit: true });
      continue;
    }
    const start = readArgument(arg, cwd);
    if (start instanceof Fault) {
      unmatched.push(start);
      continue;
    }
    if (start.kind === "file") {
      if (!(await refuses(start.path))) take(start.path, true);
      continue;
    }
    const { path, depth, wants } = start;
    const git = rules.gitignore ? rulesAbove(path, cwd) : [];
    const tally = { found: 0, unread: 0 };
    for await (const met of walk(path, git, depth, rules, (fault) => faults.push(fault))) {
      if (!met.isFolder && (!start.matches(met.path) || OWN_FILES.test(met.path))) continue;
      const reason = met.unread ?? (wants(met.path) ? null : "of other kinds");
      tally[reason === null ? "found" : "unread"] += 1;
      if (reason === null) take(met.path, false);
      else unread.set(met.path, { reason, isFolder: met.isFolder });
    }
    if (tally.found === 0) unmatched.push(nothingFound(arg, start, tally.unread));
  }
  for (const path of files.keys()) unread.delete(path);
  return {
    files: [...files.values()],
    unread: countReasons(unread.values()),
    refused,
    unmatched,
    faults,
  };
}

/** Files that steer this program and Git; nobody wants to hear that they aren't read. */
const OWN_FILES = /[\\/]\.(?:git[a-z]+|ottawa-check[^\\/]*)$/u;

const isTextFile = (path: string): boolean => kindOf(path) !== null;

/** Never a path: those are absolute. */
const STDIN = "-";

/** What an argument stands for. */
type Start =
  | { readonly kind: "file"; readonly path: string }
  | {
      readonly kind: "folder" | "glob";
      readonly path: string;
      readonly depth: number;
      /** Whether a file is meant. */
      matches(path: string): boolean;
      /** Whether a file that is meant is to be read. */
      wants(path: string): boolean;
    };

const EVERY_LEVEL = Number.POSITIVE_INFINITY;

function readArgument(arg: string, cwd: string): Start | Fault {
  if (arg === "") return new Fault("an empty argument is no file", "Is a variable in it unset?");
  const path = resolve(cwd, arg);
  try {
    const isFolder = statSync(path).isDirectory();
    if (!isFolder) return { kind: "file", path };
    return { kind: "folder", path, depth: EVERY_LEVEL, matches: () => true, wants: isTextFile };
  } catch (error) {
    const pattern = picomatch.scan(slashed(arg));
    if (!pattern.isGlob) return new Fault(`${arg}: ${reasonOf(error)}`);
    if (isCostly(pattern.glob)) return new Fault(`${arg}: the pattern ${TOO_COSTLY}`);
    return readGlob(pattern.base, pattern.glob, cwd);
  }
}

function readGlob(base: string, glob: string, cwd: string): Start | Fault {
  const path = resolve(cwd, base);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    return new Fault(`${slashed(relative(cwd, path))}/${glob}: no file matches this pattern`);
  }
  const isMatch = picomatch(glob, { dot: true });
  const namesExtension = /\.[^*/.]+$/u.test(glob);
  return {
    kind: "glob",
    path,
    depth: glob.includes("**") ? EVERY_LEVEL : glob.split("/").length,
    matches: (file) => isMatch(slashed(relative(path, file))),
    wants: (file) => namesExtension || isTextFile(file),
  };
}

function nothingFound(arg: string, { kind }: Start, unread: number): Fault {
  const what =
    kind === "folder"
      ? `${arg}: the folder holds no file to check`
      : `${arg}: no file matches this pattern`;
  return new Fault(
    unread > 0 ? `${what} (${unread} left aside; ignored or of other kinds)` : what,
    "Name files, folders with texts (.md, .html, .txt …), or patterns in quotes. --no-error-on-unmatched-pattern lets this pass.",
  );
}

function countReasons(unread: Iterable<{ reason: string; isFolder: boolean }>): Unread[] {
  const counts = new Map<string, { files: number; folders: number }>();
  for (const { reason, isFolder } of unread) {
    const before = counts.get(reason) ?? { files: 0, folders: 0 };
    before[isFolder ? "folders" : "files"] += 1;
    counts.set(reason, before);
  }
  return [...counts]
    .map(([reason, { files, folders }]) => ({ reason, files, folders }))
    .sort((a, b) => (a.reason < b.reason ? -1 : 1));
}
