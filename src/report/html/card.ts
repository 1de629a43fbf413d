import type { Evidence, Nearest, Verdict } from "../../types.ts";
import { SIGNS } from "../signs.ts";
import { content, isolated } from "./markup.ts";
import type { Numbered } from "./results.ts";
import type { Sources } from "./sources.ts";

/** The verdict's sign and word. */
export function verdictLabel(verdict: Verdict): string {
  return `<span class="sign" aria-hidden="true">${SIGNS[verdict].sign}</span> ${verdict}`;
}

/**
 * What is known of one result: verdict, reasons, source sentences. Findings are unfolded.
 *
 * @param explain whether to tell how the statement was read
 */
export function card(item: Numbered, sources: Sources, explain: boolean): string {
  const { number, result, finding } = item;
  const { checked } = result;
  const { verdict } = checked;
  const trace = explain ? checked.trace() : [];
  const quotes = checked.evidence.map((one) => quote(one, one.stance, sources));
  const nearest = verdict === "not-enough-evidence" ? checked.nearest() : [];
  return `<details class="card ${verdict}" id="c${number}"${finding ? " open" : ""}>
<summary><strong>${verdictLabel(verdict)}</strong> <span class="number">${number}</span></summary>
${checked.rationale.map((reason) => `<p dir="auto">${content(reason)}</p>\n`).join("")}${quotes.join("")}${nearest
  .map((one) => quote(one, "nearest", sources))
  .join("")}${
  trace.length === 0
    ? ""
    : `<details class="trace"><summary>How it was read</summary>\n<ul>${trace.map((step) => `<li dir="auto">${content(step)}</li>`).join("\n")}</ul></details>\n`
}</details>
`;
}

/** A source sentence and whose it is, with a link to its place. */
function quote(
  item: Evidence | Nearest,
  role: Evidence["stance"] | "nearest",
  sources: Sources,
): string {
  const { sentence, source, speaker } = item;
  const id = sources.idOf(item);
  const origin = `${isolated(source.title)}, line ${source.line}`;
  const who = speaker === null ? "" : `said by ${isolated(speaker)} · `;
  return `<figure class="${role}">
<blockquote dir="auto">“${content(sentence)}”</blockquote>
<figcaption>${role} · ${who}${id === null ? origin : `<a href="#${id}">${origin}</a>`}</figcaption>
</figure>
`;
}
