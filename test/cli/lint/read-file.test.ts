import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/cli/fault.ts";
import { readFile } from "../../../src/cli/lint/read-file.ts";

const named = (path: string) => readFile({ path, name: "a.md", explicit: true });

describe("a file that can't be read is a fault with its name", () => {
  it("where it is gone since it was found", async () => {
    const error = await named("/nowhere/a.md").catch((error) => error);
    expect(error).toBeInstanceOf(Fault);
    expect(error.message).toBe("a.md: cannot read: no such file or folder");
  });

  it.runIf(existsSync("/dev/zero"))("where it never ends", async () => {
    await expect(named("/dev/zero")).rejects.toThrow("a.md: it is no plain file");
  });
});
