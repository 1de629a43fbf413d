import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The folders of src/, each a stage of a claim's path or one of its two ends. */
export const STAGES = [
  "text",
  "language",
  "retrieve",
  "draft",
  "compare",
  "verdict",
  "base",
  "report",
  "cli",
] as const;

/** Types that every stage may know. */
const SHARED = new Set([
  "types.ts",
  "meaning.ts",
  "evaluation.ts",
  "owners.ts",
  "roles.ts",
  "concepts.ts",
  "hash.ts",
  "sections.ts",
  "table.ts",
  "sorted.ts",
  "memo.ts",
  "verbatim.ts",
  "base/types.ts",
]);

/** The files that join the stages: the path of a claim, the compiled base, its evidence, the data that come along. */
const JOINERS = new Set([
  "check.ts",
  "check-text.ts",
  "check-sentence.ts",
  "check-roles.ts",
  "check-rule.ts",
  "compile.ts",
  "draft.ts",
  "evidence.ts",
  "builtin.ts",
]);

/** What the two ends may import beside their own files and the shared types. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  report: [],
  cli: ["report", "base", "text", "check.ts", "draft.ts", "builtin.ts"],
};

/** An import that the layers forbid. */
export interface Violation {
  /** The importing file, from the source folder. */
  readonly file: string;
  readonly line: number;
  /** The imported file, from the source folder. */
  readonly imports: string;
  readonly why: string;
}

/** An import statement: where it stands and what it names. */
export interface Import {
  readonly line: number;
  readonly specifier: string;
}

const STATEMENT =
  /(?:^|[;}\n])\s*(?:import|export)\b[^;"'()]*?\bfrom\s*["']([^"']+)["']|(?:^|[;}\n])\s*import\s*["']([^"']+)["']|\b(?:import|require)\s*\(\s*["'`]([^"'`]+)["'`]/g;

/** The imports of a TypeScript file: static, re-exports, types, for effect, and dynamic ones. */
export function importsOf(source: string): Import[] {
  // Comments go, line breaks stay, so that the line numbers hold.
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (text) =>
    text.replace(/[^\n]/g, " "),
  );
  return [...code.matchAll(STATEMENT)].map((match) => ({
    line: code.slice(0, match.index + match[0].length).split("\n").length,
    specifier: match[1] ?? match[2] ?? match[3] ?? "",
  }));
}

/** Checks every TypeScript file under a source folder. */
export function findViolations(root: string): Violation[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.split(sep).join("/"))
    .sort();
  return files.flatMap((file) =>
    importsOf(readFileSync(join(root, file), "utf8")).flatMap(({ line, specifier }) => {
      if (!specifier.startsWith(".")) return [];
      const imports = relative(root, join(root, dirname(file), specifier))
        .split(sep)
        .join("/");
      const why = reasonAgainst(file, imports);
      return why === null ? [] : [{ file, line, imports, why }];
    }),
  );
}

/** Why one file of the source folder may not import another; null where it may. */
function reasonAgainst(from: string, to: string): string | null {
  const [here, there] = [stageOf(from), stageOf(to)];
  if (there === "cli" && here !== "cli") return "nothing imports the command line";
  if (here === null) return JOINERS.has(from) ? endReason(there) : rootReason(from, to);
  if (!STAGES.some((stage) => stage === here)) return `${here} is no known stage`;
  if (here === there || SHARED.has(to) || to.startsWith("../")) return null;
  const allowed = ENDS[here];
  if (allowed === undefined) return `${here} imports only itself and the shared types`;
  return allowed.includes(there ?? to) ? null : `${here} may not import ${there ?? to}`;
}

function endReason(there: string | null): string | null {
  return there === "report" ? "the report stands at the end" : null;
}

function rootReason(from: string, to: string): string | null {
  return SHARED.has(to) || (SHARED.has(from) === false && stageOf(to) === null)
    ? null
    : `${from} is no joiner of stages`;
}

/** The folder right under the source folder, or null for files that lie in it. */
function stageOf(file: string): string | null {
  const parts = file.split("/");
  return parts.length > 1 && parts[0] !== ".." ? (parts[0] ?? null) : null;
}
