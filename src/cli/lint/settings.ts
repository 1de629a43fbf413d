import { lstatSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { isSpecial } from "../../base/files.ts";
import type { FailOn } from "../../report/types.ts";
import { Fault } from "../fault.ts";
import { slashed } from "./ignored.ts";
import type { Config } from "./load-config.ts";

/** The names of a configuration file, the first that is there. */
const CONFIG_NAMES = [".ottawa-check.yaml", ".ottawa-check.yml"];

/** What holds for one file. */
export interface FileSettings {
  /** The claim base's file; null for the built-in one. */
  readonly base: string | null;
  readonly failOn: FailOn;
  readonly config: Config | null;
}

/** The settings that the command line gives; they go before every configuration. */
export interface Flags {
  readonly base?: string;
  readonly failOn?: FailOn;
  /** The one configuration for all files; `false` for none; else the nearest above each file. */
  readonly config?: string | false;
}

/** Finds the configurations of files; each is read once, and none unless it is there. */
export class SettingsFinder {
  readonly #flags: Flags;
  readonly #cwd: string;
  readonly #byFolder = new Map<string, Promise<Config | null>>();
  readonly #byFile = new Map<string, Promise<Config>>();

  /** @param cwd the working folder, absolute */
  constructor(flags: Flags, cwd: string) {
    this.#flags = flags;
    this.#cwd = cwd;
  }

  /**
   * The configuration that holds in a folder.
   *
   * @throws {Fault} where it is not valid
   */
  configIn(folder: string): Promise<Config | null> {
    const { config } = this.#flags;
    if (config === false) return Promise.resolve(null);
    if (config !== undefined) return this.#load(resolve(this.#cwd, config));
    let found = this.#byFolder.get(folder);
    if (found === undefined) {
      found = this.#nearest(folder);
      this.#byFolder.set(folder, found);
    }
    return found;
  }

  /**
   * The settings of a file: flags before overrides, overrides before the rest of the configuration.
   *
   * @param path absolute
   * @throws {Fault} where the configuration is not valid
   */
  async settingsOf(path: string): Promise<FileSettings> {
    const { base, failOn } = this.#flags;
    const config = await this.configIn(dirname(path));
    const layers = config ? [...config.overrides.filter((one) => one.matches(path)).reverse()] : [];
    const first = <T>(pick: (one: Pick<Config, "base" | "failOn">) => T | null): T | null =>
      layers.map(pick).find((value) => value !== null) ?? (config ? pick(config) : null);
    return {
      base: base ?? this.#named(first((one) => one.base)),
      failOn: failOn ?? first((one) => one.failOn) ?? "refuted",
      config,
    };
  }

  /** Paths of configurations are absolute; messages call them from the working folder. */
  #named(path: string | null): string | null {
    return path === null ? null : slashed(relative(this.#cwd, path)) || ".";
  }

  async #nearest(folder: string): Promise<Config | null> {
    const own = ownConfig(folder);
    if (own !== null) return await this.#load(own);
    const above = dirname(folder);
    return above === folder ? null : await this.configIn(above);
  }

  /** What reads YAML is loaded only where there is a configuration. */
  #load(path: string): Promise<Config> {
    let loaded = this.#byFile.get(path);
    if (loaded === undefined) {
      const name = slashed(relative(this.#cwd, path));
      loaded = import("./load-config.ts").then(({ loadConfig }) => loadConfig(path, name));
      this.#byFile.set(path, loaded);
    }
    return loaded;
  }
}

/** The path of the configuration that holds in a folder; null where none does. */
export function nearestConfig(folder: string): string | null {
  const above = dirname(folder);
  return ownConfig(folder) ?? (above === folder ? null : nearestConfig(above));
}

/**
 * The path of a folder's own configuration; null where there is none. A link that leads nowhere is
 * one: what it was to say must not be passed over.
 *
 * @throws {Fault} where it is a pipe or a device, which nobody has asked to wait for
 */
function ownConfig(folder: string): string | null {
  const path = CONFIG_NAMES.map((name) => join(folder, name)).find(isThere);
  if (path === undefined) return null;
  if (isSpecial(path)) {
    const place = `${slashed(relative(process.cwd(), path))}:1:1`;
    throw new Fault("the configuration is a pipe or a device; write a file", undefined, place);
  }
  return path;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Folders above may be closed to us; what they hold is not for us then.
    return false;
  }
}
