import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as bundle, type Metafile } from "esbuild";
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
  const metafile = await bundleProgram();
  writeWhole(new URL("THIRD-PARTY-LICENCES.txt", DIST), thirdPartyLicences(metafile, ROOT));
  await compileData();
  chmodSync(new URL("bin/ottawa-check.js", ROOT), 0o755);
}

async function bundleProgram(): Promise<Metafile> {
  const result = await bundle({
    entryPoints: ["src/cli/entry.ts"],
    absWorkingDir: fileURLToPath(ROOT),
    outfile: "dist/cli.cjs",
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    legalComments: "none",
    alias: { "node:child_process": "./scripts/no-child-process.cjs" },
    // A CommonJS file has no import.meta; the bundle's own address stands in for it.
    define: { "import.meta.url": "__bundleUrl" },
    banner: { js: 'const __bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
  });
  for (const file of result.outputFiles) writeWhole(pathToFileURL(file.path), file.contents);
  return result.metafile;
}

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
