import { expect, test } from "vitest";
import { timeZoneSchema, timeZones } from "./time-zone";

const isZone = (name: string) => timeZoneSchema.safeParse(name).success;

test("every zone that is offered is one", () => {
  const zones = timeZones();
  expect(zones.length).toBeGreaterThan(400);
  expect(zones).toContain("UTC");
  expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
});

test.each(["", "+02:00", "Mars/Olympus", "Europe/", "Europe/Berlin ", "__proto__"])(
  "%j is no zone",
  (name) => {
    expect(isZone(name)).toBe(false);
  },
);
