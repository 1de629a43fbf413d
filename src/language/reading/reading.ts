/** What the reading of a sentence's parts needs. */
import type { Meaning } from "../../meaning.ts";
import type { SyntaxToken, TokenInput } from "../syntax/index.ts";
import type { Context } from "./context.ts";
import type { Frames } from "./frames/frames.ts";

export type Parse = (tokens: readonly TokenInput[]) => SyntaxToken[];

/** What the reading of a sentence's parts needs. */
export interface Reading {
  readonly frames: Frames;
  readonly parse: Parse;
  readonly context: Context;
  readonly kind: Meaning["kind"];
}
