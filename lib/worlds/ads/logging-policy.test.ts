import { describe, expect, it } from "vitest";
import { CANDIDATES } from "./candidates";
import { EXPLORATION, RESERVE_PRICE } from "./logging-policy";
import { DEFAULT_ADS_WORLD } from "./types";
import { createAdsWorld } from "./world";

const world = createAdsWorld({ ...DEFAULT_ADS_WORLD, impressions: 80_000, users: 400, creatives: 4_000 });
const { log } = world;
const rows = Array.from({ length: log.size }, (_, row) => row);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe("the logging policy", () => {
  it("logs propensities that are those of its draws", () => {
    // The expectation of 1 / propensity over what a policy draws is the number of what it could have drawn.
    const inverse = rows.map((row) => 1 / (log.propensity[row] as number));
    const possible = mean(rows.map((row) => log.candidates[row] as number));
    const deviation = Math.sqrt(mean(inverse.map((x) => (x - possible) ** 2)) / rows.length);
    expect(Math.abs(mean(inverse) - possible)).toBeLessThan(4 * deviation);
    expect(deviation).toBeLessThan(possible / 10);
  });

  it("gives the best ad what exploration leaves, any other its even share of exploration", () => {
    const wrong = rows.filter((row) => {
      const share = EXPLORATION / (log.candidates[row] as number);
      const propensity = log.propensity[row] as number;
      const isBest = propensity > 0.5;
      const expected = isBest ? share + 1 - EXPLORATION : share;
      return Math.abs(propensity - expected) > 1e-6 || (!isBest && log.explored[row] === 0);
    });
    expect(wrong).toEqual([]);
  });

  it("draws from most of its candidates' number, fewer for each place further down", () => {
    const first = rows.filter((row) => log.slot[row] === 0 && log.position[row] === 1);
    expect(Math.max(...first.map((row) => log.candidates[row] as number))).toBe(CANDIDATES);
    expect(mean(first.map((row) => log.candidates[row] as number))).toBeGreaterThan(0.6 * CANDIDATES);
    const isLater = (row: number) => row > 0 && log.request[row] === log.request[row - 1];
    const before = (row: number) => log.candidates[row - 1] as number;
    expect(rows.every((row) => !isLater(row) || (log.candidates[row] as number) < before(row))).toBe(true);
  });

  it("charges by the next ad, never less than the reserve, and the reserve when chance chose", () => {
    const prices = (explored: number) =>
      rows.filter((row) => log.explored[row] === explored).map((row) => log.pricePerClick[row] as number);
    expect(prices(1).every((price) => Math.abs(price - RESERVE_PRICE) < 1e-6)).toBe(true);
    expect(Math.min(...prices(0))).toBeGreaterThanOrEqual(RESERVE_PRICE - 1e-6);
    expect(mean(prices(0))).toBeGreaterThan(5 * RESERVE_PRICE);
  });
});
