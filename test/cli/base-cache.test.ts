import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openEnglish } from "../../src/builtin.ts";
import { openChecker } from "../../src/check.ts";
import { cacheFolder, keep, placeFor, readKept } from "../../src/cli/base-cache.ts";
import { openBase } from "../../src/cli/open-base.ts";

const CHESS = fileURLToPath(new URL("../base/fixtures/chess/", import.meta.url));
const CLAIM = "Maja Lindqvist won the Rotterdam Open.";
const english = openEnglish();

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "base-cache-"));
  cpSync(CHESS, join(folder, "chess"), { recursive: true });
  file = join(folder, "chess", "base.yaml");
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function kept(): string[] {
  return readdirSync(join(folder, "cache", "ottawa-check")).map((name) =>
    join(folder, "cache", "ottawa-check", name),
  );
}

async function verdictOf(base: string): Promise<string> {
  const opened = await openBase(base);
  const compiled = opened.compiled(english);
  return openChecker(compiled, english.language, english.syntax).check(CLAIM).verdict;
}

/** Whether the next run takes what is kept. */
function isBelieved(): boolean {
  const place = placeFor(file, readFileSync(file));
  return place !== null && readKept(place, file) !== null;
}

describe("a user's base between runs", () => {
  it("is kept compiled, and judges the same", async () => {
    expect(isBelieved()).toBe(false);
    expect(await verdictOf(file)).toBe("supported");
    expect(isBelieved()).toBe(true);
    expect(kept()).toHaveLength(1);
    expect(await verdictOf(file)).toBe("supported");
  });

  it.each<[string, (place: string) => void]>([
    ["is cut short", (place) => truncateSync(place, 1000)],
    ["is empty", (place) => truncateSync(place, 0)],
    ["is longer", (place) => appendFileSync(place, "x")],
    [
      "was tampered with",
      (place) => {
        const bytes = readFileSync(place);
        const at = bytes.indexOf("Rotterdam Open");
        bytes.write("Hamburg", at);
        writeFileSync(place, bytes);
      },
    ],
    ["others may write", (place) => chmodSync(place, 0o622)],
    [
      "is a folder",
      (place) => {
        rmSync(place);
        cpSync(CHESS, place, { recursive: true });
      },
    ],
  ])("is compiled anew where what is kept %s", async (_, spoil) => {
    await verdictOf(file);
    spoil(kept()[0] ?? "");
    expect(isBelieved()).toBe(false);
    expect(await verdictOf(file)).toBe("supported");
  });

  it("is read anew where it has changed, or a source has", async () => {
    await verdictOf(file);
    appendFileSync(join(folder, "chess", "rotterdam.txt"), "More.\n");
    expect(isBelieved()).toBe(false);
    await expect(openBase(file)).rejects.toThrow("another sha256");
    cpSync(join(CHESS, "rotterdam.txt"), join(folder, "chess", "rotterdam.txt"));
    expect(isBelieved()).toBe(true);
    appendFileSync(file, "# a comment\n");
    expect(isBelieved()).toBe(false);
  });

  it("is read anew where a source has become a link out of its folder", async () => {
    await verdictOf(file);
    rmSync(join(folder, "chess", "rotterdam.txt"));
    symlinkSync(join(CHESS, "rotterdam.txt"), join(folder, "chess", "rotterdam.txt"));
    expect(isBelieved()).toBe(false);
    await expect(openBase(file)).rejects.toThrow("outside the base's folder");
  });

  it("is not kept where that can't be", async () => {
    writeFileSync(join(folder, "cache"), "no folder");
    expect(await verdictOf(file)).toBe("supported");
    expect(readFileSync(join(folder, "cache"), "utf8")).toBe("no folder");
  });

  it("does not fill the folder", () => {
    for (let at = 0; at < 30; at++)
      keep(join(folder, "cache", "ottawa-check", `${at}.base`), Buffer.from("x"));
    expect(kept().length).toBeLessThanOrEqual(16);
  });
});

describe("the cache folder", () => {
  it.each([
    [{ XDG_CACHE_HOME: "/x" }, "/x/ottawa-check"],
    [{ XDG_CACHE_HOME: "x" }, null],
    [{ HOME: "relative" }, null],
    [{}, null],
  ])("by %j", (env, expected) => {
    expect(cacheFolder(env)).toBe(expected);
  });
});
