import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../", import.meta.url);

function read(file: string): string {
  return readFileSync(new URL(file, ROOT), "utf8");
}

describe("the package", () => {
  it("names no registry in its lock file", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved"/);
  });

  it("needs nothing beside itself at run time: all is bundled, with its licences", () => {
    const manifest = JSON.parse(read("package.json")) as Record<string, unknown>;
    expect(manifest.dependencies).toBeUndefined();
    const licences = read("dist/THIRD-PARTY-LICENCES.txt");
    for (const name of ["commander", "chalk", "fuse.js", "yaml", "ignore", "picomatch"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });

  it("loads nothing but what Node has, and starts no other program", () => {
    const loaded = [...read("dist/cli.cjs").matchAll(/\brequire\("([^"]+)"\)/g)];
    const names = new Set(loaded.map(([, name = ""]) => name.replace(/^node:/, "")));
    const known =
      "assert buffer crypto events fs module os path perf_hooks process tty url v8 worker_threads zlib";
    for (const name of names) expect(known.split(" ")).toContain(name);
  });

  it("ships what its bin starts", () => {
    const { bin, files } = JSON.parse(read("package.json")) as {
      bin: Record<string, string>;
      files: string[];
    };
    expect(existsSync(new URL(bin["ottawa-check"] ?? "", ROOT))).toBe(true);
    expect(files).toEqual(expect.arrayContaining(["bin", "dist"]));
  });
});
