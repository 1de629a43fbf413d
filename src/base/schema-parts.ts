import * as v from "valibot";

/** What the schemas of the program's YAML files are made of. */

const FILLED = /\S/u;

/** Text that holds more than white space. */
export const text = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(FILLED, "is empty; write something or leave the key out"),
    v.description(description),
  );

/** A list; left out, it is empty. */
export const list = <T extends v.GenericSchema>(item: T, description: string) =>
  v.pipe(v.nullish(v.array(item), []), v.description(description));

/** Something that may be left out, and is null then. */
export const optional = <T extends v.GenericSchema>(item: T) => v.nullish(item, null);
