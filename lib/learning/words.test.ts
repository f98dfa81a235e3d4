import { expect, it } from "vitest";
import { DAY_MS } from "./day";
import { dueWords, waitWords } from "./words";

const now = new Date("2026-11-29T22:00:00Z");
const after = (ms: number) => new Date(now.getTime() + ms);

it.each([
  [600_000, "10 min"],
  [3 * 3_600_000, "3 hours"],
  [DAY_MS, "1 day"],
  [11 * DAY_MS, "11 days"],
  [122 * DAY_MS, "4 months"],
  [365 * DAY_MS, "1 year"],
])("waits of %i ms read %s", (ms, words) => {
  expect(waitWords(after(ms), now)).toBe(words);
});

it("names days as the person counts them", () => {
  expect(dueWords(now, now, "UTC")).toBe("now");
  expect(dueWords(after(5 * 3_600_000), now, "UTC")).toBe("today");
  expect(dueWords(after(7 * 3_600_000), now, "UTC")).toBe("tomorrow");
  expect(dueWords(after(2 * DAY_MS), now, "UTC")).toBe("in 2 days");
});
