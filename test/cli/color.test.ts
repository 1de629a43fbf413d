import { describe, expect, it } from "vitest";
import { wantsColor } from "../../src/cli/color.ts";

describe("wantsColor", () => {
  it.each([
    ["on a terminal", undefined, {}, true, true],
    ["off a terminal", undefined, {}, false, false],
    ["on a dumb terminal", undefined, { TERM: "dumb" }, true, false],
    ["NO_COLOR", undefined, { NO_COLOR: "1" }, true, false],
    ["NO_COLOR, empty", undefined, { NO_COLOR: "" }, true, true],
    ["FORCE_COLOR", undefined, { FORCE_COLOR: "1" }, false, true],
    ["FORCE_COLOR, empty", undefined, { FORCE_COLOR: "" }, false, true],
    ["FORCE_COLOR=0", undefined, { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR before NO_COLOR", undefined, { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    ["FORCE_COLOR before TERM", undefined, { FORCE_COLOR: "1", TERM: "dumb" }, true, true],
    ["--color before NO_COLOR", true, { NO_COLOR: "1" }, false, true],
    ["--no-color before FORCE_COLOR", false, { FORCE_COLOR: "1" }, true, false],
  ])("%s", (_, flag, env, terminal, wanted) => {
    expect(wantsColor(flag, env, terminal)).toBe(wanted);
  });
});
