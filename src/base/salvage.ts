import * as v from "valibot";
import { BaseFile } from "./schema.ts";

/** The lists that are checked beyond the schema. */
type Lists = Pick<BaseFile, "sources" | "entities" | "claims">;

/** What stands for an item too faulty to check further: its id stays known, nothing else does. */
const STUBS: { readonly [K in keyof Lists]: (id: string) => Lists[K][number] } = {
  sources: (id) => ({ id, title: "", file: "", sha256: "" }),
  entities: (id) => ({
    id,
    name: "",
    kind: "",
    aliases: [],
    adjectives: [],
    nouns: [],
    members: [],
    of: null,
  }),
  claims: (id) => ({
    id,
    statement: "",
    quotes: [],
    speaker: null,
    also: [],
    wordings: [],
    "conflicts-with": [],
  }),
};

/**
 * Makes what can be checked further of a base that doesn't fit the schema, so that wrong
 * references and quotes are told together with wrong keys. Items keep their index. An item loses
 * the keys that don't fit; if it isn't whole without them, a stub stands for it.
 */
export function salvage(value: unknown): BaseFile {
  const top = isRecord(value) ? value : {};
  const items = <K extends keyof Lists>(key: K, schema: v.GenericSchema): Lists[K] => {
    const list: unknown = top[key];
    if (!Array.isArray(list)) return [] as unknown as Lists[K];
    return list.map((item, index) => {
      const whole = fitting(schema, item);
      const id = isRecord(item) && typeof item.id === "string" ? item.id : `${key} ${index}`;
      return whole ?? STUBS[key](id);
    }) as Lists[K];
  };
  const lists = BaseFile.entries;
  return {
    title: "",
    "reference-date": null,
    drafted: null,
    sources: items("sources", lists.sources.item),
    entities: items("entities", lists.entities.wrapped.item),
    relations: [],
    rules: [],
    claims: items("claims", lists.claims.item),
  };
}

/** The item as the schema gives it, without the keys that don't fit; null if that doesn't do. */
function fitting(schema: v.GenericSchema, item: unknown): unknown {
  if (!isRecord(item)) return null;
  const known = Object.keys((schema as unknown as { entries: object }).entries);
  const rest = Object.fromEntries(
    known.filter((k) => Object.hasOwn(item, k)).map((k) => [k, item[k]]),
  );
  const first = v.safeParse(schema, rest);
  if (first.success) return first.output;
  for (const issue of first.issues) delete rest[String(issue.path?.[0]?.key)];
  const second = v.safeParse(schema, rest);
  return second.success ? second.output : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
