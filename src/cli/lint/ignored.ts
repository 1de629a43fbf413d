import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isSpecial, readLimited } from "../../base/files.ts";
import { isCostly } from "./costly.ts";

/** Patterns in the manner of `.gitignore`, which hold for what lies below a folder. */
export interface IgnoreLayer {
  readonly folder: string;
  readonly rules: Ignore;
  /** What the summary says of what they leave out, e.g. "ignored by .gitignore". */
  readonly reason: string;
}

/** Makes a layer of patterns, one a line or one a piece. */
export function ignoreLayer(
  folder: string,
  patterns: string | readonly string[],
  reason: string,
): IgnoreLayer {
  return { folder, rules: ignore().add(patterns), reason };
}

/**
 * Whether the patterns of a layer leave something out (true), take it back in (false), or say
 * nothing of it (null).
 */
function askLayer(layer: IgnoreLayer, path: string, isFolder: boolean): boolean | null {
  const below = slashed(relative(layer.folder, path));
  if (below === "" || below === ".." || below.startsWith("../")) return null;
  const { ignored, unignored } = layer.rules.test(isFolder ? `${below}/` : below);
  return ignored ? true : unignored ? false : null;
}

/** The reason why one of several layers leaves something out; null where none does. */
export function reasonOfPatterns(
  path: string,
  isFolder: boolean,
  layers: readonly IgnoreLayer[],
): string | null {
  return layers.find((one) => askLayer(one, path, isFolder) === true)?.reason ?? null;
}

/** The `.gitignore` files that hold in a folder, the nearest last. */
export type GitRules = readonly IgnoreLayer[];

/** A longer file of patterns is passed over. */
const MAX_BYTES = 4 * 1024 * 1024;

const GIT_REASON = "ignored by .gitignore";

/** The reason why Git would not see something; null where it would. The nearest file decides. */
export function gitReason(rules: GitRules, path: string, isFolder: boolean): string | null {
  for (const layer of rules.toReversed()) {
    const says = askLayer(layer, path, isFolder);
    if (says !== null) return says ? layer.reason : null;
  }
  return null;
}

/** The rules with those of the folder's own `.gitignore`, where it has one. */
export function withOwnRules(rules: GitRules, folder: string): GitRules {
  const text = readIfThere(join(folder, ".gitignore"));
  return text === null ? rules : [...rules, gitLayer(folder, text)];
}

/** Git's files aren't ours to refuse: a line that can't be tried leaves nothing out. */
function gitLayer(folder: string, text: string): IgnoreLayer {
  const lines = text.split(/\r?\n/u).filter((line) => !isCostly(line));
  return ignoreLayer(folder, lines, GIT_REASON);
}

/**
 * The rules that come from above a folder: those of the folders from the repository's root on, or,
 * outside a repository, from `top` on. Where they would ignore the folder itself, which somebody
 * has named, they are left aside.
 */
export function rulesAbove(folder: string, top: string): GitRules {
  const root = repositoryOf(folder) ?? top;
  const exclude = readIfThere(join(root, ".git", "info", "exclude"));
  let rules: GitRules = exclude === null ? [] : [gitLayer(root, exclude)];
  if (folder === root || isOutside(root, folder)) return rules;
  for (const above of foldersBetween(root, dirname(folder))) rules = withOwnRules(rules, above);
  return gitReason(rules, folder, true) === null ? rules : [];
}

function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return null;
  }
}

/** From the upper folder to the lower, both included. */
function foldersBetween(upper: string, lower: string): string[] {
  const folders = [lower];
  for (let at = lower; at !== upper; ) {
    at = dirname(at);
    folders.unshift(at);
  }
  return folders;
}

function isOutside(folder: string, path: string): boolean {
  const way = slashed(relative(folder, path));
  return way === ".." || way.startsWith("../");
}

function readIfThere(file: string): string | null {
  try {
    return isSpecial(file) ? null : (readLimited(file, MAX_BYTES)?.toString("utf8") ?? null);
  } catch {
    return null;
  }
}

/** A path with `/`, whatever the system's separator. */
export function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
