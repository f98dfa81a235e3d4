import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bidders, holdAuction, landingQuality, worthOf } from "./auction";

const biddersOf = (
  rows: readonly (readonly [bid: number, click: number, advertiser: number])[],
): Bidders => ({
  count: rows.length,
  bids: Float64Array.from(rows, ([bid]) => bid),
  qualities: new Float64Array(rows.length).fill(1),
  clicks: Float64Array.from(rows, ([, click]) => click),
  advertisers: Int32Array.from(rows, ([, , advertiser]) => advertiser),
});
const hold = (bidders: Bidders, places: number, reserve = 0) =>
  holdAuction(bidders, worthOf(bidders), places, reserve);

describe("an auction", () => {
  it("ranks by bid times click rate and charges what beats the next: 2 * 1 % against 1 * 1.5 % costs 1.5", () => {
    const bidders = biddersOf([
      [1, 0.015, 1],
      [2, 0.01, 2],
    ]);
    expect(Array.from(worthOf(bidders))).toEqual([15, 20]);
    const [win] = hold(bidders, 1);
    expect(win?.bidder).toBe(1);
    expect(win?.price).toBeCloseTo(1.5, 12);
  });

  it("charges the reserve when nobody else reaches it", () => {
    const [win, ...others] = hold(
      biddersOf([
        [2, 0.01, 1],
        [0.1, 0.01, 2],
      ]),
      2,
      5,
    );
    expect(others).toEqual([]);
    expect(win?.price).toBeCloseTo(0.5, 12);
  });

  it("gives an advertiser one place, so that it never sets its own price", () => {
    const bidders = biddersOf([
      [3, 0.01, 1],
      [2.9, 0.01, 1],
      [1, 0.01, 2],
    ]);
    expect(hold(bidders, 3).map(({ bidder }) => bidder)).toEqual([0, 2]);
    expect(hold(bidders, 1)[0]?.price).toBeCloseTo(1, 12);
  });

  it("asks nobody for more than the bid, and gives places by falling worth", () => {
    const row = fc.tuple(
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      fc.double({ min: 1e-5, max: 0.5, noNaN: true }),
      fc.integer({ min: 0, max: 6 }),
    );
    const property = fc.property(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      (rows, reserve) => {
        const bidders = biddersOf(rows);
        const worth = worthOf(bidders);
        const wins = hold(bidders, 4, reserve);
        for (const { bidder, price } of wins) {
          expect(price).toBeLessThanOrEqual((bidders.bids[bidder] ?? 0) + 1e-12);
          expect(worth[bidder]).toBeGreaterThanOrEqual(reserve);
        }
        const won = wins.map(({ bidder }) => worth[bidder] ?? 0);
        expect(won).toEqual([...won].sort((a, b) => b - a));
        expect(new Set(wins.map(({ bidder }) => bidders.advertisers[bidder])).size).toBe(wins.length);
      },
    );
    fc.assert(property);
  });

  it("holds slow pages to be worth less, and does not judge what was not measured", () => {
    expect(landingQuality(1)).toBe(1);
    expect(landingQuality(10)).toBe(0.5);
    expect(landingQuality(Number.NaN)).toBe(1);
  });
});
