/** A process of the fuzzer: tries the inputs of the seeds that it is sent, and tells each before. */
import { readCorpus } from "./corpus.ts";
import { inputOf } from "./inputs.ts";
import { tryInput } from "./run.ts";
import { shrink } from "./shrink.ts";
import { openTarget } from "./target.ts";

/** What the process tells. */
export type Told =
  | { readonly kind: "tries"; readonly seed: number }
  | { readonly kind: "took"; readonly seed: number; readonly ms: number; readonly length: number }
  | { readonly kind: "failed"; readonly seed: number; readonly text: string; readonly was: string }
  | { readonly kind: "done" };

const corpus = readCorpus();
const target = openTarget();
const tell = (told: Told): void => {
  process.send?.(told);
};
/** Faster ones are not worth telling. */
const SLOW_MS = 100;

process.on("exit", () => target.remove());
// Whoever asked is gone.
process.on("disconnect", () => process.exit());
process.on("message", async ([from, end]: [number, number]) => {
  for (let seed = from; seed < end; seed++) {
    tell({ kind: "tries", seed });
    const input = inputOf(seed, corpus);
    const errorOf = async (text: string): Promise<string | null> => {
      try {
        await tryInput({ ...input, text }, target);
        return null;
      } catch (error) {
        return error instanceof Error ? (error.stack ?? error.message) : String(error);
      }
    };
    const start = performance.now();
    const was = await errorOf(input.text);
    const ms = performance.now() - start;
    if (ms > SLOW_MS) tell({ kind: "took", seed, ms, length: input.text.length });
    if (was === null) continue;
    const text = await shrink(input.text, async (shorter) => (await errorOf(shorter)) !== null);
    tell({ kind: "failed", seed, text, was });
  }
  tell({ kind: "done" });
  process.disconnect();
});
