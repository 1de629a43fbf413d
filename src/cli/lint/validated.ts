import * as v from "valibot";
import { parseYaml, type YamlFile } from "../../base/document.ts";
import { BaseError, type Fault as FileFault } from "../../base/faults.ts";
import { issueFaults } from "../../base/issues.ts";
import { toFaults } from "../open-base.ts";

/**
 * Parses a YAML (or JSON) file and validates it. An empty file counts as one without keys.
 *
 * @param file the name that faults carry
 * @param check finds what a schema can't say, in a file that may not fit it
 * @throws {Faults} all at once, in order of position
 */
export function parseValidated<S extends v.GenericSchema>(
  file: string,
  text: string,
  schema: S,
  check: (yaml: YamlFile) => readonly FileFault[] = () => [],
): v.InferOutput<S> {
  const { faults, yaml } = parseYaml(file, text);
  if (yaml === null) throw toFaults(new BaseError(faults).faults);
  const parsed = v.safeParse(schema, yaml.value ?? {});
  if (!parsed.success) faults.push(...issueFaults(parsed.issues, yaml, schema));
  faults.push(...check(yaml));
  if (faults.length > 0) throw toFaults(new BaseError(faults).faults);
  return parsed.output as v.InferOutput<S>;
}
