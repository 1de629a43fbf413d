import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Metafile } from "esbuild";

/**
 * The licence texts of the packages that a bundle holds, each under its name and version,
 * sorted by name. Throws where a bundled package's licence is not known.
 */
export function thirdPartyLicences(metafile: Metafile, root: URL): string {
  return bundledPackages(metafile)
    .map((folder) => section(new URL(`${folder}/`, root), root))
    .join("\n");
}

/** `node_modules/...` folders of the packages whose files went into the bundle. */
function bundledPackages(metafile: Metafile): string[] {
  const folders = new Set<string>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string;
}

function section(folder: URL, root: URL): string {
  const manifest = JSON.parse(read(new URL("package.json", folder))) as Manifest;
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
    : undefined;
  const text = file === undefined ? declared(manifest, root) : read(new URL(file, folder));
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
}

/** The licence of a package that names it and ships no text: the MIT licence's, as this project's own. */
function declared({ name, license, author }: Manifest, root: URL): string {
  if (license !== "MIT" || author === undefined)
    throw new Error(`${name} ships no licence file, and its licence is not known`);
  return read(new URL("LICENSE", root)).replace(/^Copyright .*$/mu, `Copyright (c) ${author}`);
}

function read(file: URL): string {
  return readFileSync(file, "utf8").trim();
}
