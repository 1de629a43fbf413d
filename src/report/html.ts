import { page } from "./html/page.ts";
import { Gathered } from "./html/results.ts";
import type { Formatter, Run } from "./types.ts";

/**
 * `--format html`: one page that needs nothing beside itself: the texts as written with what was
 * found in place, beside the sources with the evidence highlighted. It is written at the end,
 * since what stands first counts what comes after.
 */
export function htmlFormatter(run: Run): Formatter {
  const gathered = new Gathered();
  return {
    head: () => "",
    file: (text) => {
      gathered.begin(text);
      return "";
    },
    result: (result) => {
      gathered.add(result, run);
      return "";
    },
    tail: (summary) => {
      gathered.finish();
      return page(gathered, run, summary);
    },
  };
}
