import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { Fault, reasonOf } from "../fault.ts";
import { DEFAULT_CACHE } from "./cache.ts";
import {
  type GitRules,
  gitReason,
  type IgnoreLayer,
  reasonOfPatterns,
  withOwnRules,
} from "./ignored.ts";

/** What a walk meets: a file, or something that it left aside. */
export interface Met {
  readonly path: string;
  readonly isFolder: boolean;
  /** Why it is left aside; null for a file to read. */
  readonly unread: string | null;
}

/** How folders are walked. */
export interface WalkRules {
  /** Whether `.gitignore` files are obeyed. */
  readonly gitignore: boolean;
  /** The folder of the cache, absolute: nobody wants to hear of it. */
  readonly cache: string;
  /** The patterns beside Git's that hold in a folder. */
  patternsIn(folder: string): Promise<readonly IgnoreLayer[]>;
}

/** Folders of version control, or of a cache: nobody wants to hear of them. */
const UNHEARD = new Set([".git", ".hg", ".svn", ".jj", ".sl", DEFAULT_CACHE]);

/** Folders of other people's files. */
const FOREIGN = new Set(["node_modules"]);

/**
 * Walks a folder, names in the order of their code units, files of a folder and its folders
 * together. Symbolic links are not followed, so that a walk ends and stays in its folder.
 *
 * @param git the rules from above the folder
 * @param depth how many levels are entered
 * @param complain called with what can't be read
 */
export async function* walk(
  folder: string,
  git: GitRules,
  depth: number,
  rules: WalkRules,
  complain: (fault: Fault) => void,
): AsyncIterable<Met> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    complain(new Fault(`${folder}: cannot read the folder: ${reasonOf(error)}`));
    return;
  }
  const patterns = await rules.patternsIn(folder);
  const own = rules.gitignore ? withOwnRules(git, folder) : [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (isFolder && (UNHEARD.has(entry.name) || path === rules.cache)) continue;
    const unread =
      reasonAgainst(entry) ??
      reasonOfPatterns(path, isFolder, patterns) ??
      gitReason(own, path, isFolder);
    if (unread !== null || !isFolder) yield { path, isFolder, unread };
    else if (depth > 1) yield* walk(path, own, depth - 1, rules, complain);
  }
}

function reasonAgainst(entry: Dirent): string | null {
  if (entry.isDirectory()) return FOREIGN.has(entry.name) ? "left aside by default" : null;
  if (entry.isSymbolicLink()) return "behind a symbolic link";
  return entry.isFile() ? null : "that is no plain file";
}
