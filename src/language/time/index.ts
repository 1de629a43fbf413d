/** The date grammar: `findTimes`, the calendar, and descriptions. */
export { addMonths, civilOf, dayNumber, isoOf, parseIso, weekdayOf } from "./calendar.ts";
export { describe, describeDays, isoSpan } from "./describe.ts";
export { findTimes, takenBy } from "./find.ts";
export type {
  Direction,
  ISODate,
  Precision,
  Relation,
  TimeData,
  TimeLanguage,
  TimeSpan,
  Unit,
  Yearless,
} from "./types.ts";
