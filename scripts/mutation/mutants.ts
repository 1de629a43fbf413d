import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { type AnyNode, type Node, parse } from "acorn";
import { transformSync } from "esbuild";

/** A small change to the program that a test should notice. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly was: string;
  readonly is: string;
}

/** Operators that are put for each other. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
  "&&": ["||"],
  "||": ["&&"],
};

/** Methods that are put for each other. */
const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  startsWith: "endsWith",
  endsWith: "startsWith",
};

/** Methods whose call gives way to what it is called on. */
const DROPPED: ReadonlySet<string> = new Set(["filter", "slice", "sort", "toSorted", "reverse"]);

/**
 * Makes of a TypeScript file JavaScript that holds all its mutants: each changed expression stands
 * beside the original, and `__mutant(id)` tells which of the two counts.
 *
 * @param first the id of the first mutant
 */
export function mutate(file: string, first: number): { code: string; mutants: Mutant[] } {
  const source = readFileSync(file, "utf8");
  const { code, map } = transformSync(source, {
    loader: "ts",
    sourcemap: true,
    sourcefile: file,
    target: "node20",
  });
  const places = new SourceMap(JSON.parse(map));
  const starts = [0, ...[...code.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const lineOf = (offset: number): number => {
    const row = starts.findLastIndex((start) => start <= offset);
    const entry = places.findEntry(row, offset - (starts[row] ?? 0));
    return "originalLine" in entry ? entry.originalLine + 1 : row + 1;
  };
  const mutants: Mutant[] = [];
  const text = (node: Node): string => code.slice(node.start, node.end);

  /** The text of a node in which all below it are told from their mutants. */
  const written = (node: AnyNode, isStatic: boolean, isChain: boolean): string => {
    const below = isStatic && /Function/u.test(node.type) ? false : isStatic;
    let out = "";
    let at = node.start;
    for (const child of childrenOf(node)) {
      out += code.slice(at, child.start);
      out += written(child, below, node.type === "ChainExpression" || (isChain && isLink(child)));
      at = child.end;
    }
    out += code.slice(at, node.end);
    // What is worked out once, when the file is loaded, and links of `a?.b.c` stay as they are.
    if (isStatic || isChain) return out;
    const base = node.start;
    for (const change of changesOf(node, text)) {
      const id = first + mutants.length;
      mutants.push({ id, file, line: lineOf(base), was: text(node), is: change });
      out = `(__mutant(${id}) ? (${change}) : ${out})`;
    }
    return out;
  };
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  return { code: written(program as AnyNode, true, false), mutants };
}

function isLink(node: AnyNode): boolean {
  return node.type === "MemberExpression" || node.type === "CallExpression";
}

/** What may stand for an expression. */
function changesOf(node: AnyNode, text: (node: Node) => string): string[] {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const others = OPERATORS[node.operator] ?? [];
      const swapped = others.map((one) => `(${text(node.left)}) ${one} (${text(node.right)})`);
      return node.operator === "??" ? [text(node.left)] : swapped;
    }
    case "UnaryExpression":
      return node.operator === "!" ? [text(node.argument)] : [];
    case "ConditionalExpression":
      return [text(node.consequent), text(node.alternate)];
    case "Literal":
      if (typeof node.value === "boolean") return [String(!node.value)];
      return typeof node.value === "number" ? [String(node.value + 1)] : [];
    case "CallExpression": {
      const { callee } = node;
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
      const { name } = callee.property;
      const args = node.arguments.map(text).join(", ");
      const other = METHODS[name];
      if (other) return [`${text(callee.object)}.${other}(${args})`];
      return DROPPED.has(name) ? [text(callee.object)] : [];
    }
    default:
      return [];
  }
}

/** The nodes below a node, in their order, but for those that are no expressions of their own. */
function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === "key" && "computed" in node && !node.computed) continue;
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === "object" && one !== null && typeof one.type === "string")
        children.push(one as AnyNode);
  }
  const seen = new Set<number>();
  return children
    .filter(({ start }) => !seen.has(start) && seen.add(start))
    .sort((a, b) => a.start - b.start);
}
