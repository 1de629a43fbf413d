import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FoundFiles, findFiles } from "../../../src/cli/lint/find-files.ts";
import { ignoreLayer } from "../../../src/cli/lint/ignored.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "find-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function plant(files: readonly string[] | Readonly<Record<string, string>>): void {
  const entries = Array.isArray(files) ? files.map((name) => [name, ""]) : Object.entries(files);
  for (const [name, text] of entries) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
}

const REST = { cache: "/nowhere", patternsIn: async () => [] };

const find = (args: readonly string[], gitignore = true): Promise<FoundFiles> =>
  findFiles(args, cwd, "<stdin>", { gitignore, ...REST });

const names = async (args: readonly string[], gitignore = true): Promise<string[]> =>
  (await find(args, gitignore)).files.map(({ name }) => name);

describe("arguments", () => {
  it("are kept in their order, folders sorted, each file once", async () => {
    plant(["z.md", "a/c.txt", "a/b.html", "a/B.md", "a/d/e.md"]);
    const all = ["z.md", "a/B.md", "a/b.html", "a/c.txt", "a/d/e.md"];
    expect(await names(["z.md", "a", "a/c.txt", "./z.md"])).toEqual(all);
  });

  it.each([
    ["*.md", ["a.md"]],
    ["**/*.md", ["a.md", "b/a.md", "b/c/a.md"]],
    ["b/**", ["b/a.md", "b/c/a.md", "b/d.txt"]],
    ["b/*", ["b/a.md", "b/d.txt"]],
    ["./b/*.{md,txt}", ["b/a.md", "b/d.txt"]],
    ["**/*.yaml", ["b/e.yaml"]],
    ["{b,x}/[cd]*", ["b/d.txt"]],
  ])("%s is a glob", async (glob, files) => {
    plant(["a.md", "b/a.md", "b/c/a.md", "b/d.txt", "b/e.yaml"]);
    expect(await names([glob])).toEqual(files);
  });

  it("that are names of files are none", async () => {
    plant(["[a].md", "a.md"]);
    expect(await names(["[a].md"])).toEqual(["[a].md"]);
  });

  it("may lead out of the working folder", async () => {
    plant(["a/a.md", "b/b.md"]);
    const { files } = await findFiles(["../b"], join(cwd, "a"), "<stdin>", {
      gitignore: true,
      ...REST,
    });
    expect(files.map(({ name }) => name)).toEqual(["../b/b.md"]);
  });
});

describe(".gitignore", () => {
  it("holds below its folder, the nearer before the farther", async () => {
    plant({
      ".gitignore": "*.txt\n/only-here.md\n",
      "only-here.md": "",
      "a/only-here.md": "",
      "a/x.txt": "",
      "a/keep.txt": "",
      "a/.gitignore": "!keep.txt",
    });
    expect(await names(["."])).toEqual(["a/keep.txt", "a/only-here.md"]);
  });

  it("can't take back in what lies in a folder left out", async () => {
    plant({ ".gitignore": "out/\n!out/a.md\n", "out/a.md": "", "b.md": "" });
    expect(await names(["."])).toEqual(["b.md"]);
  });

  it("of folders above holds too, up to the repository", async () => {
    plant({ ".gitignore": "*.txt", "repo/.gitignore": "*.html" });
    plant({ "repo/.git/info/exclude": "excluded.md" });
    plant(["repo/a/a.md", "repo/a/a.txt", "repo/a/a.html", "repo/a/excluded.md"]);
    expect(await names(["repo/a"])).toEqual(["repo/a/a.md", "repo/a/a.txt"]);
  });

  it("leaves alone a folder that is named by itself", async () => {
    plant({ ".gitignore": "out/", "out/a.md": "" });
    expect(await names(["out"])).toEqual(["out/a.md"]);
    expect(await names(["out/*.md"])).toEqual(["out/a.md"]);
  });

  it.each(["[", "[z-a]", "\\", "!", "(", "a{1", "/", "*a".repeat(30), "x".repeat(1e6)])(
    "may hold %j",
    async (pattern) => {
      plant({ ".gitignore": pattern, "a.md": "" });
      expect(await names(["."])).toContain("a.md");
    },
  );
});

describe("what is not read", () => {
  it("is counted by reason, folders as such", async () => {
    plant({ ".gitignore": "*.txt\nout/\n", "a.txt": "", "out/b.md": "", "c.png": "", "d.md": "" });
    plant(["node_modules/e.md", ".git/f.md"]);
    symlinkSync(".", join(cwd, "loop"));
    expect((await find(["."])).unread).toEqual([
      { reason: "behind a symbolic link", files: 1, folders: 0 },
      { reason: "ignored by .gitignore", files: 1, folders: 1 },
      { reason: "left aside by default", files: 0, folders: 1 },
      { reason: "of other kinds", files: 1, folders: 0 },
    ]);
  });

  it("is a file that is named and ignored, but for Git's patterns", async () => {
    plant({ ".gitignore": "*.txt", "old/a.md": "", "b.txt": "", "c.md": "" });
    const layer = ignoreLayer(cwd, ["old/", "d.md"], "ignored by me");
    const rules = { gitignore: true, ...REST, patternsIn: async () => [layer] };
    const named = ["old/a.md", "b.txt", "c.md", "-"];
    const found = await findFiles(named, cwd, "d.md", rules);
    expect(found.files.map(({ name }) => name)).toEqual(["b.txt", "c.md"]);
    expect(found.refused).toEqual([
      { name: "old/a.md", reason: "ignored by me" },
      { name: "d.md", reason: "ignored by me" },
    ]);
    expect(found.unread).toEqual([{ reason: "ignored by me", files: 2, folders: 0 }]);
    expect(found.unmatched).toEqual([]);
  });

  it("is none of it where another argument leads to it", async () => {
    plant({ ".gitignore": "*.txt", "a.txt": "", "b.md": "" });
    expect((await find([".", "a.txt"])).unread).toEqual([]);
  });
});
