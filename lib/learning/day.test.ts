import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, dayNumber, learningDay } from "./day";
import { timeZoneSchema } from "./time-zone";

it("begins a day at four in the morning where the person is", () => {
  const day = learningDay(new Date("2026-11-30T02:00:00Z"), "Europe/Berlin");
  expect(day.startsAt).toEqual(new Date("2026-11-29T03:00:00Z"));
  expect(day.endsAt).toEqual(new Date("2026-11-30T03:00:00Z"));
});

it("makes the day on which clocks change 23 or 25 hours long", () => {
  const length = (iso: string) => {
    const { startsAt, endsAt } = learningDay(new Date(iso), "Europe/Berlin");
    return (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  };
  expect(length("2026-03-28T12:00:00Z")).toBe(23);
  expect(length("2026-10-24T12:00:00Z")).toBe(25);
  expect(length("2026-11-29T12:00:00Z")).toBe(24);
});

it("contains its instant and numbers days without a gap", () => {
  const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 * 365 * 24 * 60 }), zone, (minutes, timeZone) => {
      const now = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
      const { number, startsAt, endsAt } = learningDay(now, timeZone);
      expect(startsAt.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(endsAt.getTime()).toBeGreaterThan(now.getTime());
      expect(dayNumber(endsAt, timeZone)).toBe(number + 1);
      expect(dayNumber(new Date(endsAt.getTime() - 1), timeZone)).toBe(number);
      expect(Math.abs(endsAt.getTime() - startsAt.getTime() - DAY_MS)).toBeLessThanOrEqual(3_600_000);
    }),
    { numRuns: 300 },
  );
});

it("takes names of the time zone database only", () => {
  expect(timeZoneSchema.safeParse("Europe/Berlin").success).toBe(true);
  expect(timeZoneSchema.safeParse("Mars/Olympus").success).toBe(false);
});
