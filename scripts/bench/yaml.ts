import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { generatedBase } from "./bases.ts";

/**
 * Writes a generated base as its author would, with its source.
 *
 * @returns the path of the base's file
 */
export function yamlOf(size: number, folder: string): string {
  const { title, referenceDate, sources, entities, claims } = generatedBase(size);
  const place = join(folder, "base");
  mkdirSync(place);
  const text = sources[0]?.text ?? "";
  writeFileSync(join(place, "source.txt"), text);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const file = join(place, "base.yaml");
  writeFileSync(
    file,
    stringify({
      title,
      "reference-date": referenceDate,
      sources: [{ id: "S", title: "Generated", file: "source.txt", sha256 }],
      entities: entities.map(({ id, name, kind }) => ({ id, name, kind })),
      claims: claims.map(({ id, statement }) => ({
        id,
        statement,
        quotes: [{ source: "S", text: statement }],
      })),
    }),
  );
  return file;
}
