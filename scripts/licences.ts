import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Metafile } from "esbuild";

/**
 * The licence texts of the packages that a bundle holds, each under its name and version,
 * sorted by name. Throws where a bundled package ships no licence file.
 */
export function thirdPartyLicences(metafile: Metafile, root: URL): string {
  return bundledPackages(metafile)
    .map((folder) => section(new URL(`${folder}/`, root)))
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

function section(folder: URL): string {
  const manifest = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
    name: string;
    version: string;
    license: string;
  };
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
    : undefined;
  if (file === undefined) throw new Error(`${manifest.name} ships no licence file`);
  const text = readFileSync(new URL(file, folder), "utf8").trim();
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
}
