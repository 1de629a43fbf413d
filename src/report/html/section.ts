import { card } from "./card.ts";
import { Lines, type Stretch } from "./lines.ts";
import { content, isolated, spoken } from "./markup.ts";
import type { Numbered, Section } from "./results.ts";
import type { Sources } from "./sources.ts";

/**
 * A text as written, its sentences marked, each with its card below the line that it ends in.
 *
 * @param index counts the sections, for ids
 */
export function renderSection(
  { text, items }: Section,
  index: number,
  sources: Sources,
  explain: boolean,
): string {
  const title = text === null ? "Claims" : isolated(text.file);
  const body = text === null ? claims(items, sources, explain) : inPlace(text.text);
  function inPlace(written: string): string {
    const lines = new Lines(written);
    const stretches = items
      .flatMap((item): Stretch[] => {
        const { location } = item.result;
        if (!location) return [];
        return [{ ...lines.stretchOf(location), ...marked(item, sources, explain) }];
      })
      .sort((a, b) => a.start - b.start);
    return lines.render(stretches, `d${index}-`);
  }
  return `<section aria-labelledby="d${index}-title">
<h2 id="d${index}-title">${title}</h2>
<div class="text${text === null ? " claims" : ""}">
${body}</div>
</section>
`;
}

function claims(items: readonly Numbered[], sources: Sources, explain: boolean): string {
  return items
    .map((item) => {
      const { open, close, after, below } = marked(item, sources, explain);
      const claim = content(item.result.checked.claim);
      return `<p class="line" dir="auto">${open(true)}${claim}${close}${after}</p>\n${below}`;
    })
    .join("");
}

/** The mark around a sentence: a link to the sentence that decides, or to the card. */
function marked(
  item: Numbered,
  sources: Sources,
  explain: boolean,
): Required<Omit<Stretch, "start" | "end">> {
  const { number, result } = item;
  const { verdict, evidence } = result.checked;
  const target = (evidence[0] && sources.idOf(evidence[0])) ?? `c${number}`;
  return {
    open: (first) =>
      `<mark class="${verdict}"${first ? ` id="f${number}" tabindex="-1"` : ""}><a href="#${target}">${first ? spoken(`${verdict}: `) : ""}`,
    close: "</a></mark>",
    after: `<sup class="${verdict}" aria-hidden="true">${number}</sup>`,
    below: card(item, sources, explain),
  };
}
