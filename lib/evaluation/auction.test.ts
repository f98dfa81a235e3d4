import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { ecpm, expectedMaximumOfNormals, nextPacing, secondPrice, winnersCurse } from "./auction";

describe("the second-price auction", () => {
  it("charges what it takes to keep the place", () => {
    expect(ecpm(2, 0.01)).toBeCloseTo(20);
    // The next ad bids 1 at 1.5 %: 0.015 an impression, which is 0.75 a click at 2 %.
    expect(secondPrice(2, 0.02, 0.015)).toBeCloseTo(0.75);
    expect(secondPrice(2, 0.02, 0)).toBe(0);
    expect(secondPrice(2, 0.02, 0, 0.1)).toBe(0.1);
    expect(secondPrice(0.05, 0.02, 0, 0.1)).toBe(0.05);
  });

  it("never charges the winner more than the bid, and leaves it at least level with the next", () => {
    const amount = fc.double({ min: 0.01, max: 10, noNaN: true });
    const rate = fc.double({ min: 1e-4, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(amount, rate, amount, rate, (bid, p, otherBid, q) => {
        fc.pre(bid * p >= otherBid * q);
        const price = secondPrice(bid, p, otherBid * q);
        expect(price).toBeLessThanOrEqual(bid);
        expect(price * p).toBeGreaterThanOrEqual(otherBid * q * (1 - 1e-9));
      }),
    );
  });
});

describe("pacing", () => {
  it("slows who is ahead of plan, speeds who is behind, within its limits", () => {
    expect(nextPacing(0.5, 0.4, 0.3)).toBeCloseTo(0.45);
    expect(nextPacing(0.5, 0.2, 0.3)).toBeCloseTo(0.55);
    expect(nextPacing(1, 0, 0.5)).toBe(1);
    expect(nextPacing(0.05, 1, 0.1)).toBe(0.05);
  });
});

describe("the winner's curse", () => {
  it("follows the expected maximum of normals", () => {
    // Harter (1961), table of normal order statistics: n = 2 is 1 / sqrt(pi).
    expect(expectedMaximumOfNormals(1)).toBeCloseTo(0, 4);
    expect(expectedMaximumOfNormals(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 4);
    expect(expectedMaximumOfNormals(10)).toBeCloseTo(1.53875, 4);
    expect(expectedMaximumOfNormals(100)).toBeCloseTo(2.50759, 4);
    expect(expectedMaximumOfNormals(1000)).toBeCloseTo(3.24144, 3);
  });

  it("is what a simulated auction of equal ads shows", () => {
    const random = createRandom(2);
    let sum = 0;
    for (let auction = 0; auction < 4_000; auction++)
      sum += Math.max(...Array.from({ length: 20 }, () => 0.3 * random.normal()));
    expect(Math.exp(sum / 4_000)).toBeCloseTo(winnersCurse(20, 0.3), 1);
    expect(winnersCurse(20, 0)).toBe(1);
  });
});
