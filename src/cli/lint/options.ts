import type { InputKind } from "../../types.ts";
import type { Options } from "../options.ts";
import type { Flags } from "./settings.ts";
import type { Shard } from "./shard.ts";

/** The options of `lint`, beside those of every command. */
export interface LintOptions extends Omit<Options, "failOn" | "base" | "input">, Flags {
  readonly input?: InputKind;
  readonly ignorePattern?: readonly string[];
  readonly gitignore: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly maxWarnings?: number;
  readonly shard?: Shard;
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly suppressAll?: boolean;
  readonly pruneSuppressions?: boolean;
  readonly suppressionsLocation?: string;
  readonly passOnUnprunedSuppressions?: boolean;
  readonly reportUnusedDisableDirectives?: boolean;
}
