/**
 * The compiled form of users' bases, kept between runs in the user's cache folder: to read a base's
 * YAML and its statements takes a hundred times as long as to check a claim. What is kept is believed
 * only where it is whole, the user's own, and made by this very build from these very bytes, and where
 * the sources are what they were. Where nothing can be kept, nothing is, and that is no error.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { readTextFile } from "../base/files.ts";
import { buildId } from "../builtin.ts";
import { openCompiledBase } from "../check.ts";
import { readSections, type Sections } from "../sections.ts";
import { NAME } from "./about.ts";

const DIGEST_BYTES = 32;
/** So many bases are kept; those written first go first. */
const MOST_KEPT = 16;

/**
 * The place of a base's compiled form; null where nothing can be kept.
 *
 * @param bytes what the file holds
 */
export function placeFor(file: string, bytes: Uint8Array): string | null {
  const folder = cacheFolder(process.env);
  if (folder === null) return null;
  const hash = digest(Buffer.from(`${buildId()} ${resolve(file)} `), bytes);
  return join(folder, `${hash.toString("hex")}.base`);
}

/**
 * Where caches belong, after the XDG Base Directory Specification; null where there is no home.
 *
 * @param env the environment
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const given = env.XDG_CACHE_HOME;
  if (given !== undefined && isAbsolute(given)) return join(given, NAME);
  if (process.platform === "win32") {
    return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, NAME, "cache") : null;
  }
  // Without HOME, Node would ask the list of users; a service account's home is not for us.
  return env.HOME && isAbsolute(env.HOME) ? join(homedir(), ".cache", NAME) : null;
}

/** What is kept at a place; null where that is nothing, or nothing to be believed. */
export function readKept(place: string, file: string): Sections | null {
  try {
    const bytes = readOwn(place);
    const content = bytes?.subarray(DIGEST_BYTES);
    if (!bytes || !content || !digest(content).equals(bytes.subarray(0, DIGEST_BYTES))) return null;
    const compiled = readSections(content);
    const folder = dirname(resolve(file));
    const unchanged = openCompiledBase(compiled).sources.every((source) => {
      const path = resolve(folder, source.file);
      // What leads outside the base's folder by now is for the full reading to refuse.
      if (relative(realpathSync(folder), realpathSync(path)).startsWith("..")) return false;
      const read = readTextFile(path);
      return "bytes" in read && digest(read.bytes).toString("hex") === source.sha256;
    });
    return unchanged ? compiled : null;
  } catch {
    return null;
  }
}

/** A file that nobody else can have written. */
function readOwn(place: string): Buffer | null {
  const descriptor = openSync(place, "r");
  try {
    const { uid, mode } = fstatSync(descriptor);
    const foreign = process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0);
    return foreign ? null : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps a compiled base: written beside and renamed, so that no run ever reads half of it. */
export function keep(place: string, compiled: Uint8Array): void {
  const part = `${place}.${randomBytes(6).toString("hex")}.part`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(part, Buffer.concat([digest(compiled), compiled]), { flag: "wx", mode: 0o600 });
    renameSync(part, place);
    dropOldest(dirname(place));
  } catch {
    // A read-only home, a full disk: the next run compiles anew.
    removeQuietly(part);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There is no such folder, or it may not be changed: nothing was left there.
  }
}

function dropOldest(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => /\.(?:base|part)$/.test(name))
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of kept.slice(MOST_KEPT)) rmSync(path, { force: true });
}

function digest(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
