import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fuse from "fuse.js";
import { openEnglish } from "../../src/builtin.ts";
import { compileBase, openChecker } from "../../src/check.ts";
import { openSections } from "../../src/sections.ts";
import { generatedBase, questionsTo } from "./bases.ts";
import { figuresOf, timed } from "./measure.ts";
import type { Row } from "./table.ts";

/**
 * A claim against generated bases of several sizes, in one process, and fuse.js alone beside it.
 * The ratio is to the smallest size.
 */
export function measureBases(sizes: readonly number[], runs: number): Row[] {
  const english = openEnglish();
  const rows: Row[] = [];
  for (const size of sizes) {
    const base = generatedBase(size);
    const questions = questionsTo(base);
    let bytes: Uint8Array = new Uint8Array();
    const compiling = timed(() => {
      bytes = compileBase(base, english.language, english.syntax);
    });
    const folder = mkdtempSync(join(tmpdir(), "bench-base-"));
    const file = join(folder, "base.data");
    writeFileSync(file, bytes);
    const before = process.memoryUsage().rss;
    const open = () => openChecker(openSections(file), english.language, english.syntax);
    const opening = figuresOf(Array.from({ length: runs }, () => timed(open)));
    const checker = open();
    // What was asked before is remembered: each round asks a little differently.
    const asking = (round: number): number => {
      const time = timed(() => {
        for (const question of questions) checker.check(`${question}${" ".repeat(round)}`);
      });
      return time / questions.length;
    };
    asking(0);
    const figures = figuresOf(Array.from({ length: runs }, (_, at) => asking(at + 1)));
    const fuse = new Fuse(base.claims, { keys: ["statement"], ignoreLocation: true });
    const fused = figuresOf(
      questions.slice(0, runs).map((q) => timed(() => fuse.search(q, { limit: 2 }))),
    );
    rmSync(folder, { recursive: true });
    rows.push({
      name: `${size} claims`,
      ...figures,
      ratio: figures.median / (rows[0]?.median ?? figures.median),
      memory: Math.max(0, process.memoryUsage().rss - before) / 1e6,
      memoryRatio: null,
      "open ms": opening.median,
      "compile s": compiling / 1000,
      "bytes a claim": bytes.length / size,
      "fuse.js ms": fused.median,
    });
  }
  return rows;
}
