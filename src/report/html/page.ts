import { createHash } from "node:crypto";
import { shorten } from "../claimreview.ts";
import { count } from "../count.ts";
import { placeOf } from "../place.ts";
import type { Run, Summary } from "../types.ts";
import { WORST_FIRST } from "../verdicts.ts";
import { verdictLabel } from "./card.ts";
import { attribute, isolated } from "./markup.ts";
import type { Gathered, Numbered } from "./results.ts";
import { renderSection } from "./section.ts";
import { Sources } from "./sources.ts";
import { STYLE } from "./style.ts";

/** A claim in the list of findings is cut after so many characters. */
const LISTED = 120;

/** Nothing may be loaded or run; the style is this one and no other. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The whole page. */
export function page(gathered: Gathered, run: Run, summary: Summary): string {
  const sources = new Sources(run.sources);
  for (const { result, number } of gathered.items) {
    for (const evidence of result.checked.evidence) sources.cite(evidence, number);
  }
  const sections = gathered.sections.map((section, index) =>
    renderSection(section, index, sources, run.explain),
  );
  const names = new Map(gathered.items.map((item) => [item.number, nameOf(item)]));
  const title = titleOf(gathered);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="ottawa-check ${attribute(run.version)}">
<title>${attribute(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#texts">Skip to the text</a>
<a class="skip" href="#sources">Skip to the sources</a>
<header>
<h1>${isolated(title)}</h1>
<p>${whole(summary)}, compared with the claim base ${isolated(run.base.title)}</p>
<ul class="counts">${counts(summary)}</ul>
</header>
${findings(gathered.items)}
<div class="columns">
<main id="texts" tabindex="-1">
${sections.join("")}${silent(gathered.silent)}</main>
<aside id="sources" aria-labelledby="sources-title" tabindex="0">
<h2 id="sources-title">Sources</h2>
${sources.render((number) => names.get(number) ?? "")}</aside>
</div>
<footer>Written by ottawa-check ${attribute(run.version)}. A verdict says what the sources say, not what is true.</footer>
</body>
</html>
`;
}

function titleOf({ sections, silent }: Gathered): string {
  const files = [...sections.map(({ text }) => text?.file), ...silent];
  if (files.length === 1 && files[0] !== undefined) return `Fact check of ${files[0]}`;
  return "Fact check";
}

function whole({ read, checked, files }: Summary): string {
  if (read === undefined) return count(checked, "claim");
  const texts = files ? `${count(files.read, "file")} with ` : "";
  return `${texts}${count(read, "sentence")}, ${checked} of them checked`;
}

function counts({ verdicts }: Summary): string {
  return WORST_FIRST.filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => `<li class="${verdict}">${verdicts[verdict]} ${verdictLabel(verdict)}</li>`)
    .join("\n");
}

/** What a result is called where a source points back to it. */
function nameOf({ number, result: { checked } }: Numbered): string {
  return `${checked.verdict} ${number}`;
}

function findings(items: readonly Numbered[]): string {
  const listed = items
    .filter(({ finding }) => finding)
    .map(({ number, result: { checked, location } }) => {
      const place = location ? `${isolated(placeOf(location))} ` : "";
      const label = `<span class="label ${checked.verdict}">${verdictLabel(checked.verdict)}</span>`;
      return `<li>${label} <a href="#f${number}">${place}${isolated(shorten(checked.claim, LISTED))}</a></li>`;
    });
  const body = listed.length > 0 ? `<ol>${listed.join("\n")}</ol>` : "<p>None.</p>";
  return `<nav aria-labelledby="findings-title">
<h2 id="findings-title">Findings (${listed.length})</h2>
${body}
</nav>`;
}

function silent(files: readonly string[]): string {
  if (files.length === 0) return "";
  const list = files.map((file) => `<li>${isolated(file)}</li>`).join("\n");
  return `<section aria-labelledby="silent-title">
<h2 id="silent-title">Nothing to report</h2>
<ul>${list}</ul>
</section>
`;
}
