import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addLocalDays, offsetWords, resolveWallTime, toWallTime } from "./wall-time";
import { ZONE_CASES } from "./zone-cases";

const ZONES = [...new Set(ZONE_CASES.map(([timeZone]) => timeZone))];
const atMs = (iso: string) => Date.parse(iso);

/** The answer in the golden table's form. */
function inWords(wall: string, timeZone: string): readonly string[] | string {
  const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`;
  const resolved = resolveWallTime(wall, timeZone);
  if (resolved.kind === "one") return [iso(resolved.atMs)];
  if (resolved.kind === "twice") return [iso(resolved.earlier.atMs), iso(resolved.later.atMs)];
  return resolved.kind === "never" ? `never, next ${resolved.next}` : resolved.kind;
}

describe("wall times", () => {
  test.each(ZONE_CASES)("%s %s means what Python's zoneinfo says", (timeZone, wall, expected) => {
    expect(inWords(wall, timeZone)).toEqual(expected);
  });

  test("come back as they were set, in every zone and minute that exists", () => {
    const minutes = fc.integer({ min: atMs("2020-01-01") / 60_000, max: atMs("2035-01-01") / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, timeZone) => {
        const instant = minute * 60_000;
        const resolved = resolveWallTime(toWallTime(instant, timeZone), timeZone);
        if (resolved.kind === "twice")
          expect([resolved.earlier.atMs, resolved.later.atMs]).toContain(instant);
        else expect(resolved).toEqual({ kind: "one", atMs: instant });
      }),
      { numRuns: 300 },
    );
  });

  test("name both instants with their offsets where clocks were put back", () => {
    expect(resolveWallTime("2026-11-01T01:30", "America/New_York")).toEqual({
      kind: "twice",
      earlier: { atMs: atMs("2026-11-01T05:30Z"), offset: "-04:00" },
      later: { atMs: atMs("2026-11-01T06:30Z"), offset: "-05:00" },
    });
  });

  test("name the edges of a gap, and the instant at which the next one is", () => {
    expect(resolveWallTime("2026-10-04T02:15", "Australia/Lord_Howe")).toEqual({
      kind: "never",
      from: "2026-10-04T02:00",
      next: "2026-10-04T02:30",
      nextMs: atMs("2026-10-03T15:30Z"),
    });
  });

  test.each(["", "2026-02-30T10:00", "2026-13-01T10:00", "2026-11-01", "2026-11-01T24:00", "tomorrow"])(
    "%j is no date",
    (wall) => {
      expect(resolveWallTime(wall, "Europe/Berlin")).toEqual({ kind: "invalid" });
    },
  );

  test.each([
    ["America/New_York", "2026-10-31T23:59", 1],
    ["Europe/Berlin", "2026-10-24T23:59", 1],
    ["Europe/Berlin", "2026-03-28T23:59", 7],
    ["Australia/Lord_Howe", "2026-04-04T23:59", 2],
    ["Pacific/Auckland", "2026-09-26T23:59", 14],
  ])("in %s %s stays 23:59 some days on, over a change of clocks", (timeZone, wall, days) => {
    const resolved = resolveWallTime(wall, timeZone);
    if (resolved.kind !== "one") throw new Error("one instant was meant");
    const later = addLocalDays(resolved.atMs, days, timeZone);
    expect(toWallTime(later, timeZone).slice(11)).toBe("23:59");
    expect(later - resolved.atMs).not.toBe(days * 86_400_000);
  });

  test("offsets are written with hours and minutes", () => {
    expect([20_700_000, 0, -12_600_000].map(offsetWords)).toEqual(["+05:45", "+00:00", "-03:30"]);
  });
});
