import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadBase } from "../../src/base/load.ts";
import { draftCommand, draftFrom } from "../../src/cli/draft.ts";
import { findNames } from "../../src/draft/names.ts";

describe("findNames", () => {
  const words = (text: string) =>
    text.split(" ").map((form) => ({
      form,
      upos: /^\p{Lu}/u.test(form) ? "PROPN" : "NOUN",
      taken: false,
    }));

  it("joins what small words join, and no two names with and", () => {
    expect(findNames(words("Ada Byron sued the Bank of Ruritania and Globex"))).toEqual([
      ["Ada", "Byron"],
      ["Bank", "of", "Ruritania"],
      ["Globex"],
    ]);
  });

  it("leaves dates, numbers and known names out", () => {
    const some = words("Acme May").map((word, at) => ({ ...word, taken: at === 1 }));
    expect(findNames(some)).toEqual([["Acme"]]);
  });
});

describe("a drafted base", () => {
  const text = `Acme Corp bought Globex in 2021. Ada Byron leads Acme. Did she pay? If she did, nobody
knows. Byron perhaps lives in Norway.
`;

  it("has the texts' names, and the sentences that are plain", async () => {
    const folder = mkdtempSync(join(tmpdir(), "draft-"));
    const file = join(folder, "acme.txt");
    writeFileSync(file, text);
    const base = await draftFrom([file], folder);
    expect(base.entities.map(({ name }) => name).sort()).toEqual([
      "Acme Corp",
      "Ada Byron",
      "Globex",
      "Norway",
    ]);
    expect(base.claims.map(({ statement }) => statement)).toEqual([
      "Acme Corp bought Globex in 2021.",
      "Ada Byron leads Acme.",
    ]);
    expect(base.sources[0]?.sha256).toBe(createHash("sha256").update(text).digest("hex"));
    rmSync(folder, { recursive: true });
  });

  it("is a valid base when it is written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "draft-"));
    const [file, to] = [join(folder, "acme.txt"), join(folder, "base.yaml")];
    writeFileSync(file, text);
    const options = { format: "text", failOn: "refuted", quiet: true, output: [to] } as const;
    expect(await draftCommand([file], options)).toBe(0);
    expect(readFileSync(to, "utf8")).toContain("drafted: true");
    expect(loadBase(to).drafted).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
