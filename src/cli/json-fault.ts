/** Where a text stops being JSON, and why. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

const SPACE = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const FIRST_PRINTABLE = 0x20;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

type Expected = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma" | "end";

const WORDING: Readonly<Record<Expected, string>> = {
  value: "a value",
  "value or ]": 'a value or "]"',
  name: 'a name in quotation marks ("text")',
  "name or }": 'a name in quotation marks or "}"',
  colon: '":"',
  comma: '"," or a closing bracket',
  end: "nothing more",
};

/**
 * Finds where a text that `JSON.parse` refuses stops being JSON. Node's own messages differ from
 * version to version and often don't say where.
 *
 * @example jsonFault('{"a" 1}') // { offset: 5, message: 'expected ":"' }
 */
export function jsonFault(text: string): JsonFault {
  const open: ("{" | "[")[] = [];
  let at = 0;
  let expected: Expected = "value";
  const skip = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
  const afterValue = (): Expected => (open.length === 0 ? "end" : "comma");
  for (;;) {
    at += skip(SPACE);
    const next = text[at];
    const fault = (): JsonFault => ({ offset: at, message: messageFor(expected, next) });
    if (next === undefined) return fault();
    if (next === '"' && /^(?:value|name)/.test(expected)) {
      at = stringEnd(text, at);
      if (text[at] !== '"') return { offset: at, message: stringFault(text, at) };
      at += 1;
      expected = expected.startsWith("name") ? "colon" : afterValue();
    } else if (expected.startsWith("value")) {
      if (next === "]" && expected === "value or ]") {
        open.pop();
        expected = afterValue();
        at += 1;
      } else if (next === "{" || next === "[") {
        open.push(next);
        expected = next === "{" ? "name or }" : "value or ]";
        at += 1;
      } else {
        const length = skip(NUMBER) || skip(WORD);
        if (length === 0) return fault();
        at += length;
        expected = afterValue();
      }
    } else if (next === "}" && (expected === "name or }" || closes(next, expected, open))) {
      open.pop();
      expected = afterValue();
      at += 1;
    } else if (next === "]" && closes(next, expected, open)) {
      open.pop();
      expected = afterValue();
      at += 1;
    } else if (next === ":" && expected === "colon") {
      expected = "value";
      at += 1;
    } else if (next === "," && expected === "comma") {
      expected = open.at(-1) === "{" ? "name" : "value";
      at += 1;
    } else {
      return fault();
    }
  }
}

function closes(bracket: string, expected: Expected, open: readonly string[]): boolean {
  return expected === "comma" && open.at(-1) === (bracket === "}" ? "{" : "[");
}

function messageFor(expected: Expected, next: string | undefined): string {
  return next === undefined
    ? `it ends where ${WORDING[expected]} is expected`
    : `expected ${WORDING[expected]}`;
}

/** The place of a string's closing quotation mark, or of what it can't hold. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"' && text.charCodeAt(at) >= FIRST_PRINTABLE) {
    ESCAPE.lastIndex = at;
    const length = text[at] === "\\" ? ESCAPE.exec(text)?.[0].length : 1;
    if (length === undefined) return at;
    at += length;
  }
  return at;
}

function stringFault(text: string, at: number): string {
  if (at >= text.length) return "it ends within a string";
  return text[at] === "\\" ? "a backslash that escapes nothing" : "a control character in a string";
}
