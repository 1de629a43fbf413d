import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as bundle, type Metafile, type Plugin } from "esbuild";
import { dropCodeCache, makeCodeCache } from "./code-cache.ts";
import { compileData } from "./compile-data.ts";
import { thirdPartyLicences } from "./licences.ts";

const ROOT = new URL("../", import.meta.url);
const DIST = new URL("dist/", ROOT);

/**
 * Builds what the package ships: `dist/cli.cjs` (the program as one file), the compiled data
 * beside it, and the licences of what is bundled. CommonJS, because Node starts it sooner than
 * the same bundle as an ES module (docs/decisions.md has the figures).
 */
export async function build(): Promise<void> {
  mkdirSync(DIST, { recursive: true });
  dropCodeCache();
  const metafile = await bundleProgram();
  writeWhole(new URL("THIRD-PARTY-LICENCES.txt", DIST), thirdPartyLicences(metafile, ROOT));
  await compileData();
  writeBuildId();
  makeCodeCache();
  chmodSync(new URL("bin/ottawa-check.js", ROOT), 0o755);
}

async function bundleProgram(): Promise<Metafile> {
  const result = await bundle({
    entryPoints: { cli: "src/cli/entry.ts", start: "src/start.ts" },
    absWorkingDir: fileURLToPath(ROOT),
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    legalComments: "none",
    alias: { "node:child_process": "./scripts/no-child-process.cjs" },
    plugins: [noColorDetection],
    // A CommonJS file has no import.meta; the bundle's own address stands in for it.
    define: { "import.meta.url": "__bundleUrl" },
    banner: { js: 'const __bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
  });
  for (const file of result.outputFiles) writeWhole(pathToFileURL(file.path), asciiOnly(file.text));
  return result.metafile;
}

/** One byte a character: V8 keeps such a source in half the memory and needs no decoding. */
function asciiOnly(source: string): string {
  // After a backslash, "\u" would say something else.
  const escaped = /\\[^\0-\x7f]/u.exec(source);
  if (escaped) throw new Error(`${escaped[0]} in the bundle can't be written in ASCII`);
  return source.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Notes what bases are compiled with, for those that are kept between runs (src/cli/base-cache.ts). */
function writeBuildId(): void {
  const hash = createHash("sha256");
  for (const name of ["cli.cjs", "english.data", "syntax.model"]) {
    hash.update(readFileSync(new URL(name, DIST)));
  }
  writeWhole(new URL("build.id", DIST), hash.digest("hex"));
}

/** The program decides itself whether to write colours (src/cli/color.ts); chalk needs no look. */
const noColorDetection: Plugin = {
  name: "no-color-detection",
  setup: (build) =>
    build.onResolve({ filter: /^#supports-color$/ }, () => ({
      path: fileURLToPath(new URL("scripts/no-supports-color.mjs", ROOT)),
    })),
};

/** Writes beside and renames, so that a program started meanwhile never reads half a file. */
function writeWhole(file: URL, contents: string | Uint8Array): void {
  const part = new URL(`${file.href}.${process.pid}.part`);
  try {
    writeFileSync(part, contents);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
