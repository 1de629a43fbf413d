/** The number grammar: `findQuantities` and its types. */
export { findQuantities } from "./find.ts";
export type { Amount, Comparison, Label, NumberData, Quantity, Word } from "./types.ts";
