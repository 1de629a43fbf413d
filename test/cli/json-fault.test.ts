import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault } from "../../src/cli/json-fault.ts";

describe("jsonFault", () => {
  it.each([
    ["", 0, "it ends where a value is expected"],
    ["{", 1, 'it ends where a name in quotation marks or "}" is expected'],
    ["{a:1}", 1, 'expected a name in quotation marks or "}"'],
    ['{"a":1,}', 7, 'expected a name in quotation marks ("text")'],
    ['{"a":1 "b"', 7, 'expected "," or a closing bracket'],
    ["[1,]", 3, "expected a value"],
    ["[1}", 2, 'expected "," or a closing bracket'],
    ["[] 1", 3, "expected nothing more"],
    ['"a', 2, "it ends within a string"],
    ['["a\tb"]', 3, "a control character in a string"],
    ['["a\\x"]', 3, "a backslash that escapes nothing"],
    ["[01]", 2, 'expected "," or a closing bracket'],
    ["[1, tru]", 4, "expected a value"],
  ])("%j", (text, offset, message) => {
    expect(jsonFault(text)).toEqual({ offset, message });
  });

  it("lets everything stand before the fault that JSON lets stand", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", "?", "}", "]", ",", ":"),
        (json, n, bad) => {
          const at = n % (json.length + 1);
          const broken = json.slice(0, at) + bad + (bad === "" ? "" : json.slice(at));
          let ok = true;
          try {
            JSON.parse(broken);
          } catch {
            ok = false;
          }
          if (ok) return;
          const { offset } = jsonFault(broken);
          expect(offset).toBeLessThanOrEqual(broken.length);
          // A number or word that was cut is told of where it begins.
          expect(offset).toBeGreaterThanOrEqual(json.slice(0, at).search(/[\w.+\\-]*$/));
        },
      ),
    );
  });

  it("takes deep nesting and long strings", () => {
    expect(jsonFault("[".repeat(1_000_000)).offset).toBe(1_000_000);
    expect(jsonFault(`"${"a\\n".repeat(1_000_000)}`).offset).toBe(3_000_001);
  });
});
