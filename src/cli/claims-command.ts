import type { Base, BaseClaim } from "../base/types.ts";
import { formatClaims } from "../report/base-lists.ts";
import { openBaseOf } from "./open-base.ts";
import { listFormatOf, type Options } from "./options.ts";
import { searchClaims } from "./search.ts";
import { note, styleFor, writeResults } from "./streams.ts";

/** `claims [query]`: the claims of the base, all or those that a query finds. */
export async function claimsCommand(words: readonly string[], options: Options): Promise<number> {
  const { base } = await openBaseOf(options);
  const query = words.join(" ").trim();
  const found = query === "" ? base.claims : await select(base, query, options);
  await writeResults(formatClaims(base, found, listFormatOf(options), styleFor(options)), options);
  return 0;
}

async function select(base: Base, query: string, options: Options): Promise<readonly BaseClaim[]> {
  const { claims, words, mended } = await searchClaims(base, query);
  if (!options.quiet) {
    if (claims.length === 0) note(`no claim of the base holds all words of "${query}"`);
    else if (mended) note(`no claim holds "${query}"; these hold "${words.join(" ")}"`);
  }
  return claims;
}
