/**
 * Writes down anew what the program prints, in test/cli/*.yaml and in the README's examples, after
 * a wanted change of it: `npm run transcripts`, then read the difference before you commit it.
 */
import { updateReadme } from "../test/helpers/readme.ts";
import { transcriptFiles, update } from "../test/helpers/transcripts.ts";
import { build } from "./build.ts";

await build();
for (const file of transcriptFiles()) {
  const changed = await update(file);
  for (const name of changed) console.log(`test/cli/${file}: ${name}`);
}
updateReadme();
