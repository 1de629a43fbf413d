/**
 * Writes down anew what the program prints, in test/cli/*.yaml and in the README's examples, after
 * a wanted change of it: `npm run transcripts`, then read the difference before you commit it.
 * `npm run transcripts -- usage.yaml` does so for some files only.
 */
import { updateReadme } from "../test/helpers/readme.ts";
import { transcriptFiles, update } from "../test/helpers/transcripts.ts";
import { build } from "./build.ts";

const named = process.argv.slice(2);

await build();
for (const file of named.length > 0 ? named : transcriptFiles()) {
  const changed = await update(file);
  for (const name of changed) console.log(`test/cli/${file}: ${name}`);
}
if (named.length === 0) updateReadme();
