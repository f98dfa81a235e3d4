import { describe, expect, it } from "vitest";
import { erlangB, erlangC, meanWaitSeconds, shareWaitingLonger } from "./queueing";

/** Erlang's formulas as they are usually printed, with factorials; the code uses recursions. */
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
function printedErlangC(servers: number, load: number): number {
  const below = Array.from({ length: servers }, (_, k) => load ** k / factorial(k)).reduce((a, b) => a + b);
  const full = ((load ** servers / factorial(servers)) * servers) / (servers - load);
  return full / (below + full);
}

describe("a pool of servers with one queue", () => {
  it("agrees with the printed formula", () => {
    expect(erlangB(5, 3)).toBeCloseTo(0.1100543478, 9);
    for (const [servers, load] of [
      [5, 3],
      [10, 8],
      [32, 30],
    ] as const)
      expect(erlangC(servers, load)).toBeCloseTo(printedErlangC(servers, load), 12);
  });
  it("is M/M/1 for one server: mean wait s rho / (1 - rho)", () => {
    expect(meanWaitSeconds(1, 0.8, 0.01)).toBeCloseTo(0.04, 12);
    expect(shareWaitingLonger(1, 0.8, 0.01, 0)).toBeCloseTo(0.8, 12);
  });
  it("waits for ever when the load is at least the servers", () => {
    expect(meanWaitSeconds(4, 4, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(shareWaitingLonger(4, 5, 1, 10)).toBe(1);
  });
});
