/** Clauses of a statement about a rule: those that only say whom it binds, and provisos. */
import type { Context } from "../context.ts";
import type { Node } from "../parse/tree.ts";
import { some, type Told } from "./norm-words.ts";

/** "may keep them as long as they don't use them": it lets them do so. */
export function withoutProviso(told: readonly Told[]): readonly Told[] {
  const at = told.findIndex((t) => t.role.is === "supposing");
  const [before, clause] = [told.slice(0, at), told.slice(at + 1)];
  const isProviso =
    at > 0 &&
    some(before, "let").length > 0 &&
    some(before, "act").length > 0 &&
    some(before, "turn", "ban").length === 0 &&
    some(clause, "turn").length === 1 &&
    some(clause, "act").length > 0 &&
    clause.every((t) => ["turn", "act", "plain", "thing"].includes(t.role.is));
  const end = before.at(-1)?.role.is === "comma" ? -1 : undefined;
  return isProviso ? before.slice(0, end) : told;
}

/** Is the condition that somebody does not belong to those bound? */
export function isOfOthers(told: readonly Told[]): boolean {
  const clause = told.slice(told.findIndex((t) => t.role.is === "supposing") + 1);
  return (
    some(clause, "source", "join", "bound").length > 0 &&
    some(clause, "turn").length === 1 &&
    some(clause, "act", "let", "ban", "duty").length === 0
  );
}

/** Takes off a clause that says who is bound ("if a state has signed the treaty"); null where it says another thing. */
export function withoutCondition(
  told: readonly Told[],
  { grammar }: Context,
): { rest: readonly Told[]; source: Node | null; bound: boolean } | null {
  const at = told.findIndex((t) => t.role.is === "supposing");
  if (at < 0) return { rest: told, source: null, bound: false };
  const comma = told.findIndex((t, i) => i > at && t.role.is === "comma");
  const treaty = told.findIndex((t, i) => i > at && t.role.is === "source");
  const end = comma >= 0 ? comma : at === 0 && treaty > 0 ? treaty + 1 : told.length;
  const clause = told.slice(at + 1, end);
  const tells = clause.every((t) => ["bound", "plain", "join", "source"].includes(t.role.is));
  const inside = clause.some(
    (t, i) =>
      (t.role.is === "source" && grammar.norms.inside.includes(clause[i - 1]?.node.lower ?? "")) ||
      (t.role.is === "source" && grammar.norms.inside.includes(clause[i - 2]?.node.lower ?? "")),
  );
  const named = clause.some((t) => t.role.is === "join" || t.role.is === "bound");
  if (!tells || !(named || inside)) return null;
  const rest = [...told.slice(0, at), ...told.slice(end)];
  if (rest.some((t) => t.role.is === "supposing")) return null;
  return { rest, source: clause.find((t) => t.role.is === "source")?.node ?? null, bound: true };
}
