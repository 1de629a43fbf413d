import type { Place } from "../../types.ts";
import type { Attributes } from "./tokens.ts";

/** Elements that begin a new block: what browsers don't show in the line. */
export const BLOCKS = words(`
  address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu
  nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul`);

/** Elements of which nothing is read: code, what is not shown, what moves about the site. */
export const UNREAD = words(`
  audio button canvas datalist head iframe map math nav noembed noframes noscript object pre
  script select style svg template textarea title video`);

/** Words that were struck out are withdrawn. */
export const STRUCK = words("del s strike");

/** Elements without content or closing tag. */
export const VOID = words(
  "area base br col embed hr img input link meta param source track wbr basefont frame",
);

/** Elements whose closing tag may be left out: what closes them where they are innermost. */
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...BLOCKS].map((name) => [name, words("p")] as const),
  ["li", words("p li")],
  ["dt", words("p dt dd")],
  ["dd", words("p dt dd")],
  ["td", words("p td th")],
  ["th", words("p td th")],
  ["tr", words("p td th tr caption")],
  ["tbody", words("p td th tr caption thead tbody")],
  ["tfoot", words("p td th tr caption thead tbody")],
  ["option", words("option")],
  ["optgroup", words("option optgroup")],
  ["body", words("head")],
]);

/** Where the blocks in an element stand. */
export const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ["blockquote", "quotation"],
  ["caption", "caption"],
  ["dd", "item"],
  ["dt", "item"],
  ["figcaption", "caption"],
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["li", "item"],
  ["td", "cell"],
  ["th", "cell"],
]);

/** Whether an element is not shown, as far as its own attributes tell. */
export function isHidden(attributes: Attributes): boolean {
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "");
}

/** Whether an element is the mark of a note: `[1]` with its link. */
export function isNoteMark(
  name: string,
  attributes: Attributes,
  parent: string | undefined,
): boolean {
  if (attributes.role === "doc-noteref" || attributes.role === "doc-backlink") return true;
  if (name === "sup") return /(?:^|\s)(?:reference|footnote)/.test(attributes.class ?? "");
  return name === "a" && parent === "sup" && (attributes.href ?? "").includes("#");
}

/** Hoisted, so that the tables above can use it. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
