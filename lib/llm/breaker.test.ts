import { describe, expect, it } from "vitest";
import { admit, afterFailure, CLOSED, countsForBreaker, OPEN_MS, phaseOf } from "./breaker";

const failed = (times: number, nowMs: number) =>
  Array.from({ length: times }).reduce<typeof CLOSED>((state) => afterFailure(state, nowMs), CLOSED);

describe("the circuit breaker", () => {
  it("lets everything through until three failures in a row", () => {
    expect(admit(failed(2, 0), 1)).toEqual(failed(2, 0));
    expect(admit(failed(3, 0), 1)).toBeNull();
    expect(phaseOf(failed(3, 0), 1)).toBe("open");
  });

  it("lets one call try after a minute, and no other while it does", () => {
    const trying = admit(failed(3, 0), OPEN_MS);
    if (!trying) throw new Error("nothing was let through");
    expect(phaseOf(trying, OPEN_MS)).toBe("half-open");
    expect(admit(trying, OPEN_MS + 1_000)).toBeNull();
    expect(admit(trying, OPEN_MS + 60_000)).not.toBeNull();
  });

  it("opens again at once when the trial fails", () => {
    const trying = admit(failed(3, 0), OPEN_MS) ?? CLOSED;
    expect(phaseOf(afterFailure(trying, OPEN_MS + 5), OPEN_MS + 6)).toBe("open");
  });

  it("does not count what says nothing about the server", () => {
    expect(countsForBreaker("server")).toBe(true);
    expect(
      ["budget", "busy", "wording", "unreadable"].some((name) => countsForBreaker(name as "budget")),
    ).toBe(false);
  });
});
