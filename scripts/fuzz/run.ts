import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BaseError, loadBase } from "../../src/base/load.ts";
import type { Base } from "../../src/base/types.ts";
import type { Checker } from "../../src/check.ts";
import { createStyle } from "../../src/report/layout.ts";
import { formatResult } from "../../src/report/text.ts";
import type { Run } from "../../src/report/types.ts";
import type { TextReader } from "../../src/text/read-text.ts";
import type { Checked } from "../../src/types.ts";
import type { FuzzInput } from "./inputs.ts";

/** What inputs are tried on. */
export interface Target {
  readonly checker: Checker;
  readonly readText: TextReader;
  /** Makes a checker of a base that could be loaded. */
  readonly open: (base: Base) => Checker;
  /** A folder with the sources that bases name. */
  readonly folder: string;
}

/** Makes a folder that holds a base's sources; `remove` removes it. */
export function sourcesFolder(from: URL): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  const source = fileURLToPath(from);
  for (const name of readdirSync(source)) copyFileSync(join(source, name), join(folder, name));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

const PLAIN = createStyle(80, false);
/** What a terminal obeys or a reader can't see, but for line breaks and the joiners of scripts. */
const RAW = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Tries an input on the way it is meant for.
 *
 * @throws whatever goes wrong: an error of the program, or a raw control character in its output
 */
export async function tryInput({ path, text }: FuzzInput, target: Target): Promise<void> {
  if (path === "base") return tryBase(text, target);
  if (path === "claim") return look(target.checker.check(text));
  const { sentences } = await target.readText(text, path);
  const checker = target.checker.openText();
  for (const sentence of sentences) {
    const checked = checker.next(sentence);
    if (checked) look(checked);
  }
}

function tryBase(text: string, { folder, open }: Target): void {
  const file = join(folder, "base.yaml");
  writeFileSync(file, text);
  let base: Base;
  try {
    base = loadBase(file);
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    if (error.faults.length === 0) throw new Error("refused without a fault");
    for (const { line, column } of error.faults)
      if (!(line >= 1 && column >= 1)) throw new Error(`a fault at ${line}:${column}`);
    return;
  }
  const checker = open(base);
  for (const claim of base.claims.slice(0, 2)) look(checker.check(claim.statement));
}

function look(checked: Checked): void {
  const run = { document: false, explain: true } as Run;
  const out = formatResult({ checked } as Parameters<typeof formatResult>[0], run, PLAIN);
  const raw = RAW.exec(out);
  if (raw) throw new Error(`raw U+${raw[0].codePointAt(0)?.toString(16)} in the output`);
}
