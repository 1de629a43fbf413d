import type { Base } from "../../base/types.ts";
import { type Engine, openEngine } from "../engine.ts";
import { type OpenedBase, openBase } from "../open-base.ts";
import { hashOf } from "./cache.ts";

/** The claim bases of a run, by their file (null: the built-in one); each is opened once. */
export class Bases {
  readonly #bases = new Map<string | null, Promise<OpenedBase>>();
  readonly #hashes = new Map<string | null, Promise<string>>();
  readonly #engines = new Map<string | null, Promise<Engine>>();

  /** @throws {Fault} where the base is not valid */
  async base(file: string | null): Promise<Base> {
    return (await this.#opened(file)).base;
  }

  /** The checksum of all that the base holds, its sources included. */
  hash(file: string | null): Promise<string> {
    return once(this.#hashes, file, async () => hashOf([JSON.stringify(await this.base(file))]));
  }

  /** @throws {Fault} where the base is not valid */
  engine(file: string | null): Promise<Engine> {
    return once(this.#engines, file, async () => openEngine(await this.#opened(file)));
  }

  #opened(file: string | null): Promise<OpenedBase> {
    return once(this.#bases, file, () => openBase(file ?? undefined));
  }
}

function once<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
