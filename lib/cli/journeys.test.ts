import { describe, expect, it } from "vitest";
import { failedJourneys, type JourneyReport, joinRuns, MOST_RUN_AGAIN, mayRunAgain } from "./journeys";

type Status = "expected" | "unexpected" | "skipped";

function reportOf(statuses: Record<string, Status>, errors: unknown[] = []): JourneyReport {
  const specs = Object.entries(statuses).map(([title, status]) => ({ title, tests: [{ status }] }));
  const count = (wanted: Status) => Object.values(statuses).filter((status) => status === wanted).length;
  // One journey outside a group and the others inside one, as Playwright nests them.
  return {
    suites: [
      { file: "a.spec.ts", specs: specs.slice(0, 1), suites: [{ file: "a.spec.ts", specs: specs.slice(1) }] },
    ],
    errors,
    stats: {
      expected: count("expected"),
      unexpected: count("unexpected"),
      skipped: count("skipped"),
      flaky: 0,
    },
  };
}

const failing = (count: number): Record<string, Status> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`journey ${i}`, "unexpected" as const]));

describe("what may run again", () => {
  it("is a few failed journeys", () => {
    expect(mayRunAgain(reportOf({ good: "expected" }))).toBe(false);
    expect(mayRunAgain(reportOf(failing(1)))).toBe(true);
    expect(mayRunAgain(reportOf(failing(MOST_RUN_AGAIN)))).toBe(true);
    expect(mayRunAgain(reportOf(failing(MOST_RUN_AGAIN + 1)))).toBe(false);
  });

  it("is nothing when something besides a journey went wrong", () =>
    expect(mayRunAgain(reportOf(failing(1), [{ message: "no server" }]))).toBe(false));
});

describe("two runs as one", () => {
  const first = reportOf({ good: "expected", shaky: "unexpected", behind: "skipped", never: "skipped" });

  it("names what failed, wherever it stands", () =>
    expect(failedJourneys(reportOf({ ...failing(1), good: "expected", bad: "unexpected" }))).toEqual([
      "a.spec.ts › journey 0",
      "a.spec.ts › bad",
    ]));

  it("counts each journey once and tells which passed only alone", () =>
    expect(joinRuns(first, reportOf({ shaky: "expected", behind: "expected" }))).toEqual({
      passed: 3,
      failed: 0,
      skipped: 1,
      passedOnlyAlone: ["a.spec.ts › shaky"],
    }));

  it("leaves failed what fails alone as well", () =>
    expect(joinRuns(first, reportOf({ shaky: "unexpected", behind: "skipped" }))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      passedOnlyAlone: [],
    }));

  it("is the first when there was no second", () =>
    expect(joinRuns(first, null)).toEqual({ passed: 1, failed: 1, skipped: 2, passedOnlyAlone: [] }));
});
