import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/random";
import { drawClickDelay, drawConversionDelay } from "@/lib/worlds/ads/delays";
import {
  arrivedShare,
  CONVERSION_HOURS,
  clicksWithin,
  conversionsWithin,
  joinerBytes,
  logNormalCdf,
  stillConverts,
} from "./delayed-labels";

const DELAYS = { quickMedianSeconds: 12, lateMedianSeconds: 300, lateShare: 0.15 };

describe("clicks that come late", () => {
  it("follows the log-normal distribution", () => {
    // By the error function: (1 + erf(ln 2 / (0.9 sqrt 2))) / 2, and (1 + erf(ln 5 / sqrt 2)) / 2.
    expect(logNormalCdf(600, 300, 0.9)).toBeCloseTo(0.7793986, 6);
    expect(logNormalCdf(60, 12, 1)).toBeCloseTo(0.9462397, 6);
    expect(logNormalCdf(0, 12, 1)).toBe(0);
  });

  it("agrees with the clicks of the simulated market, which cuts its tail at half an hour", () => {
    const random = createRandom(3);
    const draws = Array.from({ length: 20_000 }, () => drawClickDelay(random));
    for (const seconds of [15, 60, 300])
      expect(draws.filter((delay) => delay <= seconds).length / draws.length).toBeCloseTo(
        clicksWithin(seconds, DELAYS),
        1,
      );
  });

  it("holds the impressions of the whole window", () => {
    expect(joinerBytes(463_000, 600, 600)).toBe(463_000 * 600 * 600);
  });
});

describe("conversions that come later still", () => {
  it("agrees with the conversions of the simulated market", () => {
    const random = createRandom(4);
    const hours = Array.from({ length: 20_000 }, () => drawConversionDelay(random) / 3_600);
    for (const limit of [0.5, 1, 12, 24, 200])
      expect(hours.filter((delay) => delay <= limit).length / hours.length).toBeCloseTo(
        conversionsWithin(limit, 0.35, 0.5),
        1,
      );
  });

  it("never falls with time and ends at one", () => {
    const hours = fc.double({ min: 0, max: 800, noNaN: true });
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        expect(conversionsWithin(Math.min(a, b), 0.35, 0.5)).toBeLessThanOrEqual(
          conversionsWithin(Math.max(a, b), 0.35, 0.5),
        );
      }),
    );
    expect(conversionsWithin(1, 0.35, 0.5)).toBeCloseTo(0.35);
    expect(conversionsWithin(24, 0.35, 0.5)).toBeCloseTo(0.5);
    expect(conversionsWithin(CONVERSION_HOURS, 0.35, 0.5)).toBe(1);
  });

  it("is Bayes' rule for a silent row", () => {
    // Of 1,000 clicks 50 convert, 25 by now: 25 of the 975 silent ones still will.
    expect(stillConverts(0.05, 0.5)).toBeCloseTo(25 / 975, 12);
    expect(stillConverts(0.05, 0)).toBeCloseTo(0.05, 12);
    expect(stillConverts(0.05, 1)).toBe(0);
  });

  it("averages what has arrived over the ages of a training set", () => {
    const byHand = [0.25, 0.75].map((share) => conversionsWithin(share * 48, 0.35, 0.5));
    expect(arrivedShare(2, 0.35, 0.5)).toBeCloseTo((byHand[0] as number) / 2 + (byHand[1] as number) / 2, 1);
    expect(arrivedShare(300, 0.35, 0.5)).toBeGreaterThan(0.9);
  });
});
