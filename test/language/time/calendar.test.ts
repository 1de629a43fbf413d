import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  civilOf,
  dayNumber,
  isoOf,
  parseIso,
  weekdayOf,
} from "../../../src/language/time/index.ts";

describe("calendar", () => {
  it("counts from 1970-01-01, a Thursday", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(weekdayOf(0)).toBe(4);
    expect(isoOf(0)).toBe("1970-01-01");
  });

  it("knows the weekdays of known days", () => {
    expect(weekdayOf(dayNumber(2025, 6, 29))).toBe(0);
    expect(weekdayOf(dayNumber(1997, 9, 18))).toBe(4);
    expect(weekdayOf(dayNumber(1, 1, 1))).toBe(1);
  });

  it("agrees with Date on every day that both have", () => {
    const first = dayNumber(1, 1, 1);
    const last = dayNumber(9999, 12, 31);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const date = new Date(day * 86_400_000);
        const { year, month, day: ofMonth } = civilOf(day);
        expect([year, month, ofMonth]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayNumber(year, month, ofMonth)).toBe(day);
        expect(weekdayOf(day)).toBe(date.getUTCDay());
        expect(parseIso(isoOf(day))).toBe(day);
      }),
    );
  });

  it("refuses days that the calendar doesn't have", () => {
    expect(parseIso("2025-02-29")).toBeNull();
    expect(parseIso("2024-02-29")).not.toBeNull();
    expect(parseIso("1900-02-29")).toBeNull();
    expect(parseIso("June")).toBeNull();
  });

  it("adds months at the ends of months", () => {
    expect(isoOf(addMonths(dayNumber(2025, 1, 31), 1))).toBe("2025-02-28");
    expect(isoOf(addMonths(dayNumber(2025, 1, 15), -2))).toBe("2024-11-15");
  });
});
