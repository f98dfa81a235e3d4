import { describe, expect, test } from "vitest";
import { dateWords, dateWordsForReader, dayWords, refusalWords, zoneWords } from "./date-words";
import { resolveWallTime } from "./wall-time";

const DUE = Date.parse("2026-11-01T22:59Z");

describe("dates in words", () => {
  test("name the class's zone", () => {
    expect(dateWords(DUE, "Europe/Berlin")).toBe("Sun 1 Nov 2026, 23:59 Berlin");
    expect(zoneWords("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(zoneWords("UTC")).toBe("UTC");
  });

  test("a day is the class's day, also where another begins an hour later", () => {
    expect(dayWords(DUE, "Europe/Berlin")).toBe("1 Nov 2026");
    expect(dayWords(DUE + 3_600_000, "Europe/Berlin")).toBe("2 Nov 2026");
    expect(dayWords(DUE + 3_600_000, "UTC")).toBe("1 Nov 2026");
  });

  test.each([
    ["America/New_York", "Sun 1 Nov 2026, 23:59 Berlin · 17:59 your time"],
    ["Asia/Kathmandu", "Sun 1 Nov 2026, 23:59 Berlin · Mon 2 Nov, 04:44 your time"],
    ["Europe/Paris", "Sun 1 Nov 2026, 23:59 Berlin · also your time"],
  ])("say what a reader in %s sees on their clock", (reader, words) => {
    expect(dateWordsForReader(DUE, "Europe/Berlin", reader)).toBe(words);
  });

  test("name the year when it is another one for the reader", () => {
    const newYear = Date.parse("2026-12-31T22:59Z");
    expect(dateWordsForReader(newYear, "Europe/Berlin", "Asia/Tokyo")).toBe(
      "Thu 31 Dec 2026, 23:59 Berlin · Fri 1 Jan 2027, 07:59 your time",
    );
  });

  test("a time in a gap is refused with the reason and the next that can be used", () => {
    const words = refusalWords(resolveWallTime("2026-03-29T02:30", "Europe/Berlin"), "Europe/Berlin");
    expect(words).toBe(
      "Clocks in Berlin go from Sun 29 Mar 2026, 02:00 straight to Sun 29 Mar 2026, 03:00: this time does not exist. The next that does is Sun 29 Mar 2026, 03:00.",
    );
    expect(refusalWords(resolveWallTime("2026-03-29T03:00", "Europe/Berlin"), "Europe/Berlin")).toBeNull();
    expect(refusalWords({ kind: "invalid" }, "Europe/Berlin")).toBe("Enter a date and a time.");
  });
});
